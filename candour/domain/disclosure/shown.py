"""A view: what one audience may read, a value in which nothing else exists, so no writer can print more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from candour.domain.disclosure.words import Audience, Edition


class Standing(StrEnum):
    """How words stand in this report.

    Open to all; closed and shown; told by their gist alone; or told so because a judge shut them to this
    reader.
    """

    OPEN = "open"
    CLOSED = "closed"
    GIST = "gist"
    WITHHELD = "withheld"

    @property
    def is_shown(self) -> bool:
        return self in (Standing.OPEN, Standing.CLOSED)


class UnderKind(StrEnum):
    """What stands under a paragraph."""

    QUOTATION = "quotation"
    FIGURE = "figure"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class ShownUnder:
    """`text`: the words of a quotation or a note, the title of a figure, or the gist of either.

    Figures and notes have a `number`, the same for every audience; a quotation has none (0).
    """

    kind: UnderKind
    number: int
    standing: Standing
    text: str
    by: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    alt: str = ""
    reason: str = ""

    @property
    def words(self) -> str:
        """A gist is introduced by saying what stands in its place, and where that is."""
        if self.standing.is_shown:
            return self.text
        called = f"{self.kind.capitalize()} {self.number}" if self.number else "A quotation"
        return f"{called} {_elsewhere(self.standing)}{mark_before(self.text)} {self.text}"

    @property
    def texts(self) -> tuple[str, ...]:
        """Every piece of it that is read, one by one."""
        cells = (cell for row in (self.columns, *self.rows) for cell in row)
        return tuple(one for one in (self.text, self.by, self.alt, *cells, self.reason) if one)

    @property
    def counts(self) -> tuple[int, ...]:
        """The last column, where every cell of it is a whole number: what bars can be drawn of."""
        last = [row[-1].replace(",", "") for row in self.rows]
        return tuple(map(int, last)) if last and all(_is_count(one) for one in last) else ()


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """`reason`: why it is closed; only where its words are shown.

    `number` is 0 where it has none: a paragraph of another edition, which the whole report has not.
    Neighbours that share a gist have the numbers of the first and the last of them. `phrase_reasons`: why
    its closed phrases are, one for each, in their order; only for whoever has the closed report.
    """

    number: int
    text: str
    standing: Standing
    reason: str = ""
    under: tuple[ShownUnder, ...] = ()
    first: int = 0
    last: int = 0
    phrase_reasons: tuple[str, ...] = ()

    @property
    def is_told_before(self) -> bool:
        """Whether the gist stands at an earlier paragraph already."""
        return bool(self.first) and self.number != self.first

    @property
    def words(self) -> str:
        """As it is read: a gist is introduced by saying where the paragraph is."""
        if self.standing.is_shown:
            return self.text
        if self.is_told_before:
            return f"Paragraph {self.number} {_elsewhere(self.standing)}. See paragraph {self.first}."
        if self.first:
            joint = "to" if self.last - self.first > 1 else "and"
            several = f"Paragraphs {self.first} {joint} {self.last}"
            return f"{several} are in the closed report{mark_before(self.text)} {self.text}"
        called = f"Paragraph {self.number}" if self.number else "A paragraph"
        return f"{called} {_elsewhere(self.standing)}{mark_before(self.text)} {self.text}"


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the report, its title and paragraphs in order."""

    title: str
    paragraphs: tuple[ShownParagraph, ...]
    level: int = 1

    @property
    def told(self) -> Iterator[ShownParagraph]:
        """What is printed: a gist that neighbours share once, at the first of them."""
        yield from (paragraph for paragraph in self.paragraphs if not paragraph.is_told_before)


@dataclass(frozen=True, slots=True)
class View:
    """The report of one audience. `by_order`: for one person, under orders; it is never open.

    `ordered_as`: in which roles these were made, such as "Judge".
    """

    title: str
    review_number: str
    audience: Audience
    invented: bool
    parts: tuple[ShownPart, ...]
    edition: Edition = Edition.WHOLE
    by_order: bool = False
    real_names: bool = False
    ordered_as: tuple[str, ...] = ()

    @property
    def paragraphs(self) -> Iterator[ShownParagraph]:
        yield from (paragraph for part in self.parts for paragraph in part.paragraphs)

    def as_json(self) -> str:
        """Canonical: the same view is the same text, with keys in order and nothing between.

        Keys that came later are there only where they say something: a view of old keeps its hash.
        """
        shape = asdict(self)
        for paragraph in (one for part in shape["parts"] for one in part["paragraphs"]):
            _leave_out_empty(paragraph, "phrase_reasons")
        _leave_out_empty(shape, "ordered_as")
        return json.dumps(shape, sort_keys=True, ensure_ascii=False, separators=(",", ":"))

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.as_json().encode()).hexdigest()


def _elsewhere(standing: Standing) -> str:
    return "is in the closed report" if standing is Standing.GIST else "is not in this copy, by order"


def mark_before(gist: str) -> str:
    """A gist is a sentence of its own, or the end of the one that says where the words are."""
    return ":" if gist[:1].islower() else "."


def _leave_out_empty(shape: dict[str, Any], key: str) -> None:
    if not shape[key]:
        del shape[key]


def _is_count(cell: str) -> bool:
    return cell.isascii() and cell.isdecimal() and len(cell) <= 9
