"""The chronology of a view with the cast's pseudonyms in place of names, and what of them is still found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import QueryDict

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.identity import Cast
from candour.domain.identity.renaming import Renaming
from candour.domain.leaks import BARRIER, Finder, Leak, Piece
from candour.kernel.reviews.models import Review
from candour.stages.chronology.seeing.asked import seen_in
from candour.stages.report.one_source import cast_of

NOT_ALL = "Names that are not in the cast stand as written: not for publication."


@dataclass(frozen=True, slots=True)
class Renamed:
    """`rows` are those asked for; `query` is the address they were asked by, "" for all of them."""

    cast: Cast
    chronology: Chronology
    rows: Sequence[Entry]
    says: str
    query: str

    @property
    def without(self) -> int:
        """How many of the cast have no pseudonym yet."""
        return sum(not one.pseudonym for one in self.cast.people)

    def still_found(self) -> list[Leak]:
        """What the check of open files finds in the rows: names in disguise, days of birth."""
        if not self.cast.people:
            return []
        return Finder(self.cast.register()).find(
            Piece(str(one.place), _text(one), BARRIER) for one in self.rows
        )


def renamed_in(address: QueryDict, review: Review) -> Renamed:
    asked, cast = seen_in(address, review, patience=None), cast_of(review)
    renaming = Renaming(cast)
    rows = tuple(map(renaming.entry, asked.rows))
    query = f"?{asked.window.query}" if asked.window else ""
    return Renamed(cast, renaming.chronology(asked.whole.chronology), rows, asked.says, query)


def _text(entry: Entry) -> str:
    told = (one.name for one in entry.told)
    said = (entry.event, entry.action, entry.role, *entry.people, entry.source, entry.when.text, *told)
    return "\n".join((*said, *entry.cells.values(), entry.agency))
