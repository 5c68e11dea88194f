"""Who is whose parent, partner, sibling, carer or professional, and who lived together, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from candour.domain.trouble import Trouble


class RelationKind(StrEnum):
    """What the first is to the second; the words are kept in files and never change their meaning."""

    PARENT = "parent"
    PARTNER = "partner"
    SIBLING = "sibling"
    CARER = "carer"
    PROFESSIONAL_OF = "professional_of"


@dataclass(frozen=True, slots=True)
class Relation:
    """`a` is the parent (partner, ..) of `b`, by their keys, from `begins` to the day before `ends`.

    A day that is None is not known, or has not come. Raises Trouble for one's own relation, or an end
    before the beginning.
    """

    kind: RelationKind
    a: str
    b: str
    begins: date | None = None
    ends: date | None = None

    def __post_init__(self) -> None:
        if self.a == self.b:
            raise Trouble(f"“{self.a}” stands on both sides of a relation.", do="Name two of the cast.")
        _refuse_backwards(self.begins, self.ends, f"the relation of “{self.a}” and “{self.b}”")

    def holds(self, on: date) -> bool:
        return _holds(self.begins, self.ends, on)


@dataclass(frozen=True, slots=True)
class Household:
    """Who lived at an address of the cast, from `begins` to the day before `ends`."""

    address: str
    members: tuple[str, ...]
    begins: date | None = None
    ends: date | None = None

    def __post_init__(self) -> None:
        if not self.members:
            raise Trouble(f"Nobody is in the household at “{self.address}”.", do="Name its members.")
        _refuse_backwards(self.begins, self.ends, f"the household at “{self.address}”")

    def holds(self, on: date) -> bool:
        return _holds(self.begins, self.ends, on)


def _holds(begins: date | None, ends: date | None, on: date) -> bool:
    return (begins is None or begins <= on) and (ends is None or on < ends)


def _refuse_backwards(begins: date | None, ends: date | None, where: str) -> None:
    if begins and ends and ends < begins:
        raise Trouble("It ends before it begins.", where=where, do="Look at both days.")
