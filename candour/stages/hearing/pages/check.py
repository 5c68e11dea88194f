"""A checker reads a finished open copy of a bundle, and says yes or no of these very bytes."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.hearing.actions import check_bundle
from candour.stages.hearing.models import KeptWord, Making, Signs
from candour.stages.hearing.place import address
from candour.stages.hearing.signing import may_check, open_makings, way_of_copy
from candour.stages.report.place import place_of
from candour.stages.report.releasing.downloads import download


class Form(forms.Form):
    shown = forms.CharField(widget=forms.HiddenInput)
    verdict = forms.ChoiceField(
        label="May everybody read this bundle?",
        choices=[(one.value, one.label) for one in (Signs.YES, Signs.NO)],
        widget=forms.RadioSelect,
    )
    words = forms.CharField(
        label="What you looked at, and why no if it is no",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


@needs(Can.CHECK_RELEASE, reading="opened_open_bundle")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    making = _copy_at(review, pk)
    way = way_of_copy(making)
    allowed = may_check(viewer, way)
    form = Form(typed(request), initial={"shown": making.sha256})
    if request.method == "POST" and form.is_valid():
        try:
            check_bundle(by=viewer, making=making, signed_on=today(), **form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(address("check", review, making.pk))
    return render(
        request,
        "stages/hearing/pages/check.html",
        {
            "form": form if allowed else None,
            "review": review,
            "making": making,
            "bundle": making.bundle,
            "way": way,
            "why_not": allowed.reasons,
            "own": next((one for one in way.checkings if one.signed_by == viewer.username), None),
            "kept": KeptWord.objects.visible_to(viewer).filter(
                report=making.bundle.report, withdrawn_at=None
            ),
            "place": place_of(review, viewer, f"Check {making}"),
            "print_words": f"Open copy before it is given out, review {review.written_number}",
        },
    )


@needs(Can.CHECK_RELEASE, reading="opened_open_bundle")
def read(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    making = _copy_at(review, pk)
    name = f"{review.in_address}-open-bundle-{making.bundle.number}-copy-{making.number}.pdf"
    return download(read_bytes(making.sha256), name)


def _copy_at(review: Review, pk: int) -> Making:
    """404 for a closed one, one that is not made, and one whose bundle was withdrawn."""
    found: Making = get_object_or_404(open_makings(review), pk=pk)
    return found
