"""How the cast stood to one another, and who lived together, from when to when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.relations import HOMES, HUMAN, keep_household, keep_relation
from candour.stages.report.models import CastHousehold, CastRelation, Related
from candour.stages.report.place import place_of


class RelationForm(forms.Form):
    a = forms.ModelChoiceField(queryset=None, label="Who", to_field_name="key")
    kind = forms.ChoiceField(label="Is what", choices=Related.choices)
    b = forms.ModelChoiceField(queryset=None, label="Of whom", to_field_name="key")
    begins = DayField(label="From", required=False)
    ends = DayField(label="Until, if it ended", required=False)

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name in ("a", "b"):
            field: Any = self.fields[name]
            field.queryset = review.cast.filter(kind__in=HUMAN)
            field.label_from_instance = _called


class HouseholdForm(forms.Form):
    address = forms.ModelChoiceField(
        queryset=None, label="Where", help_text="An address or a place of the cast.", to_field_name="key"
    )
    members = forms.ModelMultipleChoiceField(
        queryset=None,
        label="Who lived there",
        to_field_name="key",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Say who lived there"},
    )
    begins = DayField(label="From", required=False)
    ends = DayField(label="Until, if it ended", required=False)

    def __init__(self, *args: Any, review: Review, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for name, kinds in (("address", HOMES), ("members", HUMAN)):
            field: Any = self.fields[name]
            field.queryset = review.cast.filter(kind__in=kinds)
            field.label_from_instance = _called


@needs(Can.SEE_SOURCE, reading="opened_relations")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    relations = CastRelation.objects.visible_to(request.user).filter(review=review).select_related("a", "b")
    households = CastHousehold.objects.visible_to(request.user).filter(review=review)
    households = households.select_related("address").prefetch_related("members")
    back = reverse("report:cast", args=[review.in_address])
    return render(
        request,
        "stages/report/pages/casting/relations.html",
        {
            "review": review,
            "relations": relations.filter(withdrawn_at=None),
            "households": households.filter(withdrawn_at=None),
            "out": [("relation", one) for one in relations.exclude(withdrawn_at=None)]
            + [("household", one) for one in households.exclude(withdrawn_at=None)],
            "has_home": review.cast.filter(kind__in=HOMES).exists(),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)),
            "place": place_of(review, request.user, ("Cast", back), "Relations"),
            "print_words": f"Relations of review {review.written_number}, restricted",
        },
    )


@needs(Can.WRITE_REPORT, reading="opened_relations")
def add_relation(request: HttpRequest, review: Review) -> HttpResponse:
    return form_page(
        request,
        RelationForm(typed(request), review=review),
        save=lambda **said: keep_relation(by=request.user, review=review, **said),
        title="How do they stand to one another?",
        sentence="A day that is not known is left empty.",
        button="Keep this relation",
        **_about(request, review, "Add a relation"),
    )


@needs(Can.WRITE_REPORT, reading="opened_relations")
def add_household(request: HttpRequest, review: Review) -> HttpResponse:
    return form_page(
        request,
        HouseholdForm(typed(request), review=review),
        save=lambda **said: keep_household(by=request.user, review=review, **said),
        title="Who lived together?",
        sentence="One household from a day to a day: when somebody moves out, end it and keep the next one.",
        button="Keep this household",
        **_about(request, review, "Add a household"),
    )


def _about(request: HttpRequest, review: Review, step: str) -> dict[str, Any]:
    back = reverse("report:relations", args=[review.in_address])
    cast = reverse("report:cast", args=[review.in_address])
    return {"back": back, "place": place_of(review, request.user, ("Cast", cast), ("Relations", back), step)}


def _called(member: Any) -> str:
    return f"{member.name} ({member.key})"
