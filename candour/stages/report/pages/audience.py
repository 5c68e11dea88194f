"""A paragraph is closed, with a reason and a gist, or opened."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import close_paragraph, open_paragraph
from candour.stages.report.models import Audience, Paragraph
from candour.stages.report.place import paragraph_at, part_step, place_of


class Form(VersionedForm):
    audience = forms.ChoiceField(
        label="Who may read this paragraph?",
        choices=[("open", "Everybody"), ("closed", "Only those with a copy of the closed report")],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label="Why it is closed",
        help_text="Stands in the closed report. For example: health of a living child.",
        max_length=400,
        required=False,
    )
    gist = forms.CharField(
        label="Gist for the open report",
        help_text="One sentence on what it concerns, without what is secret. It may hold [[keys]].",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if said.get("audience") == Audience.CLOSED:
            if not said.get("reason"):
                self.add_error(
                    "reason", "A closed paragraph needs a reason. Say why the public may not read it."
                )
            if not said.get("gist"):
                self.add_error("gist", "A closed paragraph needs a gist. Say in a sentence what it concerns.")
        return said


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    form = Form(typed(request), initial=_saved_words(paragraph))
    back = reverse("report:part", args=[review.in_address, paragraph.part.number])
    if request.method == "POST" and form.is_valid() and _saved(request, paragraph, form):
        return redirect(back)
    return render(
        request,
        "stages/report/pages/audience.html",
        {
            "form": form,
            "text": paragraph.text,
            "title": "Open or closed",
            "sentence": "Closed words are not in the open report at all: its readers get the gist.",
            "button": "Save who may read it",
            "back": {"title": "Leave it as it is", "href": back},
            "place": place_of(review, request.user, part_step(paragraph.part), "Open or closed"),
        },
    )


def _saved_words(paragraph: Paragraph) -> dict[str, Any]:
    names = ("version", "audience", "reason", "gist")
    return {name: getattr(paragraph, name) for name in names}


def _saved(request: HttpRequest, paragraph: Paragraph, form: Form) -> bool:
    said = form.cleaned_data
    which: dict[str, Any] = {"by": request.user, "paragraph": paragraph, "version": said["version"]}
    try:
        if said["audience"] == Audience.CLOSED:
            close_paragraph(**which, reason=said["reason"], gist=said["gist"])
        else:
            open_paragraph(**which)
    except Changed as changed:
        form.show_clash(changed, _saved_words(changed.now))  # type: ignore[arg-type]  # the paragraph
    except Trouble as trouble:
        form.add_error("gist", f"{trouble.what} {trouble.do}")
    else:
        return True
    return False
