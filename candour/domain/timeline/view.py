"""How somebody looks at a chronology: the window and zoom, through whose eyes, what is chosen or sought."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from candour.domain.chronology.entry import Entry, Event
from candour.domain.timeline.brackets import Bracket
from candour.domain.timeline.lane_rows import Item
from candour.domain.timeline.lanes import Lane, LanesOf
from candour.domain.timeline.marks import STANDINGS, Standing, mark_of
from candour.domain.timeline.scale import Scale
from candour.domain.timeline.silences import is_statement, no_contact
from candour.domain.timeline.zoom import Zoom


@dataclass(frozen=True, slots=True)
class View:
    """How somebody looks at a chronology; `matches` are the entries of a search or filter."""

    scale: Scale
    zoom: Zoom
    gap_days: int
    known: Mapping[str, str] | None
    fence: date | None
    chosen_entry: str | None
    chosen_lane: str | None
    matches: Collection[str] | None
    child_seen: bool
    lanes_in: LanesOf | None = None
    agencies: Mapping[str, Lane] = field(default_factory=dict)
    """Whose mark an entry has where its lane is not its agency's."""

    def standing(self, entry: Entry) -> Standing:
        if self.known is None:
            return Standing.FULL
        return STANDINGS.get(str(self.known.get(entry.id, "")), Standing.DIM)

    def item(self, entry: Entry) -> Item | None:
        """What is drawn for an entry, still in no row."""
        if is_statement(entry):
            return no_contact(entry, self.scale, self.fence)
        standing = self.standing(entry)
        mark = mark_of(entry, self.scale, self.zoom, standing=standing, fence=self.fence)
        if mark is None:
            return None
        own = self.agencies.get(entry.agency) if self.lanes_in else None
        kind, nth = (own.kind, own.nth) if own else (None, 1)
        return replace(mark, chosen=entry.id == self.chosen_entry, kind=kind, nth=nth)

    def lanes_of(self, entry: Entry) -> Sequence[str]:
        return self.lanes_in(entry) if self.lanes_in else (entry.agency,)

    def is_fenced(self, entry: Entry) -> bool:
        first = entry.when.earliest or entry.when.latest
        return self.fence is not None and first is not None and first.date() > self.fence


@dataclass(frozen=True, slots=True)
class Asked:
    """What stands over and beside the lanes."""

    episodes: tuple[Bracket, ...]
    chosen_episode: int | None
    events: tuple[Event, ...]
    differing: frozenset[str]
    review: tuple[date, date] | None
