"""Accept a comment on an account, or keep the account: with a reason its writer reads."""

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
from candour.stages.analysis.actions import rule_on_comment
from candour.stages.analysis.finding_them import comment_at, episode_at, place_of_episode
from candour.stages.analysis.models import Ruling


class Form(forms.Form):
    ruling = forms.ChoiceField(label="Ruling", choices=Ruling.choices, widget=forms.RadioSelect)
    why = forms.CharField(label="Why", max_length=400, help_text="Whoever said it reads this.")


@needs(Can.ANALYSE)
def page(request: HttpRequest, review: Review, nth: int, pk: int) -> HttpResponse:
    viewer: Any = request.user
    episode = episode_at(request, review, nth)
    comment = comment_at(request, episode, pk)
    account = reverse("analysis:account", args=[review.in_address, nth])
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        rule_on_comment(by=viewer, comment=comment, ruling=said["ruling"], why=said["why"])
        return redirect(account)
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_of_episode(episode, viewer, ("Account", account), ("Ruling", "")),
            "title": "Rule on a comment",
            "sentence": f"“{comment.words}”",
            "form": form,
            "button": "Save the ruling",
            "back": {"title": "Leave without saving", "href": account},
        },
    )
