"""A verdict: allowed, or every reason why not, so that people put three things right in one go."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from candour.domain.access.powers import Can
from candour.domain.access.roles import ROLES


@dataclass(frozen=True, slots=True)
class Verdict:
    """True when allowed; else `reasons` are sentences for the person refused."""

    allowed: bool
    reasons: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return self.allowed


def decide(*objections: str | None) -> Verdict:
    """Allowed when nobody objects."""
    reasons = tuple(one for one in objections if one)
    return Verdict(allowed=not reasons, reasons=reasons)


def may(can: Can, *, roles: Iterable[str], own: Iterable[str] = (), conflicted: bool = False) -> Verdict:
    """Whether somebody holding `roles` has the power.

    `own` are the roles held for the very agency the thing belongs to: they bring their own-agency
    powers too. A declared conflict of interest always wins.
    """
    held: set[Can] = set()
    for role in roles:
        held |= ROLES[role].powers
    for role in own:
        held |= ROLES[role].own_powers
    return decide(
        None if can in held else f"None of your roles here lets you {can}.",
        "You have declared a conflict of interest here." if conflicted else None,
    )
