"""The main link to what boards were told and what they decided."""

from __future__ import annotations

from candour.domain.access import Can, roles_with
from candour.kernel.web.nav import MainLink


def _sees_decisions(roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(roles_with(Can.SEE_NOTIFICATIONS))


LINKS = [MainLink("Decisions", "decide:decisions", 30, _sees_decisions)]
