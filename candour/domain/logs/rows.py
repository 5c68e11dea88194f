"""One row of a log and its fate: placed as a case, held with a question for a person, or refused."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass

from candour.domain.logs.case import Case
from candour.domain.logs.questions import Question
from candour.domain.moments import Fate


@dataclass(frozen=True, slots=True)
class Known:
    """A row that was taken in before: where it stood, and its cells."""

    place: str
    cells: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LogRow:
    """`row` is the sheet's own number; `taken_in` says where the same row was taken in before, if it was.

    A row that is held has its question; one that is placed has its case.
    """

    part: str
    row: int
    fate: Fate
    fingerprint: str
    cells: Mapping[str, str]
    code: str = ""
    reason: str = ""
    case: Case | None = None
    question: Question | None = None
    taken_in: str = ""
    day_first: tuple[str, ...] = ()
    """Dates that were read with the day first because their form does not say which comes first."""

    def place_in(self, file: str) -> str:
        return ", ".join(filter(None, (file, self.part, f"row {self.row}")))


def fingerprint_of(cells: Mapping[str, str]) -> str:
    """The same for the same words under the same headings, wherever the row stands."""
    said = sorted((" ".join(name.split()), " ".join(words.split())) for name, words in cells.items())
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def differences(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """What is written otherwise now, a phrase for each heading."""
    headings = dict.fromkeys((*before, *now))
    return [
        f"{one} was “{before.get(one, '')}” and is “{now.get(one, '')}”"
        for one in headings
        if before.get(one, "") != now.get(one, "")
    ]
