"""What a person has ruled on each join, and the name under the report: without both nothing is decided."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.jigsaw.joins import CLAIM, Join
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Ruling:
    """A join that stays as it is, by whom and why. One that is mended is no longer found, and needs none."""

    key: str
    by: str
    on: date
    why: str

    def __post_init__(self) -> None:
        if not (self.by.strip() and self.why.strip()):
            raise Trouble(
                "A join stays for a reason, by somebody.", do="Say why it may stay, and who says so."
            )


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs that the joins were looked at; `seen` is a hash of them, `claim` what was said to them."""

    by: str
    on: date
    seen: str
    claim: str = CLAIM

    def holds_for(self, joins: Iterable[Join]) -> bool:
        """False when there is another join than those that were seen."""
        return self.seen == _hash(joins)


def still_to_decide(joins: Iterable[Join], rulings: Iterable[Ruling]) -> tuple[Join, ...]:
    """Those that no ruling is about. A ruling stays with the words of its join, wherever they move."""
    ruled = {ruling.key for ruling in rulings}
    return tuple(join for join in joins if join.key not in ruled)


def sign(joins: Sequence[Join], rulings: Sequence[Ruling], *, by: str, on: date) -> Signature:
    """Raises Trouble while a join waits, and for nobody's name: no list of joins is empty by itself."""
    if not by.strip():
        raise Trouble("Nobody has signed for the joins.", do="Write the name of whoever looked.")
    if waiting := still_to_decide(joins, rulings):
        many = "One join waits" if len(waiting) == 1 else f"{len(waiting)} joins wait"
        raise Trouble(
            f"{many} for a decision.",
            where=waiting[0].facts[0].where if waiting[0].facts else None,
            do="Say it more generally, or say why it may stay.",
        )
    return Signature(by, on, _hash(joins))


def _hash(joins: Iterable[Join]) -> str:
    return hashlib.sha256("\n".join(sorted(join.key for join in joins)).encode()).hexdigest()
