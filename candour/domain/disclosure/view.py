"""What one audience may read: a value in which nothing else exists, so that no writer can print more."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.disclosure.references import runs
from candour.domain.disclosure.source import Audience, Paragraph, Part, Source
from candour.domain.identity import Cast

_JOINERS = "\u200c\u200d"


class Standing(StrEnum):
    """How a paragraph stands in this report: open to all, closed and shown, or told by its gist alone."""

    OPEN = "open"
    CLOSED = "closed"
    GIST = "gist"


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """`reason`: why it is closed; only where its words are shown."""

    number: int
    text: str
    standing: Standing
    reason: str = ""

    @property
    def words(self) -> str:
        """As it is read: a gist is introduced by saying where the paragraph is."""
        if self.standing is Standing.GIST:
            return f"Paragraph {self.number} is in the closed report. {self.text}"
        return self.text


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part of the report, its title and paragraphs in order."""

    title: str
    paragraphs: tuple[ShownParagraph, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The report of one audience."""

    title: str
    review_number: str
    audience: Audience
    invented: bool
    parts: tuple[ShownPart, ...]

    @property
    def paragraphs(self) -> Iterator[ShownParagraph]:
        yield from (paragraph for part in self.parts for paragraph in part.paragraphs)


def view(source: Source, cast: Cast, audience: Audience) -> View:
    """The report for one audience: real names in the closed, pseudonyms and gists in the open.

    Paragraphs keep their numbers. Raises Trouble for a reference that leads nowhere, naming the paragraph.
    """
    numbers = iter(range(1, sum(len(part.paragraphs) for part in source.parts) + 1))

    def said(text: str, where: str) -> str:
        return plain("".join(run.text for run in runs(text, cast, audience, where=where)))

    def shown(paragraph: Paragraph) -> ShownParagraph:
        number = next(numbers)
        where = f"paragraph {number}"
        if paragraph.audience is Audience.OPEN:
            return ShownParagraph(number, said(paragraph.text, where), Standing.OPEN)
        if audience is Audience.OPEN:
            return ShownParagraph(number, said(paragraph.gist, f"{where}, gist"), Standing.GIST)
        return ShownParagraph(
            number, said(paragraph.text, where), Standing.CLOSED, said(paragraph.reason, f"{where}, reason")
        )

    def shown_part(number: int, part: Part) -> ShownPart:
        title = said(part.title, f"the title of part {number}")
        return ShownPart(title, tuple(shown(paragraph) for paragraph in part.paragraphs))

    return View(
        title=said(source.title, "the title"),
        review_number=plain(source.review_number),
        audience=audience,
        invented=source.invented,
        parts=tuple(shown_part(number, part) for number, part in enumerate(source.parts, 1)),
    )


def plain(text: str) -> str:
    """One line of composed letters, without controls or unseen marks, in which words could be hidden."""
    seen = (
        " " if letter.isspace() else letter
        for letter in unicodedata.normalize("NFC", text)
        if letter.isspace()
        or letter in _JOINERS
        or unicodedata.category(letter) not in ("Cc", "Cf", "Co", "Cs")
    )
    return " ".join("".join(seen).split())
