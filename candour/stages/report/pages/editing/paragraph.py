"""One paragraph with all about it: what stands under it, phrases, editions, comments, what can be done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import comment_on_paragraph
from candour.stages.report.editing.source_rows import source_row
from candour.stages.report.models import Paragraph, UnderKind
from candour.stages.report.one_source import fully_named, numbered_parts
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import paragraph_at, part_step, place_of


class Form(forms.Form):
    words = forms.CharField(
        label="Comment",
        help_text="For those who may see the source. It stands in no report.",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=4000,
    )


@needs(Can.SEE_SOURCE, reading="opened_report_paragraph")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        if saved(form, lambda: comment_on_paragraph(by=request.user, paragraph=paragraph, words=words)):
            return redirect("report:paragraph", review.in_address, paragraph.pk)
    number = _number_of(paragraph)
    called = f"Paragraph {number}" if number else "A paragraph beside the whole report"
    return render(
        request,
        "stages/report/pages/editing/paragraph.html",
        {
            "review": review,
            "paragraph": paragraph,
            "form": form,
            "title": called,
            "kinds": UnderKind.choices,
            "comments": paragraph.comments.order_by("settled_at", "pk"),
            "withdrawn": paragraph.under.filter(withdrawn_at__isnull=False),
            "may_write": bool(may(request.user, Can.WRITE_REPORT, review)) and not paragraph.withdrawn_at,
            "whole_page": True,
            "place": place_of(review, request.user, part_step(paragraph.part), called),
            "print_words": f"Report of review {review.written_number}, source, restricted",
            **_shown(number, paragraph),
        },
    )


def _shown(number: int, paragraph: Paragraph) -> dict[str, Any]:
    try:
        return {"one": source_row(number, paragraph, fully_named(paragraph.room), ())}
    except Trouble as trouble:
        return {"trouble": trouble}


def _number_of(paragraph: Paragraph) -> int:
    """0 for one that is withdrawn, or not in the whole report."""
    numbered = (pair for part in numbered_parts(paragraph.part.report) for pair in part.paragraphs)
    return next((number for number, one in numbered if one.pk == paragraph.pk), 0)
