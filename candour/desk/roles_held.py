"""Which role is held where: a board's at a board, the national body's there, an administrator's at either."""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.access import ROLES, Role, Scope
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind

HELD_AT: Mapping[Scope, frozenset[str]] = {
    Scope.BOARD: frozenset({OrganisationKind.BOARD}),
    Scope.NATION: frozenset({OrganisationKind.NATIONAL}),
    Scope.INSTALLATION: frozenset({OrganisationKind.BOARD, OrganisationKind.NATIONAL}),
    Scope.REVIEW: frozenset(),
}
"""The kinds of organisation at which a role of each scope is held."""

BY_POST: Mapping[str, Role] = {word: role for word, role in ROLES.items() if HELD_AT[role.scope]}
"""The roles that are given by a post. The others are seats, which each review gives."""


def fits(role: str, organisation: Organisation) -> None:
    """Raises Trouble where the role is none that is held there."""
    if role not in BY_POST:
        raise Trouble(f"“{role}” is no role at {organisation}.", do=f"Choose one of: {', '.join(BY_POST)}.")
    if organisation.kind not in HELD_AT[BY_POST[role].scope]:
        raise Trouble(
            f"{BY_POST[role].title} is no role at {organisation}.",
            do="Choose a role of a board for a board, and one of the national body for that.",
        )
