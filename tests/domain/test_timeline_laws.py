"""Laws of the timeline, whatever the entries: nothing overlaps, nothing vanishes, nothing leaves the plot."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.entry import Chronology, Entry, Kind
from candour.domain.moments import Doubt
from candour.domain.timeline import Picture, Zoom, by_month, lanes_of, lay_out
from tests.invented import AGENCIES, entry
from tests.pace import tries
from tests.strategies import placed_moments, tellings

WINDOWS = st.tuples(st.dates(date(1998, 11, 1), date(2000, 12, 1)), st.sampled_from([1, 9, 60, 330, 900]))
DOUBTED = st.builds(
    lambda when, doubt: replace(when, doubt=doubt), placed_moments(), st.none() | st.sampled_from(Doubt)
)


ENTRIES = st.lists(
    st.builds(
        lambda agency, when, told, kind: entry(agency, when, *told, kind=kind),
        st.sampled_from(AGENCIES),
        DOUBTED,
        st.lists(tellings(AGENCIES), max_size=2),
        st.sampled_from([Kind.ENTRY, Kind.ENTRY, Kind.ENTRY, Kind.GAP_STATEMENT]),
    ),
    max_size=45,
)


def picture_of(entries: list[Entry], window: tuple[date, int], **more: object) -> Picture:
    lanes = lanes_of(Chronology(AGENCIES, tuple(entries)), {})
    start, days = window
    return lay_out(entries, lanes, start=start, end=start + timedelta(days=days - 1), **more)


@given(ENTRIES, WINDOWS)
def test_no_two_things_in_a_sub_row_overlap(entries: list[Entry], window: tuple[date, int]) -> None:
    for lane in picture_of(entries, window).lanes:
        rows: dict[float, list[tuple[float, float]]] = defaultdict(list)
        for mark in lane.marks:
            rows[round(mark.y, 3)].append((mark.left, mark.right))
        for silence in lane.silences:
            rows[round(silence.y, 3)].append((silence.x, silence.x + silence.width))
        for boxes in rows.values():
            boxes.sort()
            for (_, end), (start, _) in pairwise(boxes):
                assert start >= end + 2 - 1e-6


@given(ENTRIES, WINDOWS, st.sampled_from([None, *Zoom]), st.none() | st.dates(date(1999, 1, 1)))
@tries(4 / 3)
def test_every_entry_is_drawn_once_or_counted_once(
    entries: list[Entry], window: tuple[date, int], zoom: Zoom | None, fence: date | None
) -> None:
    picture = picture_of(entries, window, zoom=zoom, fence=fence)
    drawn = [mark.entry for lane in picture.lanes for mark in lane.marks]
    drawn += [one.entry for lane in picture.lanes for one in lane.silences if one.entry]
    strips = [lane.strip for lane in picture.lanes if lane.strip]
    counts = picture.counts

    assert len(drawn) == len(set(drawn)) == counts.drawn
    assert sum(strip.counted for strip in strips) == counts.counted
    assert counts.not_matching == counts.without_lane == 0
    assert counts.shown + counts.outside + counts.fenced + counts.undated == len(entries)


@given(ENTRIES, WINDOWS, st.sampled_from([None, *Zoom]))
@tries(4 / 3)
def test_nothing_stands_outside_the_plot(
    entries: list[Entry], window: tuple[date, int], zoom: Zoom | None
) -> None:
    picture = picture_of(entries, window, zoom=zoom)
    boxes = [(m.left, m.right, m.y) for lane in picture.lanes for m in lane.marks]
    boxes += [(s.x, s.x + s.width, s.y) for lane in picture.lanes for s in lane.silences]
    for lane in picture.lanes:
        if lane.strip:
            boxes += [(c.x, c.x + c.width, lane.foot - c.height) for c in lane.strip.columns]
            boxes += [(x, x + width, lane.foot) for x, width in lane.strip.wide]
    boxes += [(x, x, y) for arrow in picture.arrows for x, y in arrow.points]

    assert all(picture.left <= left <= right <= picture.right for left, right, _ in boxes)
    assert all(picture.top - 22 <= y <= picture.bottom + 22 for *_, y in boxes)


@given(ENTRIES, WINDOWS, st.dates(date(1999, 1, 1), date(2000, 12, 1)))
def test_nothing_later_than_the_fence_is_in_the_picture(
    entries: list[Entry], window: tuple[date, int], fence: date
) -> None:
    """The picture is the same whether later entries are given or not: so they cannot be read from it."""
    firsts = {one.id: (one.when.earliest or one.when.latest) for one in entries}
    earlier = [one for one in entries if (first := firsts[one.id]) and first.date() <= fence]
    start, days = window
    lanes = lanes_of(Chronology(AGENCIES, tuple(entries)), {})
    end = start + timedelta(days=days - 1)
    whole = lay_out(entries, lanes, start=start, end=end, fence=fence)
    part = lay_out(earlier, lanes, start=start, end=end, fence=fence)

    assert replace(whole, counts=part.counts) == part
    assert all(arrow.on is None or arrow.on <= fence for arrow in whole.arrows)
    strip = by_month(entries, start=start, end=end, fence=fence)
    assert strip == by_month(earlier, start=start, end=end, fence=fence)


@given(ENTRIES, WINDOWS)
@tries(2 / 3)
def test_the_strip_of_all_rows_counts_each_once(entries: list[Entry], window: tuple[date, int]) -> None:
    start, days = window
    strip = by_month(entries, start=start, end=start + timedelta(days=days - 1)).strip

    assert strip.counted == len(entries)
