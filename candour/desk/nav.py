"""The desk's main links."""

from __future__ import annotations

from candour.domain.access import Can, roles_with
from candour.kernel.web.nav import MainLink


def _everybody(roles: frozenset[str]) -> bool:
    return True


def _administers(roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(roles_with(Can.ADMINISTER))


LINKS = [
    MainLink("My tasks", "desk:tasks", 10, _everybody),
    MainLink("Reviews", "desk:reviews", 20, _everybody),
    MainLink("People", "desk:people", 60, _administers, begins=("/organisations/", "/invite/")),
]
