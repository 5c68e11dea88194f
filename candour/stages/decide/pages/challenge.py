"""The national body questions a decision, disagrees or agrees with it, in words."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide import actions
from candour.stages.decide.finding import decision_at
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Decision
from candour.stages.notify.place import place_of

KINDS = [("question", "Ask a question"), ("disagree", "Disagree"), ("agree", "Agree")]


class Form(forms.Form):
    kind = forms.ChoiceField(label="What do you want to say?", choices=KINDS, widget=forms.RadioSelect)
    words = forms.CharField(
        label="In words",
        help_text="The board reads this as it stands, and replies to a question or a disagreement.",
        widget=forms.Textarea(attrs={"rows": 8}),
    )


@needs(Can.CHALLENGE, find=decision_at, address="notification")
def page(request: HttpRequest, decision: Decision) -> HttpResponse:
    notification = decision.notification
    form = Form(typed(request))
    back = reverse("decide:decision", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        actions.challenge(by=request.user, decision=decision, made_on=today(), **form.cleaned_data)
        return redirect(back)
    return render(
        request,
        "stages/decide/pages/challenge.html",
        {
            "form": form,
            "decision": decision,
            "regime": regime_of(notification),
            "title": f"{notification.title}: answer the decision",
            "sentence": "What is sent stands. You can write again.",
            "button": "Send to the board",
            "place": place_of(notification, ("Decision", back), "Answer"),
            "back": {"title": "Leave without sending", "href": back},
        },
    )
