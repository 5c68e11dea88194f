"""What a person is asked about a row that is held, and the answers that were given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Ask(StrEnum):
    """What is asked. Those of a word and of a law are asked once, for every row that has it."""

    NOTIFIED_ON = "notified_on"
    INCIDENT_ON = "incident_on"
    DECIDED_ON = "decided_on"
    OUTCOME = "outcome"
    LAW = "law"
    KEEP = "keep"


UNDECIDED = "undecided"
OWN_CASE = "own_case"
LEAVE_OUT = "leave_out"
NO_LAW = "no_law"
"""Answers that are no dates, outcomes or names of laws."""

ABOUT_ROW = "row:"
"""What is asked about one row and no other is asked about its fingerprint."""

Answers = Mapping[tuple[str, str], str]
"""By what is asked, and about what: a day or an EDTF date, an outcome, the name of a law, or what to do."""


@dataclass(frozen=True, slots=True)
class Question:
    """`about` is a folded word, laws, or a row; `written` as the log has it; `readings` to choose from."""

    ask: Ask
    about: str
    written: str = ""
    readings: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return str(self.ask), self.about
