"""A pasted text with pseudonyms in place of names, or back: shown once, and nothing of it is kept."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.identity import Cast
from candour.domain.nets import anonymised, personalised, undecided
from candour.kernel.audit.acting import read
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.editing.chips import Shown
from candour.stages.report.one_source import fully_named
from candour.stages.report.place import place_of

MOST = 200_000
"""Characters at once: a page answers while one waits."""


class Form(forms.Form):
    text = forms.CharField(label="The text", max_length=MOST, widget=forms.Textarea(attrs={"rows": 10}))
    to = forms.ChoiceField(
        label="Show it with",
        choices=[
            ("pseudonyms", "pseudonyms in place of names"),
            ("names", "real names in place of pseudonyms"),
        ],
        initial="pseudonyms",
        widget=forms.RadioSelect,
    )


@needs(Can.SEE_SOURCE, reading="opened_other_names")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    form = Form(typed(request), initial={"to": "pseudonyms"})
    told: list[Shown] = []
    waiting = 0
    if request.method == "POST" and form.is_valid():
        read("showed_text_by_other_names", by=request.user, on=review)
        text, cast = form.cleaned_data["text"], fully_named(review)
        if form.cleaned_data["to"] == "names":
            told = [Shown(personalised(text, cast))]
        else:
            told = _marked(anonymised(text, cast), cast)
            waiting = sum(one.waits for one in told)
    back = reverse("report:cast", args=[review.in_address])
    return render(
        request,
        "stages/report/pages/casting/other_names.html",
        {
            "form": form,
            "review": review,
            "told": told,
            "waiting": waiting,
            "to_names": form.is_bound and form.data.get("to") == "names",
            "place": place_of(review, request.user, ("Cast", back), "A text by other names"),
        },
    )


def _marked(text: str, cast: Cast) -> list[Shown]:
    """With everything marked that no net could decide on: it may still be a name."""
    pieces, end = list[Shown](), 0
    for one in undecided(text, cast):
        pieces += [Shown(text[end : one.start]), Shown(one.words, waits=True)]
        end = one.end
    return [one for one in (*pieces, Shown(text[end:])) if one.text]
