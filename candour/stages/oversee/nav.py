"""The main link of oversight: for those to whom counts are shown."""

from __future__ import annotations

from candour.kernel.people.models import Person
from candour.kernel.web.nav import MainLink
from candour.stages.oversee.reads import boards_counted_for


def _sees_counts(person: Person) -> bool:
    return bool(boards_counted_for(person))


LINKS = [MainLink("Oversight", "oversee:oversight", 50, _sees_counts)]
