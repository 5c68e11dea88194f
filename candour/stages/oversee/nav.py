"""The main link of oversight: for those to whom counts are shown."""

from __future__ import annotations

from candour.domain.access import Can, roles_with
from candour.kernel.web.nav import MainLink


def _sees_counts(roles: frozenset[str]) -> bool:
    return not roles.isdisjoint(roles_with(Can.SEE_COUNTS))


LINKS = [MainLink("Oversight", "oversee:oversight", 50, _sees_counts)]
