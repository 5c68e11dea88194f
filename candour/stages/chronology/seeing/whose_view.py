"""Whose a saved view is to withdraw and to put back."""

from __future__ import annotations

from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.stages.chronology.models import SavedView


def needed_to_withdraw(view: SavedView, by: Person) -> Can:
    """Who saved it needs no more than to see the chronology; a colleague, the power to settle it."""
    return Can.SEE_CHRONOLOGY if view.saved_by == by.username else Can.SETTLE_CHRONOLOGY
