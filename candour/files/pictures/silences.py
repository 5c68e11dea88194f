"""Silences on one axis of time: by agency and for the child across all, a row for each kind."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.chronology.gaps import Gap, GapKind
from candour.domain.timeline import Lane, Zoom
from candour.domain.timeline.scale import Scale, ticks
from candour.domain.timeline.zoom import LEAST_PIXELS_A_DAY
from candour.files.pictures.inks import HAIR, INK, SECOND
from candour.files.pictures.lettering import SMALLEST, cut, width_of, write_lines
from candour.files.pictures.marks import draw_mark
from candour.files.pictures.svg import Svg, number, picture
from candour.files.pictures.timeline_marks import linked, write_clear

WIDTH = 1120.0
NAME_ROW, KIND_ROW, AFTER = 26.0, 24.0, 6.0
FOOT = 28.0
SAID = {
    GapKind.NO_ENTRY: "no entry",
    GapKind.NO_CONTACT: "says: no contact",
    GapKind.CHILD_NOT_SEEN: "child not seen",
    GapKind.CHILD_NOT_SEEN_ALONE: "not seen alone",
    GapKind.CHILD_NOT_HEARD: "child not heard",
    GapKind.HANDOVER: "passed on, not taken up",
    GapKind.BEFORE_FIRST: "before the first entry",
    GapKind.AFTER_LAST: "after the last entry",
}
DASHES = {GapKind.NO_CONTACT: "6 4", GapKind.BEFORE_FIRST: "1 5", GapKind.AFTER_LAST: "1 5"}


@dataclass(frozen=True, slots=True)
class SilentLane:
    """An agency, or the whole of the returns where `lane` is None, with its silences."""

    name: str
    lane: Lane | None
    gaps: tuple[Gap, ...]


def silences_svg(
    lanes: Sequence[SilentLane],
    *,
    start: date,
    end: date,
    says: str,
    period: tuple[date, date] | None = None,
    href: Callable[[Gap], str] | None = None,
) -> str:
    """Dots where we have no entry, dashes where the agency says so, a line where the child was not seen.

    The `period` of the review stands as a thick line on the axis.
    """
    scale = Scale.of(start, end, WIDTH)
    rows = [(one, kinds_of(one)) for one in lanes if one.gaps]
    bottom = sum(NAME_ROW + KIND_ROW * len(kinds) + AFTER for _, kinds in rows)
    svg = Svg()
    role, stop = ("group", 0) if href else ("img", None)
    with picture(svg, WIDTH, bottom + FOOT, says, class_="picture silences", role=role, tabindex=stop):
        _draw_axis(svg, scale, bottom)
        if period:
            x, to = scale.inside(scale.day(period[0])), scale.inside(scale.day(period[1], after=True))
            svg.element("rect", class_="review", x=x, y=bottom - 1.5, width=to - x, height=3, fill=INK)
        top = 0.0
        for one, kinds in rows:
            top = _draw_lane(svg, one, kinds, scale, top, href)
    return str(svg)


def kinds_of(one: SilentLane) -> list[GapKind]:
    """The kinds of its silences, in the order of the enumeration."""
    there = {gap.kind for gap in one.gaps}
    return [kind for kind in GapKind if kind in there]


def _draw_lane(
    svg: Svg,
    one: SilentLane,
    kinds: Sequence[GapKind],
    scale: Scale,
    top: float,
    href: Callable[[Gap], str] | None,
) -> float:
    rule = f"M0 {number(top)}H{number(WIDTH)}"
    svg.element("path", class_="lane-rules", d=rule, fill="none", stroke=HAIR, stroke_width=1.2)
    with svg.inside("g", class_="lane-name"):
        if one.lane is not None:
            draw_mark(svg, one.lane.kind, 9, top + 15, size=13, nth=one.lane.nth)
        x = 22 if one.lane is not None else 2
        write_lines(svg, (cut(one.name, 400, 15),), x, top + 20, size=15, fill=INK, bold=one.lane is None)
    y = top + NAME_ROW
    for kind in kinds:
        write_lines(svg, (SAID[kind],), 22, y + 16, size=SMALLEST, fill=SECOND)
        for gap in one.gaps:
            if gap.kind is kind:
                _draw_gap(svg, gap, scale, y + KIND_ROW / 2, href)
        y += KIND_ROW
    return y + AFTER


def _draw_gap(svg: Svg, gap: Gap, scale: Scale, y: float, href: Callable[[Gap], str] | None) -> None:
    """From end to end with the days in it; a handover that was never taken up is open to the right."""
    if gap.from_ is None and gap.to is None:
        return
    x = scale.inside(scale.day(gap.from_)) if gap.from_ else scale.origin
    end = scale.inside(scale.day(gap.to)) if gap.to else scale.close
    end = max(end, x + 3)
    words = f"{gap.days:,} days" if gap.days is not None else "to the end"
    if end - x < width_of(words, SMALLEST) + 24:
        words = f"{gap.days:,}" if gap.days is not None else ""
    room = width_of(words, SMALLEST) if words else 0.0
    middle, fits = (x + end) / 2, bool(words) and end - x >= room + 16
    path = f"M{number(x)} {number(y)}"
    if fits:
        path += f"H{number(middle - room / 2 - 5)}M{number(middle + room / 2 + 5)} {number(y)}"
    path += f"H{number(end)}"
    ends = f"M{number(x)} {number(y - 5)}v10" + (f"M{number(end)} {number(y - 5)}v10" if gap.to else "")
    with linked(svg, href(gap) if href else None, class_=f"silence {gap.kind}".replace("_", "-")):
        svg.element("title", gap.why)
        seen = gap.kind in (GapKind.CHILD_NOT_SEEN, GapKind.CHILD_NOT_SEEN_ALONE, GapKind.CHILD_NOT_HEARD)
        dash = None if seen else DASHES.get(gap.kind, "2 3")
        svg.element("path", d=path, fill="none", stroke=INK, stroke_width=1.6, stroke_dasharray=dash)
        svg.element("path", d=ends, fill="none", stroke=INK, stroke_width=1.6)
        if fits:
            write_clear(svg, words, middle, y + 5, fill=INK, anchor="middle")


def _draw_axis(svg: Svg, scale: Scale, bottom: float) -> None:
    zoom = Zoom.MONTHS if scale.pixels_a_day >= LEAST_PIXELS_A_DAY[Zoom.MONTHS] else Zoom.YEARS
    marks = [tick for tick in ticks(scale, zoom) if tick.words]
    lines = "".join(f"M{number(tick.x)} 0V{number(bottom + 6)}" for tick in marks)
    svg.element("path", class_="ticks", d=lines, fill="none", stroke=HAIR, stroke_width=1.2)
    foot = f"M0 {number(bottom)}H{number(WIDTH)}"
    svg.element("path", class_="axis", d=foot, fill="none", stroke=SECOND, stroke_width=1.6)
    for tick in marks:
        write_lines(svg, (tick.words,), tick.x + 4, bottom + 19, size=14.5, fill=INK)
