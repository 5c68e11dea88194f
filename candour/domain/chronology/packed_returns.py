"""A return as columns of plain values, which go from one process to another many times as quickly."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import chain, count, islice
from operator import attrgetter
from typing import Any, NamedTuple, cast

from candour.domain.chronology.entry import Entry, Telling
from candour.domain.chronology.placing import FurnitureRow, RowFate, Unplaced
from candour.domain.chronology.returned import Returned
from candour.domain.chronology.row_entry import quick_entry, quick_place
from candour.domain.chronology.told import quick_telling
from candour.domain.moments import Moment
from candour.domain.moments.plain import quick_moment
from candour.domain.returns.tables import Place

Columns = dict[str, Sequence[Any]]
"""The name of each field, with what it is in one value after another."""


class Packed(NamedTuple):
    """`placed` has 1 for each fate that is an entry and 0 for the `others`, in the order of the rows.

    In the columns of entries and tellings a moment is its number: rows share their days. 0 is none.
    """

    bare: Returned
    placed: bytes
    others: list[Unplaced | FurnitureRow]
    entries: Columns
    tellings: Columns
    moments: Columns


def packed(returned: Returned) -> Packed:
    """The return as columns; what its rows share stands in them once."""
    entries = list(returned.entries())
    told = list(chain.from_iterable(one.told for one in entries))
    columns, tellings = _columns(Entry, entries), _columns(Telling, told)
    dates = columns["when"], columns["recorded"], tellings["on"]
    moments: dict[int, Any] = {id(one): one for one in chain((None,), *dates)}
    number = dict(zip(moments, count())).__getitem__
    for column, name in ((columns, "when"), (columns, "recorded"), (tellings, "on")):
        column[name] = list(map(number, map(id, column[name])))
    columns["told"] = list(map(len, columns["told"]))
    columns["place"] = list(_columns(Place, columns["place"]).values())
    return Packed(
        Returned(returned.file, returned.agency, returned.columns, (), returned.headings),
        bytes(isinstance(one, Entry) for one in returned.fates),
        [one for one in returned.fates if not isinstance(one, Entry)],
        columns,
        tellings,
        _columns(Moment, list(moments.values())[1:]),
    )


def unpacked(one: Packed) -> Returned:
    """The same return, its values made anew."""
    moments = [None, *_values(quick_moment, one.moments)]
    dated = moments.__getitem__
    tellings = _values(quick_telling, {**one.tellings, "on": map(dated, one.tellings["on"])})
    columns = {
        **one.entries,
        "place": map(quick_place, *one.entries["place"]),
        "when": map(dated, one.entries["when"]),
        "recorded": map(dated, one.entries["recorded"]),
        "told": (tuple(islice(tellings, many)) if many else () for many in one.entries["told"]),
    }
    entries, others = _values(quick_entry, columns), iter(one.others)
    fates: Iterator[RowFate] = (next(entries) if placed else next(others) for placed in one.placed)
    bare = one.bare
    return Returned(bare.file, bare.agency, bare.columns, tuple(fates), bare.headings)


def _columns(kind: type[Any], values: Sequence[Any]) -> Columns:
    names = [field.name for field in fields(kind)]
    columns = zip(*map(attrgetter(*names), values), strict=True) if values else ((),) * len(names)
    return dict(zip(names, columns, strict=True))


def _values(quickly: type[Any], columns: dict[str, Any]) -> Iterator[Any]:
    """The columns stand in the order of the fields."""
    return map(quickly, *cast("Iterable[Iterable[Any]]", columns.values()))
