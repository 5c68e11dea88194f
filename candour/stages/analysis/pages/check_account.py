"""Somebody who was there reads one account and says what is not right in it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.analysis.actions import comment_on_account
from candour.stages.analysis.shared_accounts import shared_with
from candour.stages.chronology.returns.place import place_in


class Form(forms.Form):
    words = forms.CharField(
        label="What is not right, or is missing?",
        widget=forms.Textarea,
        help_text="If the account is right as it stands, say so.",
    )


@needs(Can.CHECK_ACCURACY)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    viewer: Any = request.user
    episode = get_object_or_404(shared_with(viewer, review), number=nth)
    here = reverse("analysis:accounts-to-check", args=[review.in_address])
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        comment_on_account(by=viewer, episode=episode, words=form.cleaned_data["words"])
        return redirect("analysis:check-account", review.in_address, nth)
    return render(
        request,
        "stages/analysis/pages/check_account.html",
        {
            "place": place_in(review, viewer, ("Accounts to check", here), (episode.title, "")),
            "title": episode.title,
            "sentence": "This is how we understand what happened. You were there.",
            "account": episode.what_happened,
            "said": episode.comments.filter(commented_by=viewer.username),
            "form": form,
            "button": "Send your comment",
            "back": {"title": "All accounts", "href": here},
        },
    )
