"""Chosen paragraphs go to agencies and to those who take part: are the facts right?"""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.models import Participant
from candour.stages.commission.place import form_page
from candour.stages.report.editing.accuracy_rounds import send_round
from candour.stages.report.hearing.place import ParagraphsField, address, paragraph_choices
from candour.stages.report.models import Report
from candour.stages.report.place import place_of, report_at


class Form(forms.Form):
    paragraphs = ParagraphsField(label="Which paragraphs?")
    agencies = forms.ModelMultipleChoiceField(
        label="Agencies",
        help_text="The author and the senior person of each on this review may read it.",
        queryset=Organisation.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    participants = forms.ModelMultipleChoiceField(
        label="Family and practitioners",
        help_text="Those with an account read it here. To the others you send it yourself.",
        queryset=Participant.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    about = forms.CharField(
        label="What is asked, in a line",
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
        named: Any = self.fields
        named["paragraphs"].choices = paragraph_choices(report, viewer)
        seats = report.review.seats.current().exclude(agency=None)
        named["agencies"].queryset = Organisation.objects.filter(pk__in=seats.values("agency")).order_by(
            "name"
        )
        parts = Participant.objects.filter(review=report.review, withdrawn_at=None)
        named["participants"].queryset = parts
        if not parts:
            del self.fields["participants"]


@needs(Can.WRITE_REPORT, reading="opened_report_to_send")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = report_at(request, review)
    back = address("accuracy", review)
    return form_page(
        request,
        Form(typed(request), report=report, viewer=viewer),
        save=lambda **said: send_round(by=viewer, report=report, sent_on=today(), **said),
        back=back,
        title="Ask whether the facts are right",
        sentence="Each reads these words, frozen as they stand now, and nothing else of the report.",
        button="Send the round",
        place=place_of(review, viewer, ("Accuracy", back), "Send"),
    )
