"""One clock is given more time, with the reason; the law's own day stays beside the new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.desk.actions import extend_clock
from candour.desk.clocks import ClockShown, clocks_of
from candour.desk.pages.clocks.place import clocks_page, place_in
from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.latest_days import latest_in_words, wrong_with


class Form(forms.Form):
    now_due = DayField(label="Day it is now due")
    why = forms.CharField(
        label="Why is more time needed, and who agreed to it?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Name nobody by name: a role is enough.",
    )

    def __init__(self, *rest: Any, was_due: date, latest: date | None, says: str, **more: Any) -> None:
        super().__init__(*rest, **more)
        self.was_due, self.latest = was_due, latest
        self.fields["now_due"].help_text = says

    def clean_now_due(self) -> date:
        day: date = self.cleaned_data["now_due"]
        if wrong := wrong_with(day, due=self.was_due, latest=self.latest):
            raise forms.ValidationError(" ".join(wrong))
        return day


@needs(Can.KEEP_CLOCKS)
def page(request: HttpRequest, review: Review, clock: str) -> HttpResponse:
    shown, was_due = _running(review, clock)
    says = latest_in_words(shown.clock, shown.latest)
    form = Form(typed(request), was_due=was_due, latest=shown.latest, says=says)
    if request.method == "POST" and form.is_valid():
        extend_clock(by=request.user, review=review, clock=clock, was_due=was_due, **form.cleaned_data)
        return redirect(clocks_page(review))
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"More time: {shown.title}",
            "sentence": f"It is due on {spoken_day(was_due)}. That day stays on record beside the new one.",
            "button": "Give more time",
            "place": place_in(review, "More time"),
            "back": {"title": "Leave it as it is", "href": clocks_page(review)},
        },
    )


def _running(review: Review, name: str) -> tuple[ClockShown, date]:
    """The clock with the day it has now. One that is done, stands still or has not begun is given no time."""
    found = next((one for one in clocks_of(review, today()) if one.clock.name == name and one.runs), None)
    if found is None or found.due is None:
        raise Http404
    return found, found.due
