"""Where the columns of a table on a page stand: between lines that are drawn, or as its headings stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from candour.domain.returns.fields import CERTAIN, Field, field_of
from candour.domain.returns.mapping import find_heading
from candour.domain.returns.tables import Row, Table
from candour.files.returns.pdf_hyphens import kept
from candour.files.returns.pdf_lines import SAME_PLACE, Band, Line, Word, run_on, said

HEADING_LINES = 3
"""The most lines over which the headings of a table without drawn lines are sought."""

SLACK = 2.0
"""Points that a letter may reach over the edge of its column."""
DRAWN = 3
"""The fewest lines drawn down that make columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """`names` are the headings; `edges` how far right each column ends, but the last; `date` one of them."""

    names: tuple[str, ...]
    edges: tuple[float, ...]
    date: int
    event: int

    def of(self, word: Word) -> int:
        return self._at((word.left + word.right) / 2)

    def _at(self, x: float) -> int:
        return bisect_right(self.edges, x)

    def cells(self, lines: Iterable[Line]) -> list[str]:
        """The words of each column, the lines of a cell run on."""
        found: list[list[str]] = [[] for _ in self.names]
        for line in lines:
            parts: list[list[Word]] = [[] for _ in self.names]
            for word in line.words:
                parts[self.of(word)].append(word)
            for cell, words in zip(found, parts, strict=True):
                if words:
                    cell.append(said(words))
        return [run_on(cell) for cell in found]

    def has_a_date(self, line: Line) -> bool:
        """True where words stand in the column of dates and keep to it."""
        return any({self.of(piece[0]), self.of(piece[-1])} == {self.date} for piece in line.pieces)

    def is_crossed(self, band: Band) -> bool:
        """True where words run on from one column into the next: a merged cell, or columns not kept apart."""
        drawn = {edge for edge in self.edges if any(abs(edge - x) <= SAME_PLACE for x in band.down)}
        return any(
            {*self.edges[self._at(piece[0].left + SLACK) : self._at(piece[-1].right - SLACK)]} - drawn
            for line in band.lines
            for piece in line.pieces
        )


def heading_at(bands: Sequence[Band], at: int) -> tuple[Columns, int] | None:
    """The columns whose headings begin with this band, and how many bands they take; None for any other."""
    if not _may_be_heading(bands[at : at + HEADING_LINES]):
        return None
    most = 1 if bands[at].ruled else HEADING_LINES
    best: tuple[float, Columns, int] | None = None
    for taken in range(1, most + 1):
        window = bands[at : at + taken]
        if len(window) < taken or any(one.ruled for one in window[1:]):
            break
        spans = _spans([line for one in window for line in one.lines], window[0].down)
        sure = _as_heading([words for _, _, words in spans], drawn=len(window[0].down) >= DRAWN)
        if sure is not None and (best is None or sure[0] >= best[0]):
            edges = _edges(spans, window[0].down, bands[at + taken :])
            best = sure[0], Columns(tuple(words for _, _, words in spans), edges, *sure[1:]), taken
    return best and best[1:]


def _may_be_heading(bands: Sequence[Band]) -> bool:
    """A quick look: all headings of dates begin with a word of a few, and stand in a piece of their own."""
    pieces = (said(piece) for band in bands for line in band.lines[:HEADING_LINES] for piece in line.pieces)
    return any(len(one) < 60 and (guess := field_of(one)) and guess[0] is Field.DATE for one in pieces)


Span = tuple[float, float, str]
"""One heading: how far left it begins and how far right it ends, and its words."""


def _spans(lines: Sequence[Line], down: Sequence[float]) -> list[Span]:
    if len(down) >= DRAWN:
        inner = sorted(down)[1:-1]
        columns = Columns(("",) * (len(inner) + 1), tuple(inner), 0, 0)
        ends = sorted(down)
        return [
            (*ends_of, kept(words))
            for ends_of, words in zip(pairwise(ends), columns.cells(lines), strict=True)
        ]
    spans: list[Span] = []
    for left, right, words in sorted(
        (piece[0].left, piece[-1].right, said(piece)) for line in lines for piece in line.pieces
    ):
        if spans and left < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(right, spans[-1][1]), "")
        else:
            spans.append((left, right, words))
    return [(left, right, _words_within(lines, left, right)) for left, right, _ in spans]


def _words_within(lines: Sequence[Line], left: float, right: float) -> str:
    inside = ([word for word in line.words if left <= word.left <= right] for line in lines)
    return kept(run_on(said(words) for words in inside if words))


def drawn_columns(bands: Iterable[Band]) -> Columns | None:
    """The columns of the first band whose cells are drawn, for a table whose headings nobody knows yet."""
    for band in bands:
        if len(band.down) >= DRAWN:
            edges = tuple(sorted(band.down)[1:-1])
            return Columns(("",) * (len(edges) + 1), edges, 0, 0)
    return None


def _as_heading(names: Sequence[str], *, drawn: bool) -> tuple[float, int, int] | None:
    """How sure it is that these are headings, and the columns of the date and of the event.

    Where cells are drawn a likely heading of dates will do; elsewhere it could be words of an entry.
    """
    if not any((guess := field_of(one)) and guess[0] is Field.DATE for one in names):
        return None
    found = find_heading(Table("", (Row(1, tuple(names)),)))
    if found is None or (found.confidence[Field.DATE] < CERTAIN and not drawn):
        return None
    told = found.columns.get(Field.EVENT, found.columns.get(Field.ACTION))
    if told is None:
        return None
    return sum(found.confidence.values()), found.columns[Field.DATE], told


def _edges(spans: Sequence[Span], down: Sequence[float], below: Sequence[Band]) -> tuple[float, ...]:
    """Between two headings, as near to the second as the words below allow: they may begin left of it."""
    if len(down) >= DRAWN:
        return tuple(sorted(down)[1:-1])
    pieces = [
        (piece[0].left, piece[-1].right) for one in below for line in one.lines for piece in line.pieces
    ]
    edges = []
    for (_, left, _), (right, _, _) in pairwise(spans):
        places = [right - 0.5 - step for step in range(int(max(right - left, 1)))]
        edges.append(min(places, key=lambda at: sum(start < at < end for start, end in pieces)))
    return tuple(edges)
