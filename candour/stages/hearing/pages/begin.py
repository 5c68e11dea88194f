"""A bundle is begun: for which hearing, for whom, open or closed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.hearing.actions import begin_bundle
from candour.stages.hearing.place import address, heard_report, place_among


class Form(forms.Form):
    heard = forms.CharField(label="What is heard?", help_text="Such as: Directions.", max_length=120)
    heard_on = DayField(label="Day of the hearing")
    called = forms.CharField(
        label="For whom is the bundle?",
        help_text="As it is to stand on the cover and in the mark, such as: HM Coroner for Fenshire.",
        max_length=200,
    )
    audience = forms.ChoiceField(
        label="Open or closed?",
        choices=[
            ("closed", "Closed: papers as they are, marked for this reader on each page"),
            ("open", "Open: nothing passes that the check of the open report would not let pass"),
        ],
        widget=forms.RadioSelect,
    )


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = heard_report(request, review)
    return form_page(
        request,
        Form(typed(request)),
        save=lambda **said: begin_bundle(by=viewer, report=report, **said),
        back=address("bundles", review),
        title="Begin a bundle",
        sentence="One bundle is for one hearing and one reader. Its papers are chosen next.",
        button="Begin the bundle",
        place=place_among(review, viewer, "Begin a bundle"),
    )
