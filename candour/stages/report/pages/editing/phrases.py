"""Some words of an open paragraph are closed, without markup; or opened again."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import close_phrase, open_phrase
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import paragraph_at, part_step, place_of


class Form(VersionedForm):
    words = forms.CharField(
        label="Words to close",
        help_text="Copy them from the paragraph above, exactly as they stand, [[keys]] too.",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label="Why they are closed",
        help_text="Stands in the closed report, under the paragraph. For example: health of a living child.",
        max_length=400,
    )
    gist = forms.CharField(
        label="What the public reads instead",
        help_text="It stands in square brackets. Leave it empty only where the sentence still reads: "
        "the public then sees “[…]”.",
        max_length=400,
        required=False,
    )


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def close(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    form = Form(typed(request), initial={"version": paragraph.version})
    back = reverse("report:paragraph", args=[review.in_address, paragraph.pk])
    if request.method == "POST" and form.is_valid():
        said: Any = {"by": request.user, "paragraph": paragraph, **form.cleaned_data}
        if saved(form, lambda: close_phrase(**said), field="words"):
            return redirect(back)
    return render(
        request,
        "stages/report/pages/audience.html",
        {
            "form": form,
            "text": paragraph.text,
            "title": "Close some words",
            "sentence": "The rest of the paragraph stays open. Closed words are not in the open report.",
            "button": "Close these words",
            "back": {"title": "Leave them open", "href": back},
            "place": place_of(review, request.user, part_step(paragraph.part), "Close some words"),
        },
    )


@needs(Can.WRITE_REPORT)
@require_POST
def reopen(request: HttpRequest, review: Review, pk: int, nth: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    version = request.POST.get("version", "")
    try:
        open_phrase(
            by=request.user, paragraph=paragraph, version=int(version) if version.isdigit() else 0, nth=nth
        )
        messages.info(request, "These words are open. The earlier wording can be put back.")
    except Changed:
        messages.info(request, "Nothing was opened: somebody saved the paragraph meanwhile. Read it first.")
    except Trouble as trouble:
        messages.info(request, f"{trouble.what} {trouble.do}")
    return redirect("report:paragraph", review.in_address, paragraph.pk)
