"""Hours and pounds are planned for a role, planned anew with a reason, and noted when they are used."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import change_line, note_use, plan_line
from candour.stages.commission.buttons import row_of
from candour.stages.commission.models import BudgetLine
from candour.stages.commission.place import address, form_page, place_in

NONE = Decimal(0)
keeps = needs(Can.KEEP_PLAN)


class AmountField(forms.DecimalField):
    """Hours or pounds as people write them: £1,200 or 1200.50. An empty box is nothing."""

    def __init__(self, *, places: int, **rest: Any) -> None:
        digits = {"max_digits": places, "decimal_places": 2, "min_value": NONE}
        super().__init__(required=False, widget=forms.TextInput, **digits, **rest)
        self.error_messages["invalid"] = "Write a number, such as 1200 or 7.5."
        self.error_messages["min_value"] = "This cannot be less than nothing."

    def to_python(self, value: Any) -> Any:
        said = str(value or "").replace("£", "").replace(",", "").strip()
        return super().to_python(said) or NONE


class Amounts(forms.Form):
    hours = AmountField(label="Hours", places=8)
    pounds = AmountField(label="Pounds", places=10)

    def clean(self) -> Any:
        kept = super().clean()
        given = self.cleaned_data
        if not self.errors and not (given["hours"] or given["pounds"]):
            self.add_error("hours", "Give hours, or pounds, or both.")
        return kept


class PlanForm(Amounts):
    title = forms.CharField(
        label="Role, or what else is paid for", help_text="For example, Lead reviewers.", max_length=120
    )
    note = forms.CharField(label="Note", max_length=400, required=False)
    field_order = ("title", "hours", "pounds", "note")


class ChangeForm(Amounts, VersionedForm):
    note = forms.CharField(label="Note", max_length=400, required=False)
    why = forms.CharField(label="Why is it planned anew?", max_length=400)


class UseForm(Amounts):
    used_on = DayField(label="Day")
    words = forms.CharField(label="For what", max_length=400, required=False)
    field_order = ("used_on", "hours", "pounds", "words")


def initial_of(line: Any) -> dict[str, Any]:
    return {"version": line.version, "hours": line.hours, "pounds": line.pounds, "note": line.note}


@keeps
def plan(request: HttpRequest, review: Review) -> HttpResponse:
    return form_page(
        request,
        PlanForm(typed(request)),
        save=lambda **said: plan_line(by=request.user, review=review, **said),
        title=f"{review.title}: plan for a role",
        sentence="Hours, pounds, or both.",
        button="Plan this",
        **_about(review, "Plan"),
    )


@keeps
def anew(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    line = row_of(request, review, BudgetLine, pk, withdrawn_at=None)
    return form_page(
        request,
        ChangeForm(typed(request), initial=initial_of(line)),
        save=lambda **said: change_line(by=request.user, line=line, **said),
        theirs=initial_of,
        title=f"{line.title}: plan anew",
        sentence="The record keeps why.",
        button="Plan this",
        **_about(review, "Plan anew"),
    )


@keeps
def use(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    line = row_of(request, review, BudgetLine, pk, withdrawn_at=None)
    return form_page(
        request,
        UseForm(typed(request), initial={"used_on": spoken_day(today())}),
        save=lambda **said: note_use(by=request.user, line=line, **said),
        title=f"{line.title}: what was used",
        sentence="Hours, pounds, or both.",
        button="Note this",
        **_about(review, "Note a use"),
    )


def _about(review: Review, step: str) -> dict[str, Any]:
    back = address("plan", review)
    return {"back": back, "place": place_in(review, ("Money and hours", back), step)}
