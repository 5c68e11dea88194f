"""A copy to be handed to somebody else: what an order opens to them, or the whole with a reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import form_page
from candour.stages.report.actions.copies import (
    give_closed_copy,
    give_copy_by_order,
    note_end_of_copy,
    take_back_end_of_copy,
)
from candour.stages.report.hearing.closed_copies import FORMATS
from candour.stages.report.hearing.place import address, row_at
from candour.stages.report.models import ClosedCopy, Ended, ReadingOrder, Report
from candour.stages.report.place import place_of, report_at
from candour.stages.report.releasing.downloads import download


class Form(forms.Form):
    order = forms.ChoiceField(
        label="For whom an order opens something",
        help_text="They get those paragraphs and nothing else.",
        required=False,
    )
    called = forms.CharField(
        label="Or the whole closed report, for",
        help_text="As it is to stand on each page, such as: HM Coroner for Fenshire.",
        max_length=200,
        required=False,
    )
    why = forms.CharField(label="Why they get the whole", max_length=400, required=False)
    format = forms.ChoiceField(label="Format", choices=FORMATS, widget=forms.RadioSelect, initial="pdf")

    def __init__(self, *rest: Any, report: Report, **more: Any) -> None:
        super().__init__(*rest, **more)
        orders = report.orders.filter(withdrawn_at=None, may_read=True)
        chosen: Any = self.fields["order"]
        chosen.choices = [
            ("", "Nobody of these"),
            *((str(one.pk), f"{one.called}, {spoken_day(one.ordered_on)}") for one in orders),
        ]

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        if bool(said.get("order")) == bool(said.get("called")):
            self.add_error("called", "Say for whom it is: one of the list, or somebody in words.")
        elif said.get("called") and not said.get("why"):
            self.add_error("why", "Say why they get the whole closed report.")
        return said


@needs(Can.SEE_SOURCE)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    form = Form(typed(request), report=report)
    if request.method == "POST" and form.is_valid():
        try:
            copy, content = _given(request, report, form.cleaned_data)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return download(content, f"{review.in_address}-copy-{copy.number}.{copy.format}")
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": "Make a copy for somebody else",
            "sentence": "It is made once, now, and sent to your browser for you to hand on.",
            "button": "Make the copy",
            "back": {"title": "Back to the copies", "href": address("copies", review)},
            "place": place_of(
                review, request.user, ("Closed copies", address("copies", review)), "Make a copy"
            ),
        },
    )


def _given(request: HttpRequest, report: Report, said: dict[str, Any]) -> tuple[ClosedCopy, bytes]:
    by: Any = request.user
    shared = {"format": said["format"], "given_on": today()}
    if said["order"]:
        order = ReadingOrder.objects.get(pk=said["order"], report=report)
        return give_copy_by_order(by=by, order=order, **shared)
    return give_closed_copy(by=by, report=report, called=said["called"], why=said["why"], **shared)


class EndForm(forms.Form):
    ended = forms.ChoiceField(label="What became of it?", choices=Ended.choices, widget=forms.RadioSelect)
    ended_on = DayField(label="Day")


@needs(Can.SEE_SOURCE)
def end(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    copy = row_at(request, review, ClosedCopy, pk)
    return form_page(
        request,
        EndForm(typed(request), initial={"ended_on": spoken_day(today())}),
        save=lambda **said: note_end_of_copy(by=request.user, copy=copy, **said),
        back=address("copies", review),
        title=f"{copy}, for {copy.called}",
        sentence="It came back, or was destroyed.",
        button="Note it",
        place=place_of(review, request.user, ("Closed copies", address("copies", review)), str(copy)),
    )


@needs(Can.SEE_SOURCE)
@require_POST
def take_back_end(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    take_back_end_of_copy(by=request.user, copy=row_at(request, review, ClosedCopy, pk))
    return redirect("report:copies", review.in_address)
