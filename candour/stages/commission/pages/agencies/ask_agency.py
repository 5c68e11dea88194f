"""An agency is asked for its account, by a day."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Value, When
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import ask_agency
from candour.stages.commission.models import AgencyAsked
from candour.stages.commission.place import place_in


class Form(forms.Form):
    agency = forms.ModelChoiceField(
        label="Agency", queryset=Organisation.objects.none(), empty_label="Choose an agency"
    )
    asked_on = DayField(label="Day it is asked")
    due_on = DayField(label="Day its account is due")

    def __init__(self, *rest: Any, review: Review, **more: Any) -> None:
        super().__init__(*rest, **more)
        agency: Any = self.fields["agency"]
        agency.queryset = agencies_not_asked(review)

    def clean(self) -> Any:
        kept = super().clean()
        asked, due = self.cleaned_data.get("asked_on"), self.cleaned_data.get("due_on")
        if asked and due and due < asked:
            self.add_error("due_on", "This is before the day it is asked. Give a later day.")
        return kept


def agencies_not_asked(review: Review) -> Any:
    """Those of the review's own area first; other areas' too, because families move."""
    near = Case(When(board=review.board, then=Value(0)), default=Value(1), output_field=IntegerField())
    asked = AgencyAsked.objects.filter(review=review, withdrawn_at=None).values("agency")
    rest = Organisation.objects.filter(kind=OrganisationKind.AGENCY).exclude(pk__in=asked)
    return rest.order_by(near, "name")


@needs(Can.ASK_AGENCIES)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    form = Form(typed(request), review=review, initial={"asked_on": spoken_day(today())})
    back = reverse("commission:setting-up", args=[review.in_address])
    if request.method == "POST" and form.is_valid():
        try:
            ask_agency(by=request.user, review=review, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("agency", f"{trouble.what} {trouble.do}")
        else:
            return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{review.title}: ask an agency",
            "sentence": "It sends its own account; the letter to it is yours to send. Whoever sits "
            "here for it gets an e-mail that something waits, and never what.",
            "button": "Note that it is asked",
            "place": place_in(review, "Ask an agency"),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
