"""The one source of every report: parts of numbered paragraphs, each with its audience and its editions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from candour.domain.disclosure.tokens import check_tokens
from candour.domain.disclosure.under import Under, refuse_without_gist
from candour.domain.disclosure.words import Audience, Edition
from candour.domain.trouble import Trouble

_DEEPEST = 3


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`text` is plain, with references: [[mother]], [[on 2014-02-11]], [[closed: secret words | gist]].

    A closed paragraph has a reason, which stays in the closed report, and a gist, which the public reads in
    its place. `rests_on` names the entries and findings under it. `under` are its quotations, figures and
    notes. `editions` say where it stands beside those that have a wording of their own in `wordings`.
    `phrase_reasons`: why closed phrases are, by their words as they are typed.
    Raises Trouble when words, reason or gist are missing.
    """

    text: str
    audience: Audience = Audience.OPEN
    reason: str = ""
    gist: str = ""
    rests_on: tuple[str, ...] = ()
    under: tuple[Under, ...] = ()
    editions: tuple[Edition, ...] = (Edition.WHOLE,)
    wordings: tuple[tuple[Edition, str], ...] = ()
    phrase_reasons: tuple[tuple[str, str], ...] = ()

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Trouble("The paragraph has no words.", do="Write it, or take it out.")
        refuse_without_gist("A closed paragraph", self.audience, self.reason, self.gist)
        if any(not words.strip() for _, words in self.wordings):
            raise Trouble("A wording for an edition has no words.", do="Write it, or take it out.")

    def stands_in(self, edition: Edition) -> bool:
        return edition in self.editions or edition in dict(self.wordings)

    def wording_for(self, edition: Edition) -> str:
        return dict(self.wordings).get(edition, self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the report under its title, which every audience reads; `level` 2 and 3 lie inside another.

    `titles`: what it is called in another edition.
    """

    title: str
    paragraphs: tuple[Paragraph, ...]
    level: int = 1
    titles: tuple[tuple[Edition, str], ...] = ()

    def __post_init__(self) -> None:
        if not all(title.strip() for title in (self.title, *dict(self.titles).values())):
            raise Trouble("A part of the report has no title.", do="Give it one.")
        if not 1 <= self.level <= _DEEPEST:
            raise Trouble("A part can lie one, two or three levels deep.", do="Write level = 1, 2 or 3.")

    def title_for(self, edition: Edition) -> str:
        return dict(self.titles).get(edition, self.title)


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
        above = 0
        for part in self.parts:
            if part.level > above + 1:
                raise Trouble(
                    f"The part “{check_tokens(part.title)}” lies deeper than one level under the part above.",
                    do=f"Give it level {above + 1}.",
                )
            above = part.level

    def numbered(self) -> Iterator[tuple[int, Paragraph]]:
        """Every paragraph of the whole report with its number: from 1, the same for every audience."""
        whole = (
            paragraph
            for part in self.parts
            for paragraph in part.paragraphs
            if paragraph.stands_in(Edition.WHOLE)
        )
        yield from enumerate(whole, 1)
