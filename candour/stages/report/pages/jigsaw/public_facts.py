"""What is public of the case: listed, taken out, put back."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.jigsaw import (
    list_public_fact,
    put_back_public_fact,
    withdraw_public_fact,
)
from candour.stages.report.models import PublicFact
from candour.stages.report.place import place_of


class Form(forms.Form):
    happened_on = DayField(label="The day it tells")
    what = forms.CharField(
        label="What happened, as it is public",
        help_text="In small words: an arrest, the opening of an inquest.",
        max_length=400,
    )
    where = forms.CharField(
        label="Where anybody can find it", help_text="A newspaper, a court list, a web page.", max_length=200
    )
    words = forms.CharField(
        label="Its own words",
        help_text="Paste them where they are known: the same words in the report would find it.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@needs(Can.WRITE_REPORT)
def add(request: HttpRequest, review: Review) -> HttpResponse:
    back = reverse("report:jigsaw", args=[review.in_address])
    return form_page(
        request,
        Form(typed(request)),
        save=lambda **said: list_public_fact(by=request.user, review=review, **said),
        back=back,
        title="What can anybody look up?",
        sentence="The open report is read beside it. It stands in no report.",
        button="List it",
        place=place_of(review, request.user, ("What joins up", back), "What is public"),
    )


@needs(Can.WRITE_REPORT)
@require_POST
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    withdraw_public_fact(by=request.user, fact=_fact(request, review, pk))
    return redirect("report:jigsaw", review.in_address)


@needs(Can.WRITE_REPORT)
@require_POST
def put_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    put_back_public_fact(by=request.user, fact=_fact(request, review, pk))
    return redirect("report:jigsaw", review.in_address)


def _fact(request: HttpRequest, review: Review, pk: int) -> PublicFact:
    seen = PublicFact.objects.visible_to(request.user).filter(review=review)
    found: PublicFact = get_object_or_404(seen, pk=pk)
    return found
