"""An order for one person: which closed paragraphs or parts they may read, or may not, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.orders import make_order, take_back_order
from candour.stages.report.editing.titles import shown_title
from candour.stages.report.hearing.place import (
    ParagraphsField,
    address,
    paragraph_choices,
    paragraphs_chosen,
    reader_chosen,
    readers_of,
    row_at,
)
from candour.stages.report.hearing.reading_orders import holds_closed
from candour.stages.report.models import ApplicationRuling, Part, ReadingOrder, Report
from candour.stages.report.place import place_of, report_at


class Form(forms.Form):
    who = forms.ChoiceField(label="For whom?")
    may_read = forms.ChoiceField(
        label="What is ordered?",
        choices=[("yes", "They may read"), ("no", "They may not read")],
        widget=forms.RadioSelect,
    )
    paragraphs = ParagraphsField(label="Which closed paragraphs?", required=False)
    parts = forms.TypedMultipleChoiceField(
        label="Or all that is closed in these parts",
        help_text="What may be read is what stands there today: later words want another order.",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    follows = forms.ChoiceField(label="After which ruling?", required=False)
    ordered_on = DayField(label="Day of the order")
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *rest: Any, report: Report, viewer: Person, **more: Any) -> None:
        super().__init__(*rest, **more)
        fields: dict[str, Any] = self.fields
        fields["who"].choices = [("", "Choose"), *readers_of(report.review, viewer)]
        fields["paragraphs"].choices = paragraph_choices(report, viewer, holds_closed)
        sees = bool(may(viewer, Can.SEE_SOURCE, report.review))
        fields["parts"].choices = [
            (one.number, f"Part {one.number}" + (f": {shown_title(report, one.title)}" if sees else ""))
            for one in report.parts.all()
        ]
        fields["may_read"].help_text = _cannot_be_shut(report)
        rulings = ApplicationRuling.objects.filter(application__report=report, withdrawn_at=None)
        fields["follows"].choices = [("", "None"), *((str(one.pk), str(one)) for one in rulings)]
        if not rulings:
            del self.fields["follows"]

    def clean_ordered_on(self) -> Any:
        if (day := self.cleaned_data["ordered_on"]) > today():
            raise forms.ValidationError("An order is not made in the future. Give the day it was made.")
        return day


def _cannot_be_shut(report: Report) -> str:
    """Why an order cannot shut anything to some, and who they are."""
    seats = report.review.seats.current().select_related("person").order_by("person__name")
    people = dict.fromkeys(one.person for one in seats if may(one.person, Can.SEE_SOURCE, report.review))
    if not people:
        return ""
    named = "; ".join(map(str, people))
    return (
        f"Nothing can be shut by order to {named}: they work on the source itself, whose pages show all. "
        "Whoever may not read a part of it cannot work on it: end their seat."
    )


@needs(Can.RULE, reading="opened_report_to_order")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    report = report_at(request, review)

    def save(**said: Any) -> None:
        make_order(
            by=viewer,
            report=report,
            may_read=said["may_read"] == "yes",
            ordered_on=said["ordered_on"],
            why=said["why"],
            paragraphs=paragraphs_chosen(report, said["paragraphs"]),
            parts=Part.objects.filter(report=report, number__in=said["parts"]),
            follows=ApplicationRuling.objects.get(pk=said["follows"]) if said.get("follows") else None,
            **reader_chosen(review, said["who"]),
        )

    return form_page(
        request,
        Form(typed(request), report=report, viewer=viewer, initial={"ordered_on": spoken_day(today())}),
        save=save,
        back=address("orders", review),
        title="Make an order",
        sentence="For one person. What it opens, they read on a page of their own, and nothing else by it.",
        button="Make the order",
        place=place_of(review, viewer, ("Orders", address("orders", review)), "Make an order"),
    )


class WhyForm(forms.Form):
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


@needs(Can.RULE)
def take_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    order = row_at(request, review, ReadingOrder, pk)
    return form_page(
        request,
        WhyForm(typed(request)),
        save=lambda why: take_back_order(by=viewer, order=order, why=why),
        back=address("orders", review),
        template="web/confirm.html",
        title=f"Take back order {order.number}",
        sentence=f"For {order.called}. Who may read what is then as if it had not been made.",
        follows=["It stays in the list with your reason.", "Copies that were given are still out."],
        button="Take it back",
        place=place_of(review, viewer, ("Orders", address("orders", review)), "Take back"),
    )
