"""One of the cast: a person, a body, a place or a thing, under a key that no report prints."""

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
    ADDRESS = "address"
    CASE_NUMBER = "case_number"
    VEHICLE = "vehicle"
    PET = "pet"
    SOCIAL_MEDIA = "social_media"

    @property
    def is_human(self) -> bool:
        return self in (PersonKind.CHILD, PersonKind.ADULT, PersonKind.PROFESSIONAL)

    @property
    def is_number(self) -> bool:
        """Compared by its letters and digits, whatever stands between them."""
        return self in (PersonKind.CASE_NUMBER, PersonKind.VEHICLE)


@dataclass(frozen=True, slots=True)
class Person:
    """`pseudonym` stands in the open report, "" while none is chosen; `aliases` are the other names used.

    `former`: maiden and former names. `role` of a professional ("social worker"), `relation` to the child
    ("stepfather"). `sex`, f, m or "" for not said, is for a genogram only. An agency or a place may have
    its own name as its pseudonym: it is then public, and no secret.
    """

    key: str
    kind: PersonKind
    name: str
    aliases: tuple[str, ...] = ()
    pseudonym: str = ""
    born: date | None = None
    note: str = ""
    titles: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    role: str = ""
    relation: str = ""
    died: date | None = None
    sex: str = ""

    def __post_init__(self) -> None:
        if not KEY.fullmatch(self.key):
            raise Trouble(
                f"“{self.key}” cannot be a key of the cast.",
                do="Write it in small letters, figures and hyphens, like sibling-1.",
            )
        pseudonym = (self.pseudonym,) if self.pseudonym else ()
        for called in (self.name, *self.aliases, *self.former, *pseudonym):
            if not any(letter.isalnum() for letter in called):
                raise self._trouble(
                    "A name, other name or pseudonym holds no letter.",
                    "Write the name, or leave the line out.",
                )
        if self.is_public and self.kind.is_human:
            raise self._trouble(
                "The pseudonym is the real name.",
                "Choose a pseudonym: only agencies and places may stand under their own name.",
            )
        if self.born and self.died and self.died < self.born:
            raise self._trouble("The day of death is before the day of birth.", "Look at both days.")
        if self.sex not in ("", "f", "m"):
            raise self._trouble(f"“{self.sex}” is not f or m.", "Write f or m, or leave it out.")

    @property
    def is_public(self) -> bool:
        return self.pseudonym.casefold().split() == self.name.casefold().split()

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes or went by, each once, the name itself first."""
        return tuple(dict.fromkeys((self.name, *self.aliases, *self.former)))

    def _trouble(self, what: str, do: str) -> Trouble:
        return Trouble(what, where=f"“{self.key}” of the cast", do=do)
