"""The desk's main links."""

from __future__ import annotations

from candour.domain.access import Can
from candour.kernel.access import may_anywhere
from candour.kernel.people.models import Person
from candour.kernel.web.nav import MainLink


def _everybody(person: Person) -> bool:
    return True


def _administers(person: Person) -> bool:
    return bool(may_anywhere(person, Can.ADMINISTER))


LINKS = [
    MainLink("My tasks", "desk:tasks", 10, _everybody),
    MainLink("Reviews", "desk:reviews", 20, _everybody),
    MainLink("People", "desk:people", 60, _administers, begins=("/organisations/", "/invite/")),
]
