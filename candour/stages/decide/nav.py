"""The main link to what boards were told and what they decided."""

from __future__ import annotations

from candour.domain.access import Can, roles_with
from candour.kernel.people.models import Person, Post
from candour.kernel.web.nav import MainLink


def _sees_decisions(person: Person) -> bool:
    return Post.objects.held_by(person).filter(role__in=roles_with(Can.SEE_NOTIFICATIONS)).exists()


LINKS = [MainLink("Decisions", "decide:decisions", 30, _sees_decisions)]
