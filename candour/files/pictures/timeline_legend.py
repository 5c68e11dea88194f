"""What the shapes of a timeline mean, as a row of samples with their words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from candour.domain.chronology.entry import Status
from candour.domain.chronology.gaps import GapKind
from candour.domain.timeline import Arrow, Kind, Lane, LaneRow, Mark, Shape, Silence, Standing
from candour.files.pictures.inks import INK
from candour.files.pictures.lettering import width_of
from candour.files.pictures.svg import Svg, picture
from candour.files.pictures.timeline_lanes import draw_arrows, draw_silence
from candour.files.pictures.timeline_marks import Inks, draw_entries

LINE, LETTERS, BETWEEN = 26.0, 15.0, 26.0
INSIDE = "A bar, dot or cross inside a mark tells a second, third or fourth agency of one kind apart"

Draw = Callable[[Svg, float, float], None]


def legend_svg(*, gap_days: int = 60, width: float = 1120, id_prefix: str = "legend-") -> str:
    """Every shape once with its words; `gap_days` as in the picture it stands under."""
    inks = Inks(id_prefix)
    drawing, samples = Svg(), _samples(inks, gap_days)
    x, y = 0.0, LINE / 2
    for room, words, draw in samples:
        needed = room + 8 + width_of(words, LETTERS)
        if x and x + needed > width:
            x, y = 0.0, y + LINE
        draw(drawing, x, y)
        start = x + room + (8 if room else 0)
        drawing.element("text", words, x=start, y=y + 5.2, font_size=LETTERS, fill=INK)
        x += needed + BETWEEN
    svg = Svg()
    label = "; ".join(words for _, words, _ in samples)
    with picture(svg, width, y + LINE / 2, f"What the shapes mean: {label}.", class_="picture legend"):
        inks.define(svg, [Kind.CHILDRENS_SOCIAL_CARE])
        svg.add(drawing)
    return str(svg)


def _samples(inks: Inks, gap_days: int) -> list[tuple[float, str, Draw]]:
    """Room for the sample, its words, and how it is drawn at a place."""

    def entry(shape: Shape, width: float) -> Draw:
        return lambda svg, x, y: draw_entries(svg, _lane(shape, x, y, width), inks, None)

    def told(status: Status) -> Draw:
        return lambda svg, x, y: draw_arrows(svg, [_arrow(status, x, y)])

    def silent(kind: GapKind) -> Draw:
        return lambda svg, x, y: draw_silence(svg, Silence(x, y, 34, kind, 1000000), None)

    return [
        (11, "a known day", entry(Shape.DAY, 11)),
        (44, "lasted this long", entry(Shape.LASTED, 44)),
        (44, "some time within", entry(Shape.WITHIN, 44)),
        (44, "about then", entry(Shape.ABOUT, 30)),
        (10, "told", told(Status.TOLD)),
        (10, "implied, unclear or disputed", told(Status.IMPLIED)),
        (10, "not told", told(Status.NOT_TOLD)),
        (34, f"over {gap_days:,} days without an entry", silent(GapKind.NO_ENTRY)),
        (34, "the agency says: no contact", silent(GapKind.NO_CONTACT)),
        (0, INSIDE, lambda svg, x, y: None),
    ]


def _lane(shape: Shape, x: float, y: float, width: float) -> LaneRow:
    left = x + 7 if shape is Shape.ABOUT else x
    mark = Mark(
        entry="",
        x=left,
        y=y,
        width=width,
        left=x,
        right=left + width + (left - x),
        shape=shape,
        standing=Standing.FULL,
        handle=left + 5.5,
    )
    return LaneRow(Lane("", Kind.CHILDRENS_SOCIAL_CARE, 1), (), 0, 0, (mark,))


def _arrow(status: Status, x: float, y: float) -> Arrow:
    reach = 8 if status is Status.NOT_TOLD else 11
    return Arrow("", "", "", ((x + 5, y - 10), (x + 5, y + reach)), status, date(2000, 1, 1))
