"""Rules for stretches made of several units: ranges, open ends, months side by side, one or all of a list."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, product

from candour.domain.moments.context import Context
from candour.domain.moments.found import Found, Problem, Stretch, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.month_names import MONTHS
from candour.domain.moments.openings import opened_units
from candour.domain.moments.pieces import pieces
from candour.domain.moments.ranges import dash_in_a_day, range_of, ranges
from candour.domain.moments.units import GAP, MONTH, YEAR, Unit, settle

_MONTH_THEN_DAYS = re.compile(
    rf"(?P<lead>.*?)(?P<month>{MONTH}){GAP}(?P<days>[0-9]{{1,2}}(?:th)? ?"
    rf"(?:(?:-|/|,|to|and|or|until|,and|,or) ?[0-9]{{1,2}}(?:th)? ?)+)[ ,]*(?P<year>[0-9]{{4}}|'[0-9]{{2}})?"
)
_ADJACENT_MONTHS = re.compile(
    rf"(?:in )?(?P<first>{MONTH})(?: (?:{MONTH}))* (?P<last>{MONTH})(?:{GAP}(?P<year>{YEAR}))?"
)
_LISTED = re.compile(r" ?(?:,and |,or | and | or |,) ?")


def spans(words: str, context: Context) -> list[Found]:
    """What the words may be as a stretch with two ends, one end, or several members."""
    turned = _month_after_days(words)
    if turned:
        return spans(turned, context)
    for kind in (ranges, _adjacent_months, opened_units, _members):
        found = list(kind(words, context))
        if found:
            return found
    return []


def _month_after_days(words: str) -> str | None:
    """ "July 3-5, 1999" turned round to "3-5 July 1999"."""
    match = _MONTH_THEN_DAYS.fullmatch(words)
    if match is None:
        return None
    return " ".join(f"{match['lead']}{match['days'].strip()} {match['month']} {match['year'] or ''}".split())


def _adjacent_months(words: str, context: Context) -> Iterator[Found]:
    """ "June July 2010": the dash was lost on the way out of a PDF."""
    match = _ADJACENT_MONTHS.fullmatch(words)
    if match is None:
        return
    named = [MONTHS.index(one) for one in re.findall(MONTH, words)]
    if any((two - one) % 12 != 1 for one, two in pairwise(named)):
        return
    last = f"{match['last']} {match['year'] or ''}".strip()
    for first, final in product(pieces(match["first"]), pieces(last)):
        if final.rule in {"month_year", "month_alone"}:
            yield from range_of(first, final, context)


def _members(words: str, context: Context) -> Iterator[Found]:
    """ "14 July or 15 July 1999" is one of the two; "14 and 16 July 1999" is both."""
    listed = _LISTED.split(words)
    if len(listed) < 2 or not all(listed) or any(word.startswith("between") for word in listed):
        return
    if any(dash_in_a_day(one, other) for one, other in product(listed, listed)):
        return
    options = [pieces(one) for one in listed]
    if not all(options):
        return
    one_of = " or " in words or ",or " in words
    for chosen in product(*options):
        yield from _set_of(chosen, one_of, context)


def _set_of(chosen: Sequence[Unit], one_of: bool, context: Context) -> Iterator[Found]:
    whole: list[list[Found]] = []
    around = context
    for unit in reversed(chosen):
        found = list(settle(unit, around))
        whole.insert(0, found)
        around = Context(unit.years[0] if unit.years else around.year, unit.month or around.month)
    for members in product(*whole):
        yield _one_set(members, one_of)


def _one_set(members: Iterable[Found], one_of: bool) -> Found:
    members = list(members)
    rule, (opens, closes) = ("one_of", "[]") if one_of else ("all_of", "{}")
    trouble = next((one for one in members if isinstance(one, Problem)), None)
    if trouble is not None:
        return replace(trouble, rule=rule)
    stretches = [one for one in members if isinstance(one, Stretch)]
    simple = all(not set("/T[{") & set(one.edtf) for one in stretches)
    readings = tuple(dict.fromkeys(one.edtf for one in stretches))
    if not simple or len(readings) < 2:
        return ambiguous(rule, "More than one date is written.", *readings)
    flags = frozenset().union(*(one.flags for one in stretches)) - {"year_from_context", "month_from_context"}
    edtf = opens + ",".join(sorted(readings)) + closes
    return Stretch(edtf, Precision.SET, rule, flags=flags)
