"""The form that marks an episode or changes one, and the entries it offers to choose from."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Q
from django.http import HttpRequest

from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.stages.analysis.choosing import Choices, choices_in, entries_in
from candour.stages.analysis.models import Episode

MOVING = ("title", "starts_on", "ends_on", "agency", "seen_on", "seen_when", "absence")


class Form(VersionedForm):
    title = forms.CharField(
        label="Title",
        max_length=160,
        help_text="A place, a time or a task, such as “The first weeks after the move”. Not a verdict.",
    )
    starts_on = DayField(label="First day")
    ends_on = DayField(label="Last day")
    agency = forms.ChoiceField(label="Whose view from the tunnel?")
    seen_on = DayField(label="Up to the end of which day do we look with them?")
    seen_when = forms.CharField(
        label="What was that day for them?",
        max_length=200,
        required=False,
        help_text="Such as “The day the visit was set”.",
    )
    absence = forms.CharField(
        label="What no return shows, if that is part of it",
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        field: Any = self.fields["agency"]
        field.choices = [("", "Choose an agency"), *((one.pk, one.name) for one in agencies_in(review))]
        self.fields["version"].required = False

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or self.cleaned_data
        first, seen, last = said.get("starts_on"), said.get("seen_on"), said.get("ends_on")
        if first and last and last < first:
            self.add_error("ends_on", "The last day lies before the first. Give a later day.")
        elif first and last and seen and not first <= seen <= last:
            self.add_error("seen_on", "This day lies outside the episode. Give one from first to last.")
        return said

    def said(self, request: HttpRequest, review: Review) -> dict[str, Any]:
        """What the actions take."""
        given = {name: self.cleaned_data[name] for name in MOVING}
        given["agency"] = Organisation.objects.get(pk=given["agency"])
        given["entries"] = entries_in(review, request.POST.getlist("entries"))
        return given


def agencies_in(review: Review) -> list[Organisation]:
    """Agencies that were asked or have sent something."""
    asked = review.agencies_asked.filter(withdrawn_at=None).values("agency")
    sent = review.returns.filter(withdrawn_at=None).values("agency")
    return list(Organisation.objects.filter(Q(pk__in=asked) | Q(pk__in=sent)))


def offered(request: HttpRequest, review: Review, form: Form, chosen: list[str]) -> Choices:
    """Entries of the days in the form; while it has none, only those chosen already."""
    days = dict.fromkeys(("starts_on", "ends_on"))
    for name in days:
        field, value = form.fields[name], form[name].value()
        try:
            days[name] = field.clean(value)
        except forms.ValidationError:
            days[name] = None
    return choices_in(
        review,
        chosen,
        first=days["starts_on"],
        last=days["ends_on"],
        agency=request.POST.get("of_agency", ""),
        among=None if any(days.values()) else Q(pk__in=()),
    )


def initial_of(episode: Episode) -> dict[str, Any]:
    return {
        "title": episode.title,
        "starts_on": spoken_day(episode.starts_on),
        "ends_on": spoken_day(episode.ends_on),
        "agency": episode.agency_id,
        "seen_on": spoken_day(episode.seen_on),
        "seen_when": episode.seen_when,
        "absence": episode.absence,
        "version": episode.version,
    }
