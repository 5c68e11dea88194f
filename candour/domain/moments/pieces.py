"""A unit as it stands among other words: with its doubt, its time of day, its night."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

# Importing the rules registers them.
from candour.domain.moments import bare_digits, blank_days, days, feasts, parts, periods, year_parts
from candour.domain.moments.edtf import join_marks
from candour.domain.moments.found import Found
from candour.domain.moments.times import night_units, timed_units
from candour.domain.moments.units import Unit, units

RULE_MODULES = (days, bare_digits, blank_days, periods, year_parts, parts, feasts)

_LONGEST = 80
"""Characters. Longer words are no single unit."""
_MARKED = re.compile(r"(?P<lead>[~?][~? ]*)?(?P<rest>.+?)(?P<trail>[ ~?]*[~?])?")
_MARK_INSIDE = re.compile(r"(?<=[0-9a-z])\?(?=[/ .,-])")


@lru_cache(maxsize=8192)
def pieces(words: str) -> tuple[Unit, ...]:
    """Every way to read all of the words as one unit, doubted or not, timed or not."""
    words = words.strip(" ,")
    if not words or len(words) > _LONGEST:
        return ()
    found = units(words) or list(night_units(words)) or list(timed_units(words))
    if found:
        return tuple(found)
    rest, mark = without_doubt(words)
    if not mark or not rest:
        return ()
    return tuple(unit.then(doubting(mark)) for unit in pieces(rest))


def doubting(mark: str) -> Callable[[Found], Found]:
    return lambda found: found.doubted(mark)


def without_doubt(words: str) -> tuple[str, str]:
    """The words without marks of doubt around or inside them, and the marks as one: "", "?", "~" or "%"."""
    match = _MARKED.fullmatch(words)
    if match is None:
        return words, ""
    marks = (match["lead"] or "") + (match["trail"] or "")
    rest, inside = _MARK_INSIDE.subn("", match["rest"])
    mark = ""
    for one in marks.replace(" ", "") + "?" * bool(inside):
        mark = join_marks(mark, one)
    return rest.strip(" ,"), mark
