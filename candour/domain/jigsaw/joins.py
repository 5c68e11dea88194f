"""What a join is: facts at their places, why together they narrow, and what to generalise."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

CLAIM = (
    "These are the joins that this list of rules found. It does not mean that there are no others, "
    "or that nobody could be recognised. A named person signs for that."
)


class JoinKind(StrEnum):
    """What joins up; the words are kept with rulings and never change their meaning."""

    BIRTHDAY = "birthday"
    INTERVAL = "interval"
    PRESS = "press"
    PRESS_WORDS = "press_words"
    FAMILY = "family"
    HEALTH = "health"
    BACKGROUND = "background"
    OCCUPATION = "occupation"
    ONLY_ONE = "only_one"


@dataclass(frozen=True, slots=True)
class PublicEvent:
    """What anybody can look up: a day and what happened, with the words of the press where they are known."""

    day: date
    what: str
    where: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """Words of the open report, and the paragraph they stand in: 0 is the title."""

    paragraph: int
    words: str

    @property
    def where(self) -> str:
        return f"paragraph {self.paragraph}" if self.paragraph else "the title"


@dataclass(frozen=True, slots=True)
class Join:
    """`why` shows the sum; `instead` says what to generalise."""

    kind: JoinKind
    facts: tuple[Fact, ...]
    why: str
    instead: str

    @property
    def key(self) -> str:
        """The same words at whatever numbers: a ruling stays when a paragraph is added before."""
        said = json.dumps([self.kind, [fact.words for fact in self.facts], self.why], ensure_ascii=False)
        return hashlib.sha256(said.encode()).hexdigest()[:16]
