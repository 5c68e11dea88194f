"""The desk's main links."""

from __future__ import annotations

from candour.kernel.people.models import Person
from candour.kernel.web.nav import MainLink


def _everybody(person: Person) -> bool:
    return True


LINKS = [
    MainLink("My tasks", "desk:tasks", 10, _everybody),
    MainLink("Reviews", "desk:reviews", 20, _everybody),
]
