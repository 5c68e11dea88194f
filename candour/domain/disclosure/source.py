"""The one source of both reports: parts of numbered paragraphs, each with its audience."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.trouble import Trouble


class Audience(StrEnum):
    """Whom a paragraph, or a report, is for."""

    OPEN = "open"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` is plain, with references: [[mother]], [[on 2014-02-11]], [[on 2014-02-11 as season]].

    A closed paragraph has a reason, which stays in the closed report, and a gist, which the public reads in
    its place. `rests_on` names the entries and findings under it. Raises Trouble when one is missing.
    """

    text: str
    audience: Audience = Audience.OPEN
    reason: str = ""
    gist: str = ""
    rests_on: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Trouble("The paragraph has no words.", do="Write it, or take it out.")
        if self.audience is Audience.CLOSED and not self.reason.strip():
            raise Trouble("A closed paragraph needs a reason.", do="Say why the public may not read it.")
        if self.audience is Audience.CLOSED and not self.gist.strip():
            raise Trouble(
                "A closed paragraph needs a gist for the open report.",
                do="Say in a sentence what it concerns, without what is secret.",
            )


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report under its title, which both audiences read."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Trouble("A part of the report has no title.", do="Give it one.")


@dataclass(frozen=True, slots=True)
class Source:
    """The whole report. `invented`: nobody in it is real, and each file says so."""

    title: str
    review_number: str
    parts: tuple[Part, ...]
    invented: bool = False

    def __post_init__(self) -> None:
        if not self.title.strip():
            raise Trouble("The report has no title.", do="Give it one.")

    def numbered(self) -> Iterator[tuple[int, Paragraph]]:
        """Every paragraph with its number: from 1, through all parts, the same for every audience."""
        yield from enumerate((paragraph for part in self.parts for paragraph in part.paragraphs), 1)
