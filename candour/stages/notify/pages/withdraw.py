"""A notification is withdrawn, with the reason; it stays readable."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.notify.actions import withdraw_notification
from candour.stages.notify.finding import notification_at
from candour.stages.notify.models import Notification
from candour.stages.notify.place import place_of


class Form(forms.Form):
    why = forms.CharField(
        label="Why is it withdrawn?",
        help_text="For example: recorded twice, the other is N/2014/019.",
        max_length=400,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


@needs(Can.NOTIFY, find=notification_at, address="notification")
def page(request: HttpRequest, notification: Notification) -> HttpResponse:
    form = Form(typed(request))
    address = reverse("notify:notification", args=[notification.in_address])
    if request.method == "POST" and form.is_valid():
        withdraw_notification(by=request.user, notification=notification, why=form.cleaned_data["why"])
        return redirect(address)
    return render(
        request,
        "stages/notify/pages/withdraw.html",
        {
            "form": form,
            "title": f"Withdraw {notification.written}, {notification.title}?",
            "sentence": "Withdraw a notification that should not have been recorded.",
            "follows": [
                "It stays readable, marked as withdrawn, with your reason.",
                "Nobody is asked to decide it, and it counts in no total.",
                "You can let it stand again.",
            ],
            "button": "Withdraw the notification",
            "place": place_of(notification, "Withdraw"),
            "back": {"title": "Leave it as it is", "href": address},
        },
    )
