"""What a notification says, in sections: one form and one page each."""

from __future__ import annotations

import re
from typing import Any

from django.http import Http404

from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.sections.agencies import Agencies
from candour.stages.notify.sections.areas import Areas
from candour.stages.notify.sections.child import Child
from candour.stages.notify.sections.children import Children
from candour.stages.notify.sections.facts import Facts
from candour.stages.notify.sections.family import Family
from candour.stages.notify.sections.incident import Incident
from candour.stages.notify.sections.section import Section
from candour.stages.notify.sections.told_to import TellingOthers
from candour.stages.notify.subject_words import said_of_subject
from candour.stages.notify.told import told_in

SECTIONS: dict[str, type[Section]] = {
    "incident": Incident,
    "areas": Areas,
    "children": Children,
    "facts": Facts,
    "agencies": Agencies,
    "told": TellingOthers,
    "family": Family,
}
"""By their word in an address, in the order of the page."""
_CHILD = re.compile(r"child-(\d{1,2})")


def section_at(notification: Notification, word: str, data: Any = None) -> Section:
    """The form of a section as it stands; `child-2` is the second child. Raises Http404 for no section."""
    told = told_in(notification)
    if (found := _CHILD.fullmatch(word)) and 0 < int(found[1]) <= len(told.children):
        return Child(data, notification=notification, told=told, nth=int(found[1]) - 1)
    if word not in SECTIONS:
        raise Http404
    return SECTIONS[word](data, notification=notification, told=told)


def still_to_say(notification: Notification) -> list[tuple[str, str]]:
    """The sections in which nothing is said yet: their word and their title."""
    told = told_in(notification)
    law = law_of(notification)
    return [(word, said_of_subject(one.TITLE, law)) for word, one in SECTIONS.items() if not one.said(told)]
