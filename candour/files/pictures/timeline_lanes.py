"""What lies behind and between the entries of a timeline: lanes, axis, silences, arrows, episodes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from candour.domain.chronology.gaps import GapKind
from candour.domain.timeline import Arrow, LaneRow, Picture, PlacedBracket, Silence
from candour.files.pictures.inks import HAIR, INK, RULE, SECOND, WHITE
from candour.files.pictures.lettering import SMALLEST, width_of, write_lines
from candour.files.pictures.marks import draw_mark
from candour.files.pictures.svg import Svg, number
from candour.files.pictures.timeline_marks import Href, linked, write_clear

CHOSEN_GROUND = "#f3ecd9"
ARROW_INK = "#33383b"
NAMES, AXIS = 15.0, 14.5
NAME_LINE = 18.0
BRACKET = 18.0
EpisodeHref = Callable[[int], str]


def draw_ground(svg: Svg, picture: Picture) -> None:
    """The chosen episode's band, the ticks, a rule over each lane and the axis under the last."""
    if band := picture.band:
        x, top = band.true_x, band.y + BRACKET
        wide, tall = max(band.true_width, 2), picture.bottom - top
        svg.element("rect", class_="episode-band", x=x, y=top, width=wide, height=tall, fill=CHOSEN_GROUND)
    for main, width in ((True, 1.2), (False, 0.6)):
        lines = "".join(
            f"M{number(tick.x)} {number(picture.top)}V{number(picture.bottom + (6 if tick.words else 0))}"
            for tick in picture.ticks
            if tick.main is main
        )
        if lines:
            svg.element("path", class_="ticks", d=lines, fill="none", stroke=HAIR, stroke_width=width)
    rules = "".join(f"M0 {number(row.y)}H{number(picture.right)}" for row in picture.lanes)
    if rules:
        svg.element("path", class_="lane-rules", d=rules, fill="none", stroke=HAIR, stroke_width=1.2)
    foot = f"M0 {number(picture.bottom)}H{number(picture.right)}"
    svg.element("path", class_="axis", d=foot, fill="none", stroke=SECOND, stroke_width=1.6)
    if picture.review:
        x, wide = picture.review
        svg.element("rect", class_="review", x=x, y=picture.bottom - 1.5, width=wide, height=3, fill=INK)
    for tick in picture.ticks:
        if tick.words:
            svg.element("text", tick.words, x=tick.x + 4, y=picture.bottom + 19, font_size=AXIS, fill=INK)


def draw_name(svg: Svg, row: LaneRow, picture: Picture) -> None:
    """The agency's mark and name, at the left of its lane."""
    with svg.inside("g", class_="lane-name"):
        if row.lane is not None:
            svg.element("title", row.lane.agency)
        if row.lane is not None and row.lane.is_agency:
            draw_mark(svg, row.lane.kind, 9, row.middle, size=13, nth=row.lane.nth)
        first = row.middle + 5.2 - (len(row.names) - 1) * NAME_LINE / 2
        x = 22 if row.lane is None or row.lane.is_agency else 2
        write_lines(svg, row.names, x, first, size=NAMES, step=NAME_LINE, fill=INK)
    if row.nothing_matches:
        write_lines(svg, ("nothing matches",), picture.left + 16, row.middle + 5, size=SMALLEST, fill=SECOND)


def draw_brackets(svg: Svg, picture: Picture, href: EpisodeHref | None) -> None:
    """Numbered brackets over the lanes; titles are read on focus and in the table."""
    if not picture.brackets:
        return
    svg.element("text", "Episodes", x=0, y=14, font_size=NAMES, fill=INK)
    if picture.band and picture.bracket_rows > 1:
        note = f"{picture.band.number} is chosen"
        svg.element("text", note, x=0, y=32, font_size=SMALLEST, fill=SECOND)
    for one in picture.brackets:
        with linked(svg, href(one.number) if href else None, class_="episode"):
            svg.element("title", f"{one.number}. {one.title}")
            _draw_bracket(svg, one)


def _draw_bracket(svg: Svg, one: PlacedBracket) -> None:
    svg.element(
        "rect",
        x=one.x + 1,
        y=one.y + 1,
        width=one.width - 2,
        height=BRACKET - 1,
        fill=CHOSEN_GROUND if one.chosen else WHITE,
        stroke=INK if one.chosen else RULE,
        stroke_width=2.2 if one.chosen else 1.2,
    )
    words = str(one.number)
    svg.element("text", words, x=one.x + 6, y=one.y + 14.5, font_size=SMALLEST, font_weight="bold", fill=INK)


def draw_silence(svg: Svg, one: Silence, href: Href | None) -> None:
    """Dots where we have no entry, dashes where the agency says that it had no contact; the days between."""
    said = one.kind is GapKind.NO_CONTACT
    middle, wide = one.x + one.width / 2, width_of(one.words, SMALLEST)
    path = f"M{number(one.x)} {number(one.y)}"
    if one.width > wide + 16:
        half = wide / 2 + 5
        path += f"H{number(middle - half)}M{number(middle + half)} {number(one.y)}"
    path += f"H{number(one.x + one.width)}"
    class_ = "silence no-contact" if said else "silence"
    dash = "6 4" if said else "2 3"
    with linked(svg, href(one.entry) if href and one.entry else None, class_=class_):
        svg.element("title", one.full_words)
        if one.width > wide + 16 or one.width < wide:
            svg.element("path", d=path, fill="none", stroke=SECOND, stroke_width=1.3, stroke_dasharray=dash)
        if one.width >= wide:
            write_clear(svg, one.words, middle, one.y + 4.8, fill=SECOND, anchor="middle")


def draw_arrows(svg: Svg, arrows: Sequence[Arrow]) -> None:
    """All of them; then how many each bundle stands for, at a height where no other number is."""
    for arrow in arrows:
        _draw_arrow(svg, arrow)
    numbers: list[tuple[float, float]] = []
    for arrow in arrows:
        if arrow.count > 1:
            x = arrow.points[-1][0] + 4
            y = (arrow.points[-1][1] + arrow.points[-2][1]) / 2 + 5
            while any(abs(x - a) < 24 and abs(y - b) < 15 for a, b in numbers):
                y += 15
            numbers.append((x, y))
            write_clear(svg, f"×{arrow.count}", x, y)


def _draw_arrow(svg: Svg, one: Arrow) -> None:
    """Solid for told and joint, dashed for what is not plain; a stub that ends in a bar for "not told"."""
    (x, y), head = one.points[0], one.points[-1]
    way = 1 if head[1] > one.points[-2][1] else -1
    line = f"M{number(x)} {number(y)}" + "".join(f"L{number(a)} {number(b)}" for a, b in one.points[1:])
    with svg.inside("g", class_=f"told {one.status}".replace("_", "-")):
        svg.element("title", one.words)
        if one.stub:
            line += "m-4.5 0h9"
        svg.element(
            "path",
            d=line,
            fill="none",
            stroke=INK if one.stub else ARROW_INK,
            stroke_width=1.6 if one.stub else (2 if one.count > 1 else 1.3),
            stroke_dasharray="4 3" if one.dashed else None,
        )
        if not one.stub:
            tip = f"M{number(head[0])} {number(head[1])}l-3.6 {-7 * way}h7.2z"
            svg.element("path", d=tip, fill=ARROW_INK)


def draw_accounts(svg: Svg, picture: Picture) -> None:
    """A bracket left of the accounts of the chosen event; a crossed equals sign where they differ."""
    one = picture.accounts
    if one is None:
        return
    path = f"M{number(one.x)} {number(one.ys[0])}V{number(one.ys[-1])}"
    path += "".join(f"M{number(one.x)} {number(y)}h5" for y in one.ys)
    dash = "3 2" if one.proposed else None
    svg.element(
        "path", class_="accounts", d=path, fill="none", stroke=INK, stroke_width=1.3, stroke_dasharray=dash
    )
    if one.differ:
        middle = (one.ys[0] + one.ys[-1]) / 2
        sign = f"M{number(one.x - 15)} {number(middle - 2.5)}h10m-10 5h10m-8.5 3l7 -11"
        svg.element("path", class_="differ", d=sign, fill="none", stroke=INK, stroke_width=1.6)
