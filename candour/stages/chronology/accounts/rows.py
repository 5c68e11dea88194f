"""One account as a page shows it: whose it is, as written, whom it says was told, and where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from candour.domain.chronology.entry import Entry
from candour.domain.moments.spoken import spoken
from candour.domain.timeline import Lane
from candour.kernel.reviews.models import Review
from candour.stages.chronology.seeing.table_rows import TellingLine, breakable, telling_line


@dataclass(frozen=True, slots=True)
class Row:
    entry: Entry
    lane: Lane
    href: str
    told: tuple[TellingLine, ...]

    @property
    def place(self) -> SafeString:
        return breakable(str(self.entry.place))

    @property
    def spoken(self) -> str:
        """The date in words, where they are not the ones that were written."""
        said = spoken(self.entry.when)
        return "" if said == self.entry.when.text else said


def row_maker(review: Review, lanes: Iterable[Lane]) -> Callable[[Entry], Row]:
    lane_of = {lane.agency: lane for lane in lanes}

    def row(entry: Entry) -> Row:
        href = reverse("chronology:entry", args=[review.in_address, entry.id])
        return Row(entry, lane_of[entry.agency], href, tuple(map(telling_line, entry.told)))

    return row
