"""The "told" columns of one row: who was told, when, and what the return says of the telling."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from candour.domain.births import quickly_made
from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.moments import Context, Moment, read_cell
from candour.domain.returns.fields import tells_who_attended
from candour.domain.returns.tables import Cell, cell_words

quick_telling = quickly_made(Telling)

NOBODY = frozenset({"", "-", "–", "—", "n/a", "none", "nil", "no one", "nobody"})

# What a status says once its brackets are left out; the first that fits. Anything else is unclear.
_STATUS_WORDS: tuple[tuple[str, Status], ...] = (
    (r"not[ _]told|not informed|not shared|not passed( on)?|no", Status.NOT_TOLD),
    (r"disputed|contested|denied", Status.DISPUTED),
    (r"implied|presumed|inferred|assumed", Status.IMPLIED),
    (r"joint|joint \w+|jointly", Status.JOINT),
    (r"told|informed|notified|yes|y", Status.TOLD),
)
_STATUSES = tuple((re.compile(pattern), status) for pattern, status in _STATUS_WORDS)
_BRACKETS = re.compile(r"\([^)]*\)")


@lru_cache(maxsize=1024)  # a column of these holds a handful of words
def read_status(words: str) -> Status:
    """The status a return gives. A dispute about what was said makes the telling disputed.

    >>> read_status("not told (none recorded)")
    <Status.NOT_TOLD: 'not_told'>
    """
    folded = " ".join(words.casefold().split())
    if not folded:
        return Status.TOLD
    if "disput" in folded:
        return Status.DISPUTED
    plain = " ".join(_BRACKETS.sub(" ", folded).split()).rstrip(".")
    return next((status for pattern, status in _STATUSES if pattern.fullmatch(plain)), Status.UNCLEAR)


def read_tellings(
    told: Cell, on: Cell, status: Cell, context: Context, usual: Status = Status.TOLD
) -> tuple[Telling, ...]:
    """Everyone named in a told cell; a date or status for each, or one for all, else the usual status.

    The names are as written: which agency each is, if any, is found when all returns are read.
    """
    if (
        type(told) is str
        and ";" not in told
        and isinstance(on, str | None)
        and isinstance(status, str | None)
    ):
        return _one_telling(told, on, status, context, usual)
    names = _split(told)
    statuses = _one_each(status, names)
    days: Sequence[Cell] = _one_each(on, names) if isinstance(on, str) else [on] * len(names)
    return tuple(
        Telling(name, None, _read_day(day, context), read_status(words) if words.strip() else usual)
        for name, day, words in zip(names, days, statuses, strict=True)
        if not _is_nobody(name)
    )


def _one_telling(
    told: str, on: str | None, status: str | None, context: Context, usual: Status
) -> tuple[Telling, ...]:
    """The same for a cell that names one: what stands beside it is all its own."""
    name = " ".join(told.split())
    if not name or _is_nobody(name):
        return ()
    when = _read_day(_in_one(on), context) if on else None
    words = _in_one(status) if status else ""
    return (quick_telling(name, None, when, read_status(words) if words else usual),)


def _in_one(cell: str) -> str:
    if ";" not in cell:
        return " ".join(cell.split())
    return "; ".join(said for part in cell.split(";") if (said := " ".join(part.split())))


def told_agencies(entry: Entry, named: Callable[[str], str | None]) -> tuple[Telling, ...]:
    """The tellings of an entry, each with the agency that goes by its name, and those who attended.

    Families attend too: of a column of those present only names that are an agency's count, as joint.
    """
    told = entry.told and tuple(
        [quick_telling(one.name, named(one.name), one.on, one.status) for one in entry.told]
    )
    if not (headings := _headings_of_those_present(tuple(entry.cells))):
        return told
    met = {named(entry.agency) or entry.agency, *(one.agency for one in told)}
    for name in _split(";".join(entry.cells[one] for one in headings).replace("\n", ";")):
        if (agency := named(name)) is not None and agency not in met:
            told += (Telling(name, agency, None, Status.JOINT),)
            met.add(agency)
    return told


@lru_cache(maxsize=1024)  # one for each kind of row in a return
def _headings_of_those_present(headings: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one for one in headings if tells_who_attended(one))


def unread_days(tellings: Sequence[Telling]) -> bool:
    """True when a telling has a date that could not be placed."""
    return any(one.on is not None and not one.on.placed for one in tellings)


def _split(cell: Cell) -> list[str]:
    return [" ".join(part.split()) for part in cell_words(cell).split(";") if part.strip()]


def _one_each(cell: Cell, names: Sequence[str]) -> list[str]:
    """A part for each name, an empty one too ("disputed; " of two names); else the whole cell for all.

    The parts may stand for every part of the told cell, or only for those that name somebody.
    """
    parts = [" ".join(part.split()) for part in cell_words(cell).split(";")]
    if any(parts) and len(parts) == len(names):
        return parts
    said = [part for part in parts if part]
    if len(said) == sum(not _is_nobody(name) for name in names):
        each = iter(said)
        return ["" if _is_nobody(name) else next(each) for name in names]
    return ["; ".join(said)] * len(names)


def _is_nobody(name: str) -> bool:
    return name.casefold() in NOBODY


def _read_day(cell: Cell, context: Context) -> Moment | None:
    if isinstance(cell, str) and cell.casefold() in NOBODY:
        return None
    return None if cell is None else read_cell(cell, context)
