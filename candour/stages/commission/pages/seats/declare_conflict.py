"""Somebody with a seat says that they stand too near; the review closes to them at once."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import declare_conflict


class Form(forms.Form):
    conflict_with = forms.CharField(
        label="What do you stand too near to?",
        help_text="A person, an agency or a decision. The business manager reads this.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs(Can.SEE_PROGRESS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            declare_conflict(by=request.user, review=review, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            closed = f"Your conflict is declared. The review of {review.title} is closed to you."
            messages.info(request, closed)
            return redirect("desk:tasks")
    return render(
        request,
        "stages/commission/pages/seats/declare_conflict.html",
        {
            "form": form,
            "title": "Declare a conflict of interest",
            "sentence": f"On the review of {review.title}.",
            "follows": [
                "The review closes to you at once, in every role you have on it.",
                "Your business manager sees what you declare, and may give the seat to somebody else.",
                "You cannot undo this yourself: ask the business manager, who can lift it.",
            ],
            "button": "Declare the conflict",
            "place": [(review.title, reverse("desk:progress", args=[review.in_address])), ("Conflict", "")],
            "back": {
                "title": "I have none",
                "href": reverse("desk:progress", args=[review.in_address]),
            },
        },
    )
