"""Publication, or learning, is to wait: from when, till when if that is known, and why."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.desk.actions import pause
from candour.desk.pages.clocks.place import clocks_page, place_in
from candour.domain.access import Can
from candour.domain.deadlines import Stops
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import load_regime
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

SAYS = {
    Stops.PUBLICATION: "Nothing is published while this lasts. Learning is not paused by it.",
    Stops.LEARNING: "Conversations and meetings wait while this lasts. Publication is not paused by it.",
}


class Form(forms.Form):
    first_day = DayField(label="First day that does not count")
    last_day = DayField(label="Last day that does not count, if it is known", required=False)
    why = forms.CharField(
        label="Why?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Such as criminal proceedings, an inquest, or a request of the police. Name nobody.",
    )

    def clean(self) -> Any:
        kept = super().clean()
        first, last = self.cleaned_data.get("first_day"), self.cleaned_data.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", "This is before the first day. Give a later day, or none.")
        return kept


@needs(Can.KEEP_CLOCKS)
def page(request: HttpRequest, review: Review, stops: str) -> HttpResponse:
    if stops not in list(Stops):
        raise Http404
    what = Stops(stops)
    form = Form(typed(request), initial={"first_day": spoken_day(today())})
    if request.method == "POST" and form.is_valid():
        try:
            pause(by=request.user, review=review, stops=what, **form.cleaned_data)
            return redirect(clocks_page(review))
        except Trouble as trouble:
            form.add_error("first_day", f"{trouble.what} {trouble.do}")
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{review.title}: pause {what}",
            "sentence": f"{SAYS[what]} {_stopped_by(review, what)}",
            "button": f"Pause {what}",
            "place": place_in(review, f"Pause {what}"),
            "back": {"title": "Leave without pausing", "href": clocks_page(review)},
        },
    )


def _stopped_by(review: Review, stops: Stops) -> str:
    """Which clocks the pause stops: the law says that, and often it stops none."""
    clocks = [one.title for one in load_regime(review.regime).clocks if stops in one.pauses]
    if not clocks:
        return "The law of this review stops no clock for it: days go on counting."
    return f"It stops: {'; '.join(clocks)}."
