"""The terms of reference, the lines of enquiry or the period are changed, with the reason."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.actions import change_terms
from candour.stages.commission.later_stages import outside
from candour.stages.commission.models import Commission
from candour.stages.commission.place import address, form_page, place_in


class Form(VersionedForm):
    period_from = DayField(label="Period looked at: from")
    period_to = DayField(label="Period looked at: to")
    period_why = forms.CharField(
        label="Why this period",
        help_text="A period that changes needs a reason of its own.",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    terms = forms.CharField(label="Terms of reference", widget=forms.Textarea(attrs={"rows": 6}))
    proportionate_why = forms.CharField(
        label="Why a review of this size and kind is right",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    lines_of_enquiry = forms.CharField(
        label="Lines of enquiry",
        help_text="Questions, one a line.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    why = forms.CharField(
        label="Why is this changed?", max_length=400, widget=forms.Textarea(attrs={"rows": 2})
    )
    leaves_out = forms.BooleanField(label="I have seen what the new period leaves out", required=False)

    def __init__(self, *rest: Any, commission: Commission, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.commission = commission
        self.left_out: list[tuple[str, int]] = []
        if not self.is_bound:
            del self.fields["leaves_out"]

    def clean_lines_of_enquiry(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["lines_of_enquiry"].splitlines() if line.strip()]

    def clean(self) -> Any:
        kept = super().clean()
        first, last = self.cleaned_data.get("period_from"), self.cleaned_data.get("period_to")
        if first and last and last < first:
            self.add_error("period_to", "The period ends before it starts. Change one of the two days.")
        elif first and last:
            self._count_what_is_left_out(first, last)
        if not self.left_out:
            self.fields.pop("leaves_out", None)
        self.cleaned_data.pop("leaves_out", None)
        return kept

    def _count_what_is_left_out(self, first: Any, last: Any) -> None:
        """Said once before it is saved; whoever has seen it says so, and saves."""
        now = self.commission
        moved = (first, last) != (now.period_from, now.period_to)
        self.left_out = outside(now.review, first, last) if moved else []
        if self.left_out and not self.cleaned_data.get("leaves_out"):
            self.add_error("leaves_out", f"{_said(self.left_out)} Tick this if that is meant.")


def _said(left_out: list[tuple[str, int]]) -> str:
    counted = [f"{n} {noun.split(',')[0] if n == 1 else noun.split(',')[-1]}" for noun, n in left_out]
    return f"The new period leaves out {' and '.join(counted)} of the chronology."


def initial_of(commission: Any) -> dict[str, Any]:
    return {
        "version": commission.version,
        "period_from": spoken_day(commission.period_from),
        "period_to": spoken_day(commission.period_to),
        "period_why": commission.period_why,
        "terms": commission.terms,
        "proportionate_why": commission.proportionate_why,
        "lines_of_enquiry": "\n".join(commission.lines_of_enquiry),
    }


@needs(Can.SET_TERMS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    commission = get_object_or_404(Commission.objects.visible_to(viewer), review=review)
    form = Form(typed(request), commission=commission, initial=initial_of(commission))
    back = address("terms", review)
    return form_page(
        request,
        form,
        save=lambda **said: change_terms(by=viewer, commission=commission, **said),
        theirs=initial_of,
        back=back,
        title=f"{review.title}: change the terms",
        sentence="What stands now is kept, with your reason. You can undo it until the next change.",
        button="Change the terms",
        place=place_in(review, ("What it was asked to do", back), "Change"),
    )
