"""A page of a PDF as lines of words, and as the bands that are drawn between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from candour.domain.returns.fields import Field, field_of
from candour.files.returns.pdf_hyphens import BREAK, unsettled

WIDER_THAN_A_SPACE = 0.33
"""Of the height of a line: a gap this wide parts two cells, and none is between words of one."""
SAME_PLACE = 2.0
"""Points. Lines drawn no further apart are one."""
FEWEST_ACROSS = 3
MOSTLY = 0.5
MARGIN = 0.12
"""Of the height of a page."""
A_GAP = 1.6
"""Of the height of a line, from the top of one to the top of the next."""


class Word(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float
    text: str


class Line:
    """Words beside each other, from the left. A piece of them stands in one cell, or in a merged one."""

    __slots__ = ("height", "pieces", "top", "words")

    def __init__(self, words: Iterable[Word]) -> None:
        self.words = sorted(words)
        self.top = min(word.top for word in self.words)
        self.height = max(word.bottom - word.top for word in self.words)
        self.pieces: list[list[Word]] = []
        for word in self.words:
            if self.pieces and word.left - self.pieces[-1][-1].right <= WIDER_THAN_A_SPACE * self.height:
                self.pieces[-1].append(word)
            else:
                self.pieces.append([word])


@dataclass(frozen=True, slots=True)
class Band:
    """Lines between two drawn across the page, or one line where none are; `down` are those drawn beside."""

    lines: tuple[Line, ...]
    ruled: bool = False
    down: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    height: float
    lines: tuple[Line, ...]
    across: tuple[tuple[float, float, float], ...]
    down: tuple[tuple[float, float, float], ...]

    @classmethod
    def of(cls, shape: dict[str, Any]) -> Page:
        words = [Word(*one) for one in shape["words"]]
        lines = tuple(_lines(words))
        return cls(
            shape["height"], lines, tuple(map(tuple, shape["across"])), tuple(map(tuple, shape["down"]))
        )


def said(words: Iterable[Word]) -> str:
    """Words of one line, with a space where there is one: a raised "rd" belongs to its 3."""
    text = ""
    last: Word | None = None
    for word in words:
        close = last is not None and word.left - last.right < 0.08 * (last.bottom - last.top)
        text += word.text if last is None or close else f" {word.text}"
        last = word
    return text


def run_on(lines: Iterable[str]) -> str:
    """Lines of one cell as one. A word that goes on after a hyphen keeps it, or is settled at the end."""
    text = ""
    for line in lines:
        broken = text.endswith("-") and text[-2:-1].isalnum() and line[:1].isalnum()
        if broken and unsettled(text, line):
            text = text[:-1] + BREAK
        text += line if broken or not text or not line else f" {line}"
    return text


def _lines(words: Sequence[Word]) -> Iterator[Line]:
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.top + one.bottom, one.left)):
        middle = (word.top + word.bottom) / 2
        if rows and any(one.top < middle < one.bottom for one in rows[-1][:1]):
            rows[-1].append(word)
        else:
            rows.append([word])
    return (Line(row) for row in rows)


def running_lines(pages: Sequence[Page]) -> list[Line]:
    """Lines in the margins that stand at the same height on several pages, figures aside.

    A page's number, its title: not rows, and not words of the rows beside them.
    """
    outside = [_outside_drawn(page) for page in pages]
    margins = [
        [*_margin(page, lines), *_margin(page, lines[::-1])]
        for page, lines in zip(pages, outside, strict=True)
    ]
    seen = Counter(key for lines in margins for key in {_place_and_words(line) for line in lines})
    return [line for lines in margins for line in lines if seen[_place_and_words(line)] > 1]


def _outside_drawn(page: Page) -> list[Line]:
    drawn = _drawn_across(page)
    return [line for line in page.lines if not drawn or not drawn[0] < _middle(line) < drawn[-1]]


def _margin(page: Page, lines: Sequence[Line]) -> list[Line]:
    """Lines from the edge inwards, up to a gap and within the margin; none where no gap parts them.

    Headings of a table are none of them, though they may be repeated at the head of each page.
    """
    for number, (line, further) in enumerate(pairwise(lines), start=1):
        if any((guess := field_of(said(piece))) and guess[0] is Field.DATE for piece in line.pieces):
            return []
        if MARGIN * page.height < line.top < (1 - MARGIN) * page.height:
            return []
        if abs(further.top - line.top) > A_GAP * max(line.height, further.height):
            return [*lines[:number]]
    return []


def _place_and_words(line: Line) -> tuple[int, str]:
    return round(line.top / 3), re.sub(r"\d+", "#", said(line.words))


def bands_of(page: Page, without: frozenset[Line]) -> list[Band]:
    """From the top. Lines of words above, between and below those that are drawn, each in its band once."""
    lines = [line for line in page.lines if line not in without]
    drawn = _drawn_across(page)
    bands: list[Band] = []
    rest = lines
    for above, below in pairwise(drawn):
        inside = tuple(line for line in rest if above <= _middle(line) < below)
        before = [line for line in rest if _middle(line) < above]
        bands += [Band((line,)) for line in before]
        if inside:
            bands.append(Band(inside, ruled=True, down=_drawn_down(page, above, below)))
        rest = [line for line in rest if _middle(line) >= below]
    return bands + [Band((line,)) for line in rest]


def _middle(line: Line) -> float:
    return line.top + line.height / 2


def _drawn_across(page: Page) -> list[float]:
    """How far down the lines stand that reach over most of the widest; none where there are too few."""
    grouped: list[list[tuple[float, float, float]]] = []
    for one in sorted(page.across):
        if grouped and one[0] - grouped[-1][0][0] <= SAME_PLACE:
            grouped[-1].append(one)
        else:
            grouped.append([one])
    reach = [(group[0][0], _covered((left, right) for _, left, right in group)) for group in grouped]
    widest = max((wide for _, wide in reach), default=0)
    drawn = [at for at, wide in reach if wide >= MOSTLY * widest]
    return drawn if len(drawn) >= FEWEST_ACROSS else []


def _drawn_down(page: Page, above: float, below: float) -> tuple[float, ...]:
    """How far to the right the lines stand that reach over most of a band."""
    places: dict[float, list[tuple[float, float]]] = {}
    for x, top, bottom in sorted(page.down):
        if top < below and bottom > above:
            near = next((one for one in places if abs(one - x) <= SAME_PLACE), x)
            places.setdefault(near, []).append((max(top, above), min(bottom, below)))
    return tuple(x for x, spans in places.items() if _covered(spans) >= MOSTLY * (below - above))


def _covered(spans: Iterable[tuple[float, float]]) -> float:
    total, reached = 0.0, float("-inf")
    for start, end in sorted(spans):
        total += max(0.0, end - max(start, reached))
        reached = max(reached, end)
    return total
