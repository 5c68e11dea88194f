"""A released report is sent to the reading room, and sent again when there is something new."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.returns.place import place_in
from candour.stages.learn.actions import publish_report
from candour.stages.learn.answers import beside
from candour.stages.learn.before import too_soon
from candour.stages.learn.reads import public_address, publication_of, publications_of
from candour.stages.report.releasing.finished_files import FINDINGS, title_of
from candour.stages.report.releasing.frozen import thawed
from candour.stages.report.releasing.way_to_release import release_of


class Form(forms.Form):
    changed = forms.CharField(
        label="What is new in this edition",
        help_text="One sentence that everybody reads. For example: the board has answered finding 2.",
        max_length=400,
    )
    stands_for = forms.BooleanField(
        label="I have read every word of the answers above. I wrote none of them, and I answer for them.",
        error_messages={"required": "Read the answers, and say that you answer for them."},
    )


@needs(Can.PUBLISH)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    release, editions = release_of(review), publications_of(review)
    says = beside(release) if release else None
    form = Form(typed(request))
    if says is None or not says.answers:
        del form.fields["stands_for"]
    if not editions:
        form.fields["changed"].required = False
        form.fields["changed"].widget = forms.HiddenInput()
    if request.method == "POST" and release and form.is_valid():
        try:
            publish_report(
                by=request.user,
                release=release,
                changed=form.cleaned_data["changed"],
                read=request.POST.get("read", ""),
            )
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect("learn:publish", review.in_address)
    return render(
        request,
        "stages/learn/pages/publish.html",
        {
            "form": form,
            "review": review,
            "release": release,
            "editions": editions,
            "shown": publication_of(review),
            "findings": thawed(release.draft.frozen).told if release else (),
            "says": says,
            "files": [title_of(file) for file in release.files if file != FINDINGS] if release else [],
            "too_soon": too_soon(release) if release else None,
            "waiting": [one for one in editions if not one.is_delivered],
            "address": public_address(review),
            "place": place_in(review, request.user, ("Publish", "")),
        },
    )
