"""Open the fence of one agency's day: it takes a reason, and is shown there ever after."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.fences import open_fence
from candour.stages.chronology.knowledge.fences import agency_names_of
from candour.stages.chronology.returns.place import place_in


class Asked(forms.Form):
    """Whose day, and for which page: given by the link that leads here, and kept in the form."""

    agency = forms.CharField(max_length=200)
    on = DayField()
    back = forms.CharField(max_length=2000, required=False)


class Form(forms.Form):
    why = forms.CharField(
        label="Why is later knowledge needed here?",
        max_length=400,
        help_text="In a sentence. Everybody who opens this page will read it.",
        error_messages={"required": "Say why. Without a reason the fence stays shut."},
    )


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    asked = Asked(request.GET)
    if not asked.is_valid() or asked.cleaned_data["agency"] not in agency_names_of(review):
        return redirect("chronology:known", review.in_address)
    agency, on = asked.cleaned_data["agency"], asked.cleaned_data["on"]
    form = Form(typed(request))
    back = _back(review, asked.cleaned_data["back"])
    if request.method == "POST" and form.is_valid():
        open_fence(by=viewer, review=review, agency=agency, seen_on=on, why=form.cleaned_data["why"])
        return redirect(f"{back}#later")
    known = ("Who knew what", reverse("chronology:known", args=[review.in_address]))
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_in(review, viewer, known, ("Open the fence", "")),
            "title": f"Open the fence of {spoken_day(on)}",
            "sentence": f"What came later colours what seems sensible then, to {agency} as to us.",
            "follows": [
                f"What came after {spoken_day(on)} stands below what {agency} knew on it, for everybody "
                "who may see the chronology.",
                "Your name, the time and your reason stand there from then on.",
                "It cannot be shut again.",
            ],
            "form": form,
            "button": "Open the fence",
            "back": {"title": "Leave it shut", "href": back},
        },
    )


def _back(review: Review, asked: str) -> str:
    """Only to a page of this very review: a link could have been written by anybody."""
    known = reverse("chronology:known", args=[review.in_address])
    tunnel = reverse("chronology:tunnel", args=[review.in_address])
    return asked if asked.startswith((f"{known}?", f"{tunnel}?")) else known
