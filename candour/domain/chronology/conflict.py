"""One disagreement between accounts, and the kinds there are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from candour.domain.chronology.entry import Entry


class ConflictKind(StrEnum):
    """What accounts disagree on: content is what was found or said, outcome what came of it."""

    DATE = "date"
    TIME = "time"
    PERSON = "person"
    CONTENT = "content"
    OUTCOME = "outcome"
    TOLD = "told"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two accounts (or one row with itself) that cannot both be right as they stand. `a`, `b` are entries."""

    kind: ConflictKind
    a: Entry
    b: Entry
    says_a: str
    says_b: str
    why: str
