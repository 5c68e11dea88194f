"""What was sent to oneself: these words and nothing else of the report, and a box for the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import read
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions.extracts import answer_extract
from candour.stages.report.hearing.place import address
from candour.stages.report.hearing.readers import extracts_for


class Form(forms.Form):
    words = forms.CharField(
        label="Your answer",
        help_text="In your own words. It is kept whole, and nobody changes it.",
        widget=forms.Textarea(attrs={"rows": 10}),
        error_messages={"required": "Write your answer"},
    )


@needs(Can.SEE_PROGRESS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    extract = next((one for one in extracts_for(viewer, review) if one.pk == pk), None)
    if extract is None:
        raise Http404
    if request.method != "POST":
        read("opened_extract", by=viewer, on=extract)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            answer_extract(by=viewer, extract=extract, words=form.cleaned_data["words"], answered_on=today())
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(address("extract", review, pk))
    return render(
        request,
        "stages/report/pages/replies/extract.html",
        {
            "review": review,
            "extract": extract,
            "form": form if extract.is_open else None,
            "answers": extract.answers.filter(withdrawn_at=None),
            "ruling": extract.ruling,
            "over": today() > extract.due_on,
            "place": [("Reviews", "/reviews/"), (review.title, _progress_of(review)), ("Your reply", "")],
            "print_words": f"Extract, review {review.written_number}. Not for anybody else",
        },
    )


def _progress_of(review: Review) -> str:
    """The page in plain words that everybody on the review may open."""
    return reverse("desk:progress", args=[review.in_address])
