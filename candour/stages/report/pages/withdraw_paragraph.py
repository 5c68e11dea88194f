"""A paragraph is taken out of the report; it stays readable on its part's page."""

from __future__ import annotations

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
from candour.stages.report.actions import withdraw_paragraph
from candour.stages.report.place import paragraph_at, part_step, place_of


class Form(VersionedForm):
    why = forms.CharField(label="Why is it withdrawn?", max_length=400)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    form = Form(typed(request), initial={"version": paragraph.version})
    back = reverse("report:part", args=[review.in_address, paragraph.part.number])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            withdraw_paragraph(by=request.user, paragraph=paragraph, version=said["version"], why=said["why"])
        except Changed as changed:
            form.show_clash(changed, {})
        except Trouble as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect(back)
    return render(
        request,
        "web/confirm.html",
        {
            "form": form,
            "title": "Withdraw this paragraph?",
            "sentence": "Neither report will hold it.",
            "follows": [
                "The paragraphs after it get the number before theirs.",
                "It stays readable here, with your reason, and can be put back.",
            ],
            "button": "Withdraw the paragraph",
            "back": {"title": "Leave it in", "href": back},
            "place": place_of(review, request.user, part_step(paragraph.part), "Withdraw a paragraph"),
        },
    )
