"""The board replies to what the national body said, or to its direction."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide.actions import reply_to_challenge, reply_to_direction
from candour.stages.decide.finding import decision_at
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of


class Form(forms.Form):
    words = forms.CharField(label="Reply", widget=forms.Textarea(attrs={"rows": 8}))


@needs(Can.REPLY_TO_CHALLENGE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    said: Any = get_object_or_404(decision.challenges, pk=pk)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        reply_to_challenge(by=request.user, said=said, words=words, replied_on=today())
        return redirect(_back(decision))
    return _asked(request, decision, form, said, said.get_kind_display())


@needs(Can.REPLY_TO_CHALLENGE, find=decision_at, address="notification")
def direction_page(request: HttpRequest, decision: Decision, pk: int) -> HttpResponse:
    direction: Any = get_object_or_404(decision.directions, pk=pk)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        words = form.cleaned_data["words"]
        reply_to_direction(by=request.user, direction=direction, words=words, replied_on=today())
        return redirect(_back(decision))
    return _asked(request, decision, form, direction, "Directs that a review is held")


def _asked(request: HttpRequest, decision: Decision, form: Form, said: Any, heading: str) -> HttpResponse:
    notification = decision.notification
    return render(
        request,
        "stages/decide/pages/reply.html",
        {
            "form": form,
            "said": said,
            "heading": heading,
            "title": f"{notification.title}: reply to the national body",
            "sentence": "The board answers for its decision. A reply can be taken back until more is said.",
            "button": "Send the reply",
            "place": place_of(notification, ("Decision", _back(decision)), "Reply"),
            "back": {"title": "Leave without sending", "href": _back(decision)},
        },
    )


def _back(decision: Decision) -> str:
    return reverse("decide:decision", args=[decision.notification.in_address])
