"""What may a bundle hold? Only what is open: the report's words, its files, the board's answers.

There is no field for a closed word, a person or a review's inner number, so none can be sent by mistake.
Nothing here is markup: the reading room shows every text as text.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_REVIEW = re.compile(r"[A-Za-z0-9]+([-/][A-Za-z0-9]+)*")
_PATH = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.(html|pdf|docx)")
_NUMBER = re.compile(r"[0-9]+(\.[0-9]+)*")


class AnswerState(StrEnum):
    ACCEPTED = "accepted"
    PARTLY = "partly"
    REJECTED = "rejected"


class ParagraphKind(StrEnum):
    OPEN = "open"
    GIST = "gist"


class FileKind(StrEnum):
    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"


@dataclass(frozen=True, slots=True)
class OpenFile:
    """One finished file. Its path is also the last part of its public address: report.html, report.pdf."""

    path: str
    content: bytes

    def __post_init__(self) -> None:
        if not _PATH.fullmatch(self.path):
            raise ValueError(f"{self.path!r} is not a file name of a bundle. They look like report.pdf.")

    @property
    def kind(self) -> FileKind:
        return FileKind(self.path.rsplit(".", 1)[1])

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


class UnderKind(StrEnum):
    QUOTATION = "quotation"
    FIGURE = "figure"
    NOTE = "note"
    GIST = "gist"


@dataclass(frozen=True, slots=True)
class Under:
    """What stands under a paragraph: a quotation, a figure as its table, a note, or the gist of one."""

    kind: UnderKind
    text: str
    number: int = 0
    by: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of the open report; of a closed one the gist, under the same number.

    `part` is the heading it stands under; `finding` the number of the finding it belongs to, if any.
    """

    number: str
    text: str
    kind: ParagraphKind = ParagraphKind.OPEN
    part: str = ""
    finding: int | None = None
    under: tuple[Under, ...] = ()

    def __post_init__(self) -> None:
        if not _NUMBER.fullmatch(self.number):
            raise ValueError(f"{self.number!r} is not a paragraph number. They look like 34 or 3.2.")


@dataclass(frozen=True, slots=True)
class Finding:
    number: int
    headline: str
    category: str = ""
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """What the board will do. `effect` is what it saw change; empty means it has not yet looked."""

    text: str
    owner: str
    due: date | None = None
    strength: str = ""
    done_on: date | None = None
    effect: str = ""
    look_on: date | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    finding: int
    state: AnswerState
    reason: str
    actions: tuple[Action, ...] = ()
    answered_on: date | None = None
    dissent: str = ""
    dissent_by: str = ""


@dataclass(frozen=True, slots=True)
class Bundle:
    """One edition of a released open report. A higher edition of the same review replaces it.

    The board's answers often come after the report: they are sent as the next edition, and `changed`
    says so in a sentence. A corrected report says what was `corrected` and when the one that it takes the
    place of was released.
    """

    review: str
    title: str
    board: str
    method: str
    regime: str
    released_on: date
    invented: bool
    files: tuple[OpenFile, ...]
    findings: tuple[Finding, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    answers: tuple[Answer, ...] = ()
    about: str = ""
    edition: int = 1
    changed: str = ""
    corrected: str = ""
    replaces: date | None = None

    def __post_init__(self) -> None:
        _check_review(self.review, self.edition)
        if bool(self.corrected.strip()) is not (self.replaces is not None):
            raise ValueError(
                "a correction says what was corrected, and of when the report was that it replaces"
            )
        _check_once("finding", [one.number for one in self.findings])
        _check_once("paragraph", [one.number for one in self.paragraphs])
        _check_once("answer to finding", [one.finding for one in self.answers])
        _check_once("file", [one.path for one in self.files])
        known = {one.number for one in self.findings}
        named = {one.finding for one in self.answers}
        named |= {one.finding for one in self.paragraphs if one.finding is not None}
        if strangers := named - known:
            raise ValueError(f"there is no finding {min(strangers)} in this bundle")

    @property
    def address(self) -> str:
        return address_of(self.review)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Takes every edition of a report off view; this line and its reason stay.

    It carries its own title, for the title of the report may be what must go.
    """

    review: str
    title: str
    board: str
    withdrawn_on: date
    reason: str
    invented: bool
    edition: int = 2

    def __post_init__(self) -> None:
        _check_review(self.review, self.edition)
        if not self.reason.strip():
            raise ValueError("a withdrawal says why")

    @property
    def address(self) -> str:
        return address_of(self.review)


def address_of(review: str) -> str:
    """The review's part of a public address: 2014/003 is read at 2014-003."""
    return review.replace("/", "-").lower()


def _check_review(review: str, edition: int) -> None:
    if not _REVIEW.fullmatch(review):
        raise ValueError(f"{review!r} is not a review number. They look like 2014/003.")
    if edition < 1:
        raise ValueError("editions are counted from 1")


def _check_once(what: str, names: list[int] | list[str]) -> None:
    if len(set(names)) < len(names):
        raise ValueError(f"a bundle names one {what} twice")
