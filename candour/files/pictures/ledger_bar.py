"""What became of a return's rows, as one bar: placed, held, refused, in that order and to scale."""

from __future__ import annotations

from dataclasses import dataclass

from candour.files.pictures.inks import HELD, HELD_GROUND, INK, LATE, PLACED, RULE, WHITE
from candour.files.pictures.lettering import width_of
from candour.files.pictures.signs import draw_cross, draw_hatch
from candour.files.pictures.svg import Svg, Value, picture

LEAST = 6.0
"""A fate with one row among thousands is still seen (pixels)."""
_GAP = 2.0
_BAR = 32.0
_LETTERS = 16.0
_APART = 12.0


def ledger_bar_svg(placed: int, held: int, refused: int, *, says: str, width: float = 1120) -> str:
    """A bar with a part for each fate that any row has; no rows, an empty outline."""
    svg = Svg()
    fates = [
        _Fate("placed", placed, ""),
        _Fate("held", held, " for a person"),
        _Fate("refused", refused, ""),
    ]
    given = [fate for fate in fates if fate.rows > 0]
    widths = widths_to_scale([fate.rows for fate in given], width - 2 - _GAP * max(0, len(given) - 1))
    with picture(svg, width, _BAR + 28, says, class_="picture ledger-bar"):
        if not given:
            box: dict[str, Value] = {"width": width - 2, "height": _BAR - 2, "fill": WHITE, "stroke": RULE}
            svg.element("rect", x=1, y=1, **box, stroke_width=1.2)
        x, starts = 1.0, []
        for fate, wide in zip(given, widths, strict=True):
            _draw_fate(svg, fate.word, x, wide)
            starts.append(x - 1)
            x += wide + _GAP
        for fate, start in zip(given, _apart(given, starts, width), strict=True):
            _write_fate(svg, fate, start)
    return str(svg)


def widths_to_scale(counts: list[int], room: float, least: float = LEAST) -> list[float]:
    """Widths in proportion to the counts, together the room; any too narrow to see is given the least."""
    small: set[int] = set()
    while True:
        left = room - least * len(small)
        of = sum(count for nth, count in enumerate(counts) if nth not in small)
        widths = [least if nth in small else left * count / of for nth, count in enumerate(counts)]
        narrow = {nth for nth, wide in enumerate(widths) if wide < least}
        if not narrow:
            return widths
        small |= narrow


@dataclass(frozen=True, slots=True)
class _Fate:
    word: str
    rows: int
    more: str

    @property
    def count(self) -> str:
        return f"{self.rows:,} {self.word}"

    @property
    def width(self) -> float:
        return width_of(self.count, _LETTERS, bold=True) + width_of(self.more, _LETTERS) + 4


def _apart(fates: list[_Fate], starts: list[float], width: float) -> list[float]:
    """Where the words stand: under the start of their part, moved aside as far as they would run together."""
    places = list(starts)
    limit = width
    for nth in reversed(range(len(fates))):
        places[nth] = min(places[nth], limit - fates[nth].width)
        limit = places[nth] - _APART
    free = 0.0
    for nth, fate in enumerate(fates):
        places[nth] = max(places[nth], free)
        free = places[nth] + fate.width + _APART
    return places


def _draw_fate(svg: Svg, word: str, x: float, width: float) -> None:
    box = {"x": x, "y": 1, "width": width, "height": _BAR - 2}
    match word:
        case "placed":
            svg.element("rect", class_=word, **box, fill=PLACED)
        case "held":
            svg.element("rect", class_=word, **box, fill=HELD_GROUND, stroke=HELD, stroke_width=1.2)
            draw_hatch(svg, x, 1, width, _BAR - 2, stroke=HELD, step=8, stroke_width=2)
        case _:
            svg.element("rect", class_=word, **box, fill=WHITE, stroke=LATE, stroke_width=1.6)
            if width > 20:
                draw_cross(svg, x + width / 2, _BAR / 2, stroke=LATE)


def _write_fate(svg: Svg, fate: _Fate, x: float) -> None:
    with svg.inside("text", x=x, y=_BAR + 20, font_size=_LETTERS, fill=INK):
        svg.element("tspan", fate.count, font_weight="bold")
        if fate.more:
            svg.element("tspan", fate.more)
