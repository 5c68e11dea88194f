"""Rules for stretches open at one end: before, by, until, since, after, onwards, and ends left blank."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from candour.domain.moments.almanac import days_after, months_after, plausible
from candour.domain.moments.context import Context
from candour.domain.moments.edtf import bounds_of, is_edtf
from candour.domain.moments.found import Found, Problem, Stretch, ambiguous
from candour.domain.moments.moment import Precision
from candour.domain.moments.pieces import pieces
from candour.domain.moments.units import settle

Opener = Callable[[str, str], str | None]
"""First and last EDTF date of a unit -> the EDTF of the opened stretch; None where it cannot be said."""

_OPEN = re.compile(r"(?:in |on )?(?P<how>by|until|before|after|from)[ -](?:in |on )?(?P<unit>.+)")
_OPEN_END = re.compile(r"(?:from )?(?P<unit>.+?) ?(?:-| to )? ?onward")
_OPEN_START = re.compile(r"(?P<unit>.+?),? backward")
_UNKNOWN_END = re.compile(r"(?:from )?(?P<unit>.+?) ?(?:-| to ) ?(?:\?+|nothing)")
_UNKNOWN_START = re.compile(r"(?:\?+|nothing) ?(?:-| to ) ?(?P<unit>.+)")
_NEAR = re.compile(r"just (?P<how>before|after) (?P<unit>.+)")
_TRAILING_DASH = re.compile(r"(?P<unit>.+?) ?-")
_LEADING_DASH = re.compile(r"-(?P<unit>.+)")


def opened_units(words: str, context: Context) -> Iterator[Found]:
    for pattern, rule, opener in (
        (_UNKNOWN_END, "unknown_end", lambda first, _: f"{first}/"),
        (_UNKNOWN_START, "unknown_start", lambda _, last: f"/{last}"),
        (_OPEN_END, "from", OPENERS["from"]),
        (_OPEN_START, "until", OPENERS["until"]),
    ):
        if match := pattern.fullmatch(words):
            yield from _each(match["unit"], context, rule, opener)
            return
    if match := _OPEN.fullmatch(words):
        yield from _each(match["unit"], context, match["how"], OPENERS[match["how"]])
    elif match := _NEAR.fullmatch(words):
        why = f"How long {match['how']} it was is not written."
        yield from _offered(match["unit"], context, OPENERS[match["how"]], why, "~")
    elif match := _TRAILING_DASH.fullmatch(words):
        yield from _offered(match["unit"], context, OPENERS["from"], "Nothing follows the dash.")
    elif match := _LEADING_DASH.fullmatch(words):
        yield from _offered(match["unit"], context, OPENERS["until"], "Nothing stands before the dash.")


def first_of(stretch: Stretch) -> str:
    return first_part(stretch.starts or stretch.edtf)


def last_of(stretch: Stretch) -> str:
    return last_part(stretch.ends or stretch.edtf)


def first_part(edtf: str) -> str:
    return edtf.strip("[]{}").split("/")[0].split(",")[0]


def last_part(edtf: str) -> str:
    return edtf.strip("[]{}").split("/")[-1].split(",")[-1]


def _each(words: str, context: Context, rule: str, opener: Opener) -> Iterator[Found]:
    for unit in pieces(words):
        for found in settle(unit, context):
            yield _opened(found, rule, opener)


def _opened(found: Found, rule: str, opener: Opener) -> Found:
    if isinstance(found, Problem):
        opened = (opener(first_part(one), last_part(one)) for one in found.readings)
        return replace(found, rule=rule, readings=tuple(one for one in opened if one))
    edtf = opener(first_of(found), last_of(found))
    if edtf is None:
        return ambiguous(rule, "What is open here cannot be told.", found.edtf)
    return Stretch(edtf, Precision.INTERVAL, rule, flags=found.flags, mark=found.mark)


def _offered(words: str, context: Context, opener: Opener, why: str, mark: str = "") -> Iterator[Found]:
    """Held with the open stretch and the unit itself."""
    for unit in pieces(words):
        for found in settle(unit, context):
            if isinstance(found, Problem):
                yield found
            else:
                edtf = opener(first_of(found), last_of(found))
                yield ambiguous("half_open", why, *filter(None, (found.doubted(mark).edtf, edtf)))


def _day_before(first: str, _: str) -> str | None:
    stepped = _stepped(first, -1)
    return stepped and f"../{stepped}"


def _day_after(_: str, last: str) -> str | None:
    stepped = _stepped(last, 1)
    return stepped and f"{stepped}/.."


OPENERS: dict[str, Opener] = {
    "by": lambda _, last: f"../{last}",
    "until": lambda _, last: f"../{last}",
    "from": lambda first, _: f"{first}/..",
    "before": _day_before,
    "after": _day_after,
}
"""Before and after leave out what they name; by, until and from include it."""


def _stepped(edtf: str, step: int) -> str | None:
    """The day, month or year next to one, its doubt kept; None for a time of day or an unknown year."""
    bare = edtf.rstrip("?~%")
    mark = edtf[len(bare) :]
    bare = bare.replace("-XX", "")
    if "T" in bare or "X" in bare or not is_edtf(bare):
        return None
    if bare[:4].isdigit() and not plausible(int(bare[:4])):
        return None  # a filler such as 31/12/9999: nothing comes after it
    if len(bare) == 4:
        return f"{int(bare) + step}{mark}"
    starts, ends = bounds_of(bare)
    edge = starts if step < 0 else ends
    if edge is None:
        return None
    if len(bare) == 7 and int(bare[5:]) <= 12:
        return f"{months_after(date(int(bare[:4]), int(bare[5:]), 1), step).isoformat()[:7]}{mark}"
    return f"{days_after(edge, step).isoformat()}{mark}"
