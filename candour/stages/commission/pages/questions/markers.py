"""Quality markers by stage of the review, with what was written under each, by whom and when."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.questionnaires import load_questionnaire
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import write_marker_evidence
from candour.stages.commission.place import address, form_page, place_in
from candour.stages.commission.questions_seen import markers_of, written_under


class Form(forms.Form):
    words = forms.CharField(
        label="What there is to show",
        help_text="Where it can be seen, and what is missing.",
        widget=forms.Textarea,
    )


@needs(Can.SEE_REVIEW)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    asked, groups = markers_of(review, viewer)
    written, of = written_under(groups)
    return render(
        request,
        "stages/commission/pages/questions/markers.html",
        {
            "review": review,
            "asked": asked,
            "groups": groups,
            "written": written,
            "of": of,
            "may_keep": bool(may(viewer, Can.KEEP_PLAN, review)),
            "place": place_in(review, asked.title),
            "print_words": f"{review.title}, {review.written_number}",
        },
    )


@needs(Can.KEEP_PLAN)
def write(request: HttpRequest, review: Review, marker: str) -> HttpResponse:
    asked = load_questionnaire("quality-markers")
    try:
        prompt = asked.prompt(marker)
    except Trouble:
        raise Http404 from None
    back = address("markers", review)
    return form_page(
        request,
        Form(typed(request)),
        save=lambda words: write_marker_evidence(by=request.user, review=review, marker=marker, words=words),
        back=back,
        template="stages/commission/pages/questions/write.html",
        prompt=prompt,
        title=prompt.title,
        sentence=prompt.says,
        button="Keep this",
        place=place_in(review, (asked.title, back), prompt.title),
    )
