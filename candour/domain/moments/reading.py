"""One spelling read: the fast way for the plainest forms, the whole grammar for every other, one Moment."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache

from candour.domain.moments.context import ALONE, Context
from candour.domain.moments.edtf import doubt_of, edges_of, is_edtf
from candour.domain.moments.fair_copy import fair_copy
from candour.domain.moments.found import Code, Found, Problem, Stretch, ambiguous
from candour.domain.moments.grammar import among, found_in
from candour.domain.moments.instants import instant
from candour.domain.moments.moment import Doubt, Fate, Moment
from candour.domain.moments.plain import plain_day
from candour.domain.moments.plain_doubts import plain_doubt
from candour.domain.moments.quick import quick_day
from candour.domain.moments.written_edtf import stretch_of, written_edtf

LONGEST = 300
"""Characters. A longer text is no date cell: dates in its beginning are offered, none is placed."""

_DOUBTS = {"?": Doubt.UNCERTAIN, "~": Doubt.APPROXIMATE, "%": Doubt.BOTH}
_SETTLED_BY_ANOTHER = {Code.IMPOSSIBLE_DATE, Code.ENDS_BEFORE_IT_STARTS}


def read(text: str, context: Context = ALONE) -> Moment:
    """What one spelling says: placed, held with its readings, or refused. Never raises; asks no clock."""
    return quickly(text) or _by_the_anchor(text, context) or read_in_full(text, context)


@lru_cache(maxsize=16384)  # the rows of a return share their days, and a Moment never changes
def quickly(text: str) -> Moment | None:
    """The moment of a text that says all of it plainly, whatever stands around it; else None."""
    return plain_day(text) or quick_day(text) or plain_doubt(text)


def _by_the_anchor(text: str, context: Context) -> Moment | None:
    """A date that says everything itself, where there is nothing but an anchor. Only for speed.

    Every row has an anchor of its own, so that what was read beside one is never met again; what was read
    alone is. An anchor completes only what alone is no date.
    """
    if context.anchor is None or context.year is not None or context.month is not None:
        return None
    alone = read_in_full(text, ALONE)
    return alone if alone.placed else None


@lru_cache(maxsize=16384)
def read_in_full(text: str, context: Context = ALONE) -> Moment:
    """The same, by the whole grammar; `plain_day` never answers otherwise than this does."""
    as_edtf = written_edtf(text) or instant(text)
    if as_edtf is not None:
        return moment_of(text, [as_edtf])
    copy = fair_copy(text[:LONGEST])
    if len(text) > LONGEST:
        return moment_of(text, among(copy.words, context), copy.flags)
    found = found_in(copy.words, context) or among(copy.words, context)
    return moment_of(text, found, copy.flags)


def from_edtf(edtf: str) -> Moment:
    """A placed moment from an EDTF string alone. Raises ValueError where it is none."""
    stretch = stretch_of(edtf)
    if stretch is None:
        raise ValueError(
            f"{edtf!r} is not a date in EDTF. They look like 1999-06-18, 1999-06 or 1999-06/1999-08."
        )
    return moment_of(edtf, [stretch])


def moment_of(text: str, found: list[Found], flags: Iterable[str] = ()) -> Moment:
    """One reading is placed; several different ones are held, as is any question."""
    one = _only_one(found).flagged(flags)
    ordered = tuple(sorted(one.flags))
    if isinstance(one, Stretch):
        return _placed(text, one, ordered)
    flagged = {Code.WEEKDAY_DISAGREES}
    return Moment(
        text=text,
        fate=Fate.REFUSED if one.refused else Fate.HELD,
        rule=one.rule,
        code=str(one.code),
        refused=one.why,
        readings=tuple(reading for reading in one.readings if is_edtf(reading)),
        flags=tuple(sorted({*ordered, str(one.code)})) if one.code in flagged else ordered,
    )


def _only_one(found: list[Found]) -> Found:
    """The one thing all of it says, or one problem that offers every reading."""
    stretches = [one for one in found if isinstance(one, Stretch)]
    questions = [one for one in found if isinstance(one, Problem)]
    open_questions = [one for one in questions if one.code not in _SETTLED_BY_ANOTHER]
    different = {(edges_of(one.edtf), one.window): one for one in reversed(stretches)}
    if len(different) == 1 and not open_questions:
        return stretches[0]
    if not stretches and len({one.code for one in questions}) == 1:
        return _all_of_one_kind(questions)
    readings = [one.edtf for one in stretches]
    readings += [reading for one in (open_questions or questions) for reading in one.readings]
    why = "It may be read in more than one way."
    flags = frozenset().union(*(one.flags for one in found))
    return ambiguous(found[0].rule, why, *dict.fromkeys(readings)).flagged(flags)


def _all_of_one_kind(questions: list[Problem]) -> Problem:
    first = questions[0]
    readings = dict.fromkeys(reading for one in questions for reading in one.readings)
    refused = all(one.refused for one in questions)
    return Problem(first.code, first.why, first.rule, tuple(readings), first.flags, refused)


def _placed(text: str, stretch: Stretch, flags: tuple[str, ...]) -> Moment:
    earliest, latest = edges_of(stretch.edtf)
    if stretch.window is not None:
        earliest = earliest and datetime.combine(earliest.date(), stretch.window[0])
        latest = latest and datetime.combine(latest.date(), stretch.window[1])
    return Moment(
        text=text,
        fate=Fate.PLACED,
        edtf=stretch.edtf,
        earliest=earliest,
        latest=latest,
        precision=stretch.precision,
        doubt=doubt_of(stretch.edtf) or _DOUBTS.get(stretch.mark),
        rule=stretch.rule,
        flags=flags,
        also=stretch.also,
    )
