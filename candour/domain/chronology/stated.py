"""A return without rows whose own words say that the agency had no involvement: a statement, and no error."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.chronology.placing import Code, RowFate, Unplaced
from candour.domain.moments import Fate
from candour.domain.returns.no_involvement import says_no_involvement, time_without
from candour.domain.returns.tables import Place, ReturnFile

OUTSIDE = "text"
"""The part of words that stand in no table; a row there is a paragraph, counted from 1."""

_NO_TIME = "The agency says that it had no involvement, and not over which time."


def statement_of(file: ReturnFile, agency: str) -> Entry | Unplaced | None:
    """The first words of a file that say so: placed over the time they name, held where they name none."""
    for part, row, words in _said(file):
        if not says_no_involvement(words, agency, alone=True):
            continue
        cells = {"Statement": words}
        when = time_without(words, agency, alone=True)
        if when is None:
            return Unplaced(part, row, Fate.HELD, Code.NO_PERIOD, _NO_TIME, (), cells)
        when, place = replace(when, text=words), Place(file.file, part, row)
        return Entry("", agency, place, when, words, kind=Kind.GAP_STATEMENT, cells=cells)
    return None


def with_statement(stated: RowFate, fates: Iterable[RowFate]) -> Iterator[RowFate]:
    """The statement in the place of the title or note that it was taken for; at the end where it had none."""
    place, met = _place(stated), False
    for one in fates:
        here = _place(one) == place
        met = met or here
        yield stated if here else one
    if not met:
        yield stated


def _place(fate: RowFate) -> tuple[str, int]:
    return (fate.place.part, fate.place.row) if isinstance(fate, Entry) else (fate.part, fate.row)


def _said(file: ReturnFile) -> Iterator[tuple[str, int, str]]:
    for table in file.tables:
        for row in table.rows:
            yield table.part, row.number, " ".join(word for word in row.in_words() if word)
    for number, paragraph in enumerate(file.preamble, start=1):
        yield OUTSIDE, number, paragraph
