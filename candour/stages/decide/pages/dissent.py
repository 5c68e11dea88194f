"""A board member dissents, in their own words, which nobody shortens."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.decide import actions
from candour.stages.decide.days import HappenedOn, not_before
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


class Form(forms.Form):
    words = forms.CharField(
        label="Your dissent", widget=forms.Textarea(attrs={"rows": 8}), help_text="Kept as you write it."
    )
    member = forms.CharField(
        label="How you sign", help_text="As a role. For example, Health member.", max_length=120
    )
    dissented_on = HappenedOn(label="Day")


@needs(Can.DISSENT, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request))
    not_before(form, "dissented_on", notification.notified_on, "the board was told")
    back = reverse("decide:tests", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        actions.dissent(by=request.user, notification=notification, **form.cleaned_data)
        return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"{notification.title}: write a dissent",
            "sentence": "It is kept with the decision and sent with it, word for word.",
            "button": "Keep the dissent",
            "place": place_of(notification, ("Tests", back), "Dissent"),
            "back": {"title": "Leave without saving", "href": back},
        },
    )
