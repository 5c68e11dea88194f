"""What a law says of papers: which it asks for, what is published and sent before, how long one is kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from candour.domain.deadlines import Unit, length_in_words


class PaperStage(StrEnum):
    """When a regime asks for a paper."""

    NOTIFY = "notify"
    DECIDE = "decide"
    REVIEW = "review"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Document:
    """A paper that the regime asks for."""

    name: str
    title: str
    stage: PaperStage
    says: str
    citation: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """What must be sent to whom how long before publication; counted backwards from that day."""

    to: str
    length: int
    unit: Unit
    citation: str
    verified: bool

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)


@dataclass(frozen=True, slots=True)
class Kept:
    """How long a report stays in public at least."""

    length: int
    unit: Unit
    citation: str
    verified: bool

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit)


@dataclass(frozen=True, slots=True)
class Publication:
    """The rule of publication in sentences, with its times."""

    says: tuple[str, ...]
    citation: str
    verified: bool
    notice: Notice | None
    kept: Kept | None


@dataclass(frozen=True, slots=True)
class Retention:
    """How long something is kept; no length where the law gives none."""

    what: str
    says: str
    length: int | None
    unit: Unit | None
    citation: str
    verified: bool

    @property
    def length_in_words(self) -> str:
        return length_in_words(self.length, self.unit) if self.length is not None and self.unit else ""
