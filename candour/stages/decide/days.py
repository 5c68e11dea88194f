"""On which days a thing can have happened: not before what it follows, and not on a day to come."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.notify.models import Notification


def happened(day: date, *, after: date | None = None, which: str = "") -> None:
    """Raises Trouble for a day before `after`, which is called `which`, and for one to come.

    Rows that another installation hands over are held to the same: what it did today there is today here,
    and where its clock runs ahead the row waits for the next file.
    """
    if after is not None and day < after:
        raise Trouble(
            f"{spoken_day(day)} is before {which}, on {spoken_day(after)}.",
            do="Give that day or a later one.",
        )
    if day > today():
        raise Trouble(f"{spoken_day(day)} is still to come.", do="Give the day on which it happened.")


class HappenedOn(DayField):
    """A day in a form, held to what the act holds it to: what that would refuse is said beside the box."""

    after: date | None = None
    which = ""

    def clean(self, value: Any) -> date | None:
        day = super().clean(value)
        if day is not None:
            try:
                happened(day, after=self.after, which=self.which)
            except Trouble as trouble:
                raise forms.ValidationError(f"{trouble.what} {trouble.do}") from None
        return day


def opened_on(notification: Notification) -> tuple[date, str]:
    """From which day on it can be decided, and what happened then: told, or reopened the last time."""
    again = notification.decisions.exclude(reopened_on=None).order_by("-reopened_on").first()  # type: ignore[attr-defined]  # a related name
    if again is not None:
        return again.reopened_on, "the earlier decision was reopened"
    return notification.notified_on, "the board was told"


def not_before(form: forms.Form, name: str, after: date, which: str) -> None:
    """Hold a form's day to one that it follows."""
    field: Any = form.fields[name]
    field.after, field.which = after, which
