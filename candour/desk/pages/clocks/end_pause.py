"""What waited goes on: which day was the last that did not count."""

from __future__ import annotations

from datetime import timedelta

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from candour.desk.actions import end_pause
from candour.desk.pages.clocks.place import clocks_page, place_in
from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Pause, Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed


class Form(forms.Form):
    last_day = DayField(label="Last day that does not count")


@needs(Can.KEEP_CLOCKS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    lasting = Pause.objects.visible_to(request.user).filter(review=review, ended_at=None, withdrawn_at=None)
    pause = get_object_or_404(lasting, pk=pk)
    form = Form(
        typed(request), initial={"last_day": spoken_day(max(pause.first_day, today() - timedelta(1)))}
    )
    if request.method == "POST" and form.is_valid():
        try:
            end_pause(by=request.user, pause=pause, last_day=form.cleaned_data["last_day"])
            return redirect(clocks_page(review))
        except Trouble as trouble:
            form.add_error("last_day", f"{trouble.what} {trouble.do}")
    what = pause.stops
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{review.title}: go on with {what}",
            "sentence": f"{what.capitalize()} is paused since {spoken_day(pause.first_day)}. "
            "The day after the last counts again.",
            "button": f"Go on with {what}",
            "place": place_in(review, f"Go on with {what}"),
            "back": {"title": "Leave it paused", "href": clocks_page(review)},
        },
    )
