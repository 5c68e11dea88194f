"""A clock of a notification is given more time, with the reason; the law's day stays beside the new one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import give_more_time, take_back_more_time
from candour.stages.decide.clocks import running_clock
from candour.stages.decide.latest_days import latest_in_words, wrong_with
from candour.stages.decide.models import MoreTimeGiven
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


class Form(forms.Form):
    now_due = DayField(label="Day it is now due")
    why = forms.CharField(
        label="Why is more time needed, and who agreed to it?",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Name nobody by name: a role is enough. The national body reads it too.",
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


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification, clock: str) -> HttpResponse:
    running = running_clock(notification, clock, today())
    if running is None:
        raise Http404
    says = latest_in_words(running.clock, running.latest)
    form = Form(typed(request), was_due=running.due, latest=running.latest, says=says)
    if request.method == "POST" and form.is_valid():
        give_more_time(by=request.user, notification=notification, clock=clock, **form.cleaned_data)
        return redirect(_back(notification))
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"More time: {running.clock.title}",
            "sentence": f"It is due on {spoken_day(running.due)}. That day stays beside the new one.",
            "button": "Give more time",
            "place": place_of(notification, "More time"),
            "back": {"title": "Leave it as it is", "href": _back(notification)},
        },
    )


@needs(Can.ANSWER_TESTS, find=notification_at, address="notification")
@require_POST
def undo(request: HttpRequest, notification: Notification, pk: int) -> HttpResponse:
    seen = MoreTimeGiven.objects.visible_to(request.user).filter(notification=notification)
    take_back_more_time(by=request.user, given=get_object_or_404(seen, pk=pk))
    return redirect(_back(notification))


def _back(notification: Notification) -> str:
    """Where its clocks are shown."""
    decided = getattr(notification, "decision", None) is not None
    return reverse("decide:decision" if decided else "decide:tests", args=[notification.in_address])
