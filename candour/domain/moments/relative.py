"""Dates that count from another: the next day, three weeks later, 2/52 ago, a few days after 18/6/99.

Without a date written beside them or an anchor given they are held: nothing is counted from the row above.
"""

from __future__ import annotations

import re

from candour.domain.moments.context import Context
from candour.domain.moments.counting import counted
from candour.domain.moments.found import Code, Found, Problem
from candour.domain.moments.nearby import next_or_previous, next_part, part_of_anchor, same_day, weekday_near
from candour.domain.moments.units import MONTH, WEEKDAY

_AGE = re.compile(
    r"(?:in |on |when |at |~ ?)*(?:age|aged)\b.*"
    r"|.*\b(?:old|age|gestation|gestational|pregnant|pregnancy|gest|birthday|antenatal)"
    r"|(?:at )?[0-9]{1,2} ?\+ ?[0-9](?:/7)?(?: ?/?40| week)?|(?:at )?[0-9]{1,2}/40|term ?[+-] ?[0-9]{1,2}"
    r"|.*\b(?:after|since|from|before|at) (?:his |her |their )?birth"
)
_DATED = re.compile(rf"[0-9]{{4}}|[0-9][/.-][0-9]{{1,2}}[/.-][0-9]|\b(?:{MONTH})\b")
_LEAN = re.compile(
    rf"(?:in |on )?(?:later|ago|next|previous|last|that|ditto|tonight|{WEEKDAY}|day after|day before)\b.*"
    r"|.* (?:later|ago)|.*\b(?:later that|that week|next day|day after|day before|previous day)\b.*"
    r"|[0-9]+ (?:day|week|fortnight|month|year|hrs) (?:later|ago)\b.*|day [0-9]{1,3}\b.*"
    r"|(?:early|mid|late) (?:in )?(?:next|previous|last|that|week)\b.*"
    r"|(?:in|within|for|by|until) (?:[0-9]+ (?:day|week|month|year)|few|couple|day|week|next|that)\b.*"
)
"""Words that lean on another date in a way no rule here can count."""


def relative(words: str, context: Context) -> list[Found]:
    if _AGE.fullmatch(words) and not _DATED.search(words):
        why = "An age or a week of pregnancy gives no date without the birth or the due date."
        return [Problem(Code.RELATIVE_WITHOUT_ANCHOR, why, "age")]
    for rule in (counted, next_or_previous, part_of_anchor, weekday_near, same_day, next_part):
        found = list(rule(words, context))
        if found:
            return found
    return []


def leans_on_another(words: str) -> bool:
    return _LEAN.fullmatch(words) is not None
