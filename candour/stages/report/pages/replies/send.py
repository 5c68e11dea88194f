"""Chosen paragraphs are sent to somebody the report criticises, word for word, with a day for the answer."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.people.models import Organisation, OrganisationKind, Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.extracts import send_extract
from candour.stages.report.hearing.place import (
    ParagraphsField,
    address,
    paragraph_choices,
    reader_chosen,
    readers_of,
)
from candour.stages.report.models import Report
from candour.stages.report.place import place_of, report_at


class Form(forms.Form):
    to = forms.ChoiceField(
        label="To whom?", required=False, help_text="Or an agency, or somebody in words, below."
    )
    agency = forms.ModelChoiceField(
        label="An agency",
        help_text="Its author and its senior person of this review may read it.",
        queryset=Organisation.objects.filter(kind=OrganisationKind.AGENCY),
        required=False,
        empty_label="No agency",
    )
    words = forms.CharField(
        label="Somebody in words",
        help_text="Somebody without a seat, to whom you send it yourself.",
        max_length=200,
        required=False,
    )
    paragraphs = ParagraphsField(label="Which paragraphs?")
    about = forms.CharField(
        label="What is said of them, in a line",
        help_text="They read this above the words.",
        max_length=400,
        required=False,
    )
    named = forms.BooleanField(
        label="With real names and whole days",
        help_text="Without it, people have the names of the open report.",
        required=False,
    )
    due_on = DayField(label="Answer by")

    def __init__(self, *rest: Any, report: Report, viewer: Person, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.review = report.review
        to: Any = self.fields["to"]
        to.choices = [("", "Nobody of these"), *readers_of(report.review, viewer)]
        paragraphs: Any = self.fields["paragraphs"]
        paragraphs.choices = paragraph_choices(report, viewer)

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        chosen = [one for one in (said.get("to"), said.get("agency"), said.get("words")) if one]
        if len(chosen) != 1:
            self.add_error("to", "Say to whom it goes: one of the list, or an agency, or somebody in words.")
        return said

    @property
    def recipient(self) -> dict[str, Any]:
        said = self.cleaned_data
        if said["to"]:
            one = reader_chosen(self.review, said["to"])
            return {**one, "called": str(next(iter(one.values())))}
        if said["agency"]:
            return {"agency": said["agency"], "called": str(said["agency"])}
        return {"called": said["words"]}


@needs(Can.WRITE_REPORT, reading="opened_report_to_send")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = report_at(request, review)
    form = Form(typed(request), report=report, viewer=viewer)

    def save(**said: Any) -> None:
        send_extract(
            by=viewer,
            report=report,
            paragraphs=said["paragraphs"],
            sent_on=today(),
            due_on=said["due_on"],
            about=said["about"],
            named=said["named"],
            **form.recipient,
        )

    return form_page(
        request,
        form,
        save=save,
        back=address("replies", review),
        title="Send an extract for a reply",
        sentence="They read these words and nothing else. The release waits for a ruling on their answer.",
        button="Send it",
        place=place_of(review, viewer, ("Right of reply", address("replies", review)), "Send"),
    )
