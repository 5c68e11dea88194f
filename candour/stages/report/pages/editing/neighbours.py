"""Paragraphs beside one another are closed under one gist."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import close_together
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import part_at, part_step, place_of


class Form(forms.Form):
    first = forms.IntegerField(label="From paragraph", min_value=1)
    last = forms.IntegerField(label="To paragraph", min_value=2)
    reason = forms.CharField(
        label="Why they are closed", help_text="Stands in the closed report.", max_length=400
    )
    gist = forms.CharField(
        label="One gist for all of them",
        help_text="A sentence, told once after “Paragraphs 34 to 36 are in the closed report.”",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs(Can.WRITE_REPORT)
def together(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    form = Form(typed(request))
    back = reverse("report:part", args=[review.in_address, part.number])
    if request.method == "POST" and form.is_valid():
        said: Any = {"by": request.user, "part": part, **form.cleaned_data}
        if saved(form, lambda: close_together(**said), field="first"):
            return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"Close several paragraphs of part {part.number}",
            "sentence": "Neighbours with the same gist tell it once. Their numbers stay.",
            "button": "Close them",
            "back": {"title": "Leave them as they are", "href": back},
            "place": place_of(review, request.user, part_step(part), "Close several"),
        },
    )
