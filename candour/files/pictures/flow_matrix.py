"""Who told whom, as a matrix: rows tell, columns are told; words first, then how many days it took."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import accumulate

from candour.domain.timeline.agency_kinds import Kind
from candour.files.pictures.inks import HAIR, INK, RULE, SECOND, WASH
from candour.files.pictures.lettering import SMALLEST, broken, write_lines
from candour.files.pictures.marks import draw_mark
from candour.files.pictures.svg import Svg, picture

_NAMES = 196.0
_LEAST = 92.0
_TOP = 84.0
_LINE = 17.0
_LETTERS = 15.0
_PAD = 8.0
_BOLD = 3.2


@dataclass(frozen=True, slots=True)
class Party:
    """An agency of the matrix, as a row and as a column."""

    name: str
    kind: Kind
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Square:
    """What one agency's return says of telling another. `words` are read one under another.

    `days` is the small line below them; a `slow` one has a heavy border.
    """

    teller: str
    told: str
    words: tuple[str, ...]
    days: str = ""
    slow: bool = False
    href: str | None = None


def flow_svg(parties: Sequence[Party], squares: Sequence[Square], *, says: str, width: float = 1120) -> str:
    """Rows and columns in the order given. The diagonal is blank; so is a pair of which nothing is said.

    It grows wider than `width` where the columns would be too narrow for their words.
    Raises ValueError for a square of nobody in the matrix, or on its diagonal.
    """
    names = [one.name for one in parties]
    for one in squares:
        if one.teller not in names or one.told not in names or one.teller == one.told:
            raise ValueError(f"no square of this matrix: {one.teller} to {one.told}")
    across = max((width - _NAMES) / max(len(parties), 1), _LEAST)
    talls = [_height([one for one in squares if one.teller == name], across) for name in names]
    tops = list(accumulate(talls, initial=_TOP))
    right, foot = _NAMES + across * len(parties), tops[-1]
    svg = Svg()
    role = "group" if any(one.href for one in squares) else "img"
    with picture(svg, right + 2, foot + 4, says, class_="picture flow", role=role):
        for nth, party in enumerate(parties):
            left, top, tall = _NAMES + nth * across, tops[nth], talls[nth]
            _draw_heads(svg, party, left, across, top + tall / 2)
            svg.element("rect", class_="diagonal", x=left, y=top, width=across, height=tall, fill=WASH)
        _draw_lines(svg, across, tops)
        for square in squares:
            row, column = names.index(square.teller), names.index(square.told)
            _draw_square(svg, square, _NAMES + column * across, tops[row], across, talls[row])
    return str(svg)


def _height(row: Sequence[Square], across: float) -> float:
    most = max((len(one.words) + len(_days(one, across)) for one in row), default=1)
    return max(most * _LINE + 2 * _PAD, 46.0)


def _days(one: Square, across: float) -> tuple[str, ...]:
    """In one line, or two where the column is narrow."""
    return broken(one.days, across - 12, SMALLEST, most=2, bold=one.slow) if one.days else ()


def _draw_heads(svg: Svg, party: Party, left: float, across: float, middle: float) -> None:
    """The name before the row and, over as many lines as it takes, above the column."""
    draw_mark(svg, party.kind, 9, middle, size=14, nth=party.nth)
    lines = broken(party.name, _NAMES - 36, _LETTERS, most=2)
    write_lines(svg, lines, 24, middle + 5 - (len(lines) - 1) * 9, size=_LETTERS, step=18, fill=INK)
    over = broken(party.name, across - 8, SMALLEST, most=3)
    draw_mark(svg, party.kind, left + 11, 12, size=14, nth=party.nth)
    write_lines(svg, over, left + 4, 36, size=SMALLEST, step=17, fill=INK)


def _draw_lines(svg: Svg, across: float, tops: Sequence[float]) -> None:
    right = _NAMES + across * (len(tops) - 1)
    for nth, y in enumerate(tops):
        x = _NAMES + nth * across
        svg.element("line", x1=0, y1=y, x2=right, y2=y, stroke=HAIR if nth else RULE, stroke_width=1.2)
        svg.element("line", x1=x, y1=_TOP, x2=x, y2=tops[-1], stroke=HAIR, stroke_width=1.2)


def _draw_square(svg: Svg, one: Square, left: float, top: float, across: float, tall: float) -> None:
    said = f"{one.teller} to {one.told}: {', '.join(one.words)}{f'; {one.days}' if one.days else ''}"
    class_ = "square slow" if one.slow else "square"
    with svg.inside("g", class_=class_), svg.inside("a", href=one.href) if one.href else nullcontext():
        svg.element("title", said)
        # All of the square can be chosen, not its letters alone.
        svg.element("rect", x=left, y=top, width=across, height=tall, fill="#ffffff", fill_opacity="0")
        words = tuple(line for each in one.words for line in broken(each, across - 12, _LETTERS, most=1))
        foot = write_lines(svg, words, left + 6, top + _PAD + 12, size=_LETTERS, step=_LINE, fill=INK)
        lines = _days(one, across)
        write_lines(svg, lines, left + 6, foot, size=SMALLEST, step=_LINE, bold=one.slow, fill=SECOND)
        if one.slow:
            inner = {"x": left + 2, "y": top + 2, "width": across - 4, "height": tall - 4}
            svg.element("rect", class_="border", **inner, fill="none", stroke=INK, stroke_width=_BOLD)
