"""One of the cast: a person, an agency, a school or a place, under a key that no report prints."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.trouble import Trouble

KEY = re.compile(r"[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*")


class PersonKind(StrEnum):
    """What one of the cast is; the words are kept in files and never change their meaning."""

    CHILD = "child"
    ADULT = "adult"
    PROFESSIONAL = "professional"
    AGENCY = "agency"
    SCHOOL = "school"
    PLACE = "place"
    OTHER = "other"

    @property
    def is_human(self) -> bool:
        return self in (PersonKind.CHILD, PersonKind.ADULT, PersonKind.PROFESSIONAL)


@dataclass(frozen=True, slots=True)
class Person:
    """`pseudonym` stands in the open report, "" while none is chosen; `aliases` are the other names used.

    An agency or a place may have its own name as its pseudonym: it is then public, and no secret.
    """

    key: str
    kind: PersonKind
    name: str
    aliases: tuple[str, ...] = ()
    pseudonym: str = ""
    born: date | None = None
    note: str = ""

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            raise Trouble(
                f"“{self.key}” cannot be a key of the cast.",
                do="Write it in small letters, figures and hyphens, like sibling-1.",
            )
        for called in (self.name, *self.aliases, *([self.pseudonym] if self.pseudonym else [])):
            if not any(letter.isalnum() for letter in called):
                raise Trouble(
                    "A name, other name or pseudonym holds no letter.",
                    where=f"“{self.key}” of the cast",
                    do="Write the name, or leave the line out.",
                )
        if self.is_public and self.kind.is_human:
            raise Trouble(
                "The pseudonym is the real name.",
                where=f"“{self.key}” of the cast",
                do="Choose a pseudonym: only agencies and places may stand under their own name.",
            )

    @property
    def is_public(self) -> bool:
        return self.pseudonym.casefold().split() == self.name.casefold().split()
