"""From entries and lanes to a picture: which lanes are dense, what stands where, what is left out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from candour.domain.chronology.entry import Entry, Event
from candour.domain.timeline import brackets
from candour.domain.timeline.arrows import Arrow, LaneBox, Tellings, few_enough
from candour.domain.timeline.brackets import Bracket
from candour.domain.timeline.density import Step, strips_of
from candour.domain.timeline.lane_rows import LaneRow, as_strip, light_enough, packed
from candour.domain.timeline.lanes import Lane, LanesOf
from candour.domain.timeline.marks import Standing, in_window
from candour.domain.timeline.picture import Accounts, Counts, Picture
from candour.domain.timeline.scale import Scale, ticks
from candour.domain.timeline.sentence import sentence_of
from candour.domain.timeline.silences import Silence, child_not_seen, silences_of
from candour.domain.timeline.view import Asked, View
from candour.domain.timeline.zoom import FINEST_FIRST, Zoom, finest_zoom

MOST_MARKS = 600
NOTE = 28.0
"""A line over the lanes for "most: 31 a week" and the day of the fence."""
AXIS = 28.0


def lay_out(
    entries: Iterable[Entry],
    lanes: Sequence[Lane],
    *,
    start: date,
    end: date,
    zoom: Zoom | None = None,
    width: float = 1120,
    gap_days: int = 60,
    known: Mapping[str, str] | None = None,
    fence: date | None = None,
    episodes: Sequence[Bracket] = (),
    chosen_episode: int | None = None,
    chosen_entry: str | None = None,
    chosen_lane: str | None = None,
    matches: Collection[str] | None = None,
    events: Iterable[Event] = (),
    differing: Collection[str] = (),
    review: tuple[date, date] | None = None,
    child_seen: bool = False,
    lanes_in: LanesOf | None = None,
    agencies: Sequence[Lane] = (),
) -> Picture:
    """The picture of a window of days, both inclusive, `width` pixels wide.

    Give all entries of the review, not only those of the window: silences run beyond its edges. A
    `zoom` finer than the window allows is made as coarse as it must be. `known` says how each entry
    stands with the agency asked about ("sure", "possible", "disputed", "cannot_say"); entries not in
    it are dimmed.
    Nothing of an entry, telling or silence after `fence` is in the picture. Lanes of people or themes come
    with `lanes_in`, and `agencies` for the marks of entries: no arrows and no silences are drawn in them.
    Raises ValueError where the window is empty or reaches the ends of the calendar.
    """
    if end < start or start.year < 2 or end.year > 9997:
        raise ValueError(f"no picture from {start} to {end}")
    scale = Scale.of(start, end, width)
    nearest = finest_zoom(scale.days, width)
    coarser = max(nearest, zoom or nearest, key=FINEST_FIRST.index)
    own = {lane.agency: lane for lane in agencies}
    whose = known, fence, chosen_entry, chosen_lane, matches, child_seen
    view = View(scale, coarser, gap_days, *whose, lanes_in, own)
    asked = Asked(tuple(episodes), chosen_episode, tuple(events), frozenset(differing), review)
    return _Layout(tuple(entries), tuple(lanes), view, asked).picture()


class _Layout:
    """One picture in the making."""

    def __init__(self, entries: tuple[Entry, ...], lanes: tuple[Lane, ...], view: View, asked: Asked) -> None:
        named = {lane.agency for lane in lanes}
        self.view, self.asked, self.lanes, self.given = view, asked, lanes, entries
        there = (one for one in entries if not named.isdisjoint(view.lanes_of(one)))
        self.entries = sorted(there, key=_in_order)
        self.within = [one for one in self.entries if in_window(one, view.scale)]
        self.open = [one for one in self.within if not view.is_fenced(one)]
        matches = view.matches
        self.matching = [one for one in self.open if matches is None or one.id in matches]
        self.most = 0
        self.step: Step | None = None

    def picture(self) -> Picture:
        view, scale = self.view, self.view.scale
        over, rows = brackets.placed(
            self.asked.episodes, scale, 0.0, chosen=self.asked.chosen_episode, fence=view.fence
        )
        filled = self._filled()
        top = rows * brackets.ROW + (8 if rows else 0) + (NOTE if self._fence() or self.most else 0)
        placed = _stacked(filled, top)
        bottom = sum((row.height for row in placed), top)
        arrows, left_out = self._arrows(placed)
        counts = self._counts(placed)
        return Picture(
            width=scale.right,
            height=bottom + AXIS,
            left=scale.left,
            right=scale.right,
            top=top,
            bottom=bottom,
            zoom=view.zoom,
            start=scale.start,
            end=scale.end,
            lanes=tuple(placed),
            ticks=ticks(scale, view.zoom),
            counts=counts,
            brackets=over,
            bracket_rows=rows,
            arrows=arrows,
            arrows_left_out=left_out,
            review=self._review(),
            fence=self._fence(),
            fence_day=view.fence,
            most=self.most,
            step=self.step,
            accounts=self._accounts(placed),
            chosen_entry=view.chosen_entry,
            sentence=self._sentence(placed, arrows, left_out, counts),
        )

    def _sentence(
        self, placed: Sequence[LaneRow], arrows: Sequence[Arrow], left_out: int, counts: Counts
    ) -> str:
        shown = self.open if any(one.strip for one in placed) else self.matching
        window = self.view.scale.start, self.view.scale.end
        return sentence_of(shown, placed, arrows, left_out, counts, window, self.view.fence)

    def _filled(self) -> list[LaneRow]:
        """Every lane, still at the top: with marks where they can be read, else as a strip."""
        by_lane = self._by_lane(self.matching)
        silent = self._silences()
        rows: dict[str, LaneRow] = {}
        if self.view.zoom is not Zoom.YEARS and sum(map(len, by_lane.values())) <= MOST_MARKS:
            for lane in self.lanes:
                row = self._packed(lane, by_lane.get(lane.agency, ()), silent.get(lane.agency, ()))
                if row is not None:
                    rows[lane.agency] = row
        rows = light_enough(rows)
        dense = [lane for lane in self.lanes if lane.agency not in rows]
        rows |= self._strips(dense)
        return [*self._child_seen(), *(rows[lane.agency] for lane in self.lanes)]

    def _packed(self, lane: Lane, entries: Sequence[Entry], silences: Sequence[Silence]) -> LaneRow | None:
        view = self.view
        fence = self._fence()
        edge = fence[0] if fence else None
        row = packed(lane, entries, silences, draw=view.item, scale=view.scale, zoom=view.zoom, edge=edge)
        if row is None or entries or view.matches is None:
            return row
        return replace(row, nothing_matches=True)

    def _strips(self, dense: Sequence[Lane]) -> dict[str, LaneRow]:
        if not dense:
            return {}
        view, by_lane = self.view, self._by_lane(self.open)
        caps = {
            *(view.matches or ()),
            *(view.known or ()),
            *([view.chosen_entry] if view.chosen_entry else ()),
        }
        wanted = {lane.agency: by_lane.get(lane.agency, ()) for lane in dense}
        strips, self.most = strips_of(wanted, view.scale, view.zoom, caps, view.fence)
        self.step = next(iter(strips.values())).step
        return {lane.agency: as_strip(lane, strips[lane.agency]) for lane in dense}

    def _silences(self) -> Mapping[str, Sequence[Silence]]:
        """None beside a filter: silences between marks that are not drawn would not be understood."""
        view = self.view
        if view.zoom is Zoom.YEARS or view.matches is not None or len(self.matching) > MOST_MARKS:
            return {}
        if view.lanes_in is not None:
            return {}
        return silences_of(self.entries, view.scale, limit=view.gap_days, fence=view.fence)

    def _child_seen(self) -> list[LaneRow]:
        view = self.view
        if not view.child_seen:
            return []
        found = child_not_seen(self.entries, view.scale, limit=view.gap_days, fence=view.fence)
        row = packed(None, (), found, draw=view.item, scale=view.scale, zoom=view.zoom)
        return [row] if row else []

    def _arrows(self, placed: Sequence[LaneRow]) -> tuple[tuple[Arrow, ...], int]:
        view = self.view
        if view.lanes_in is not None or all(row.strip for row in placed):
            return (), 0
        boxes = {row.lane.agency: LaneBox(row.y, row.y + row.height, row.marks) for row in placed if row.lane}
        by_id = {one.id: one for one in self.matching}
        found = Tellings(by_id, boxes, view.scale, view.fence).arrows(view.zoom)
        chosen = frozenset({view.chosen_entry} if view.chosen_entry else ())
        episode = next((e for e in self.asked.episodes if e.number == self.asked.chosen_episode), None)
        days = (episode.start, episode.end) if episode else None
        kept = few_enough(found, chosen, view.chosen_lane, days)
        return kept, sum(one.count for one in found) - sum(one.count for one in kept)

    def _counts(self, placed: Sequence[LaneRow]) -> Counts:
        marks = [mark for row in placed for mark in row.marks]
        stated = {one.entry for row in placed for one in row.silences if one.entry}
        shown = {mark.entry for mark in marks} | stated
        by_lane = self._by_lane(self.open)
        stripped = (by_lane.get(row.lane.agency, ()) for row in placed if row.strip and row.lane)
        drawn, counted = len(shown), len({one.id for several in stripped for one in several} - shown)
        undated = sum(1 for one in self.entries if not (one.when.earliest or one.when.latest))
        return Counts(
            drawn=drawn,
            counted=counted,
            dimmed=len({mark.entry for mark in marks if mark.standing is Standing.DIM}),
            outside=len(self.entries) - len(self.within) - undated,
            fenced=len(self.within) - len(self.open),
            undated=undated,
            not_matching=len(self.open) - drawn - counted,
            without_lane=len(self.given) - len(self.entries),
        )

    def _by_lane(self, entries: Iterable[Entry]) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            for name in self.view.lanes_of(entry):
                found[name].append(entry)
        return found

    def _review(self) -> tuple[float, float] | None:
        if self.asked.review is None:
            return None
        scale, (first, last) = self.view.scale, self.asked.review
        x, end = scale.inside(scale.day(first)), scale.inside(scale.day(last, after=True))
        return (x, end - x) if end > x else None

    def _fence(self) -> tuple[float, float] | None:
        """From the end of the day to the edge of the plot; None where the window ends before."""
        scale, fence = self.view.scale, self.view.fence
        if fence is None or fence >= scale.end:
            return None
        x = max(scale.day(fence, after=True), scale.origin)
        return x, scale.right - x

    def _accounts(self, placed: Sequence[LaneRow]) -> Accounts | None:
        """The accounts of the chosen entry's event, where more than one is drawn."""
        event = next((e for e in self.asked.events if self.view.chosen_entry in e.entries), None)
        if event is None:
            return None
        marks = [mark for row in placed for mark in row.marks if mark.entry in event.entries]
        if len(marks) < 2:
            return None
        x = max(min(mark.left for mark in marks) - 6, self.view.scale.left)
        proposed, differ = event.state == "proposed", event.id in self.asked.differing
        return Accounts(x, tuple(sorted(mark.y for mark in marks)), proposed, differ)


def _stacked(rows: Iterable[LaneRow], top: float) -> list[LaneRow]:
    placed = []
    for row in rows:
        placed.append(row.settled(top))
        top += row.height
    return placed


def _in_order(entry: Entry) -> tuple[datetime, datetime, float, str, str, int]:
    """By earliest, then latest, the agency's own sequence, then where it stands in its file."""
    first = entry.when.earliest or entry.when.latest or datetime.max
    last = entry.when.latest or entry.when.earliest or datetime.max
    own = entry.sequence if entry.sequence is not None else float("inf")
    return first, last, own, entry.place.file, entry.place.part, entry.place.row
