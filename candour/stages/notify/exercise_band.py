"""The band over every page of an exercise: a law that was proposed and never in force."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from candour.kernel.reviews.models import Review
from candour.kernel.reviews.numbers import ReviewNumber
from candour.stages.notify.law_chosen import is_exercise, law_called
from candour.stages.notify.models import Notification, NotificationNumber


def exercise_band(request: HttpRequest) -> dict[str, Any]:
    """The notice of a page under a notification's or a review's address, for whoever may know of it."""
    person: Any = getattr(request, "user", None)
    found = request.resolver_match
    if not settings.EXERCISES or person is None or not person.is_authenticated or found is None:
        return {}
    law = law_called(_law_at(person, found.kwargs))
    if law is None or not is_exercise(law):
        return {}
    words = f"An exercise, under a law that was never in force: {law.short}."
    return {"notice": f"{words} Every person on this page is invented." if settings.DEMONSTRATION else words}


def _law_at(person: Any, named: dict[str, Any]) -> str:
    """The law of the thing that the address names; nothing where it names none that this person may see."""
    readers: dict[str, Any] = {
        "notification": (NotificationNumber, Notification),
        "number": (ReviewNumber, Review),
    }
    for word, (number, table) in readers.items():
        if word in named:
            try:
                asked = number.read(str(named[word]))
            except ValueError:
                return ""
            rows = table.objects.visible_to(person).filter(year=asked.year, number=asked.number)
            return rows.values_list("regime", flat=True).first() or ""
    return ""
