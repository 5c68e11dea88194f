"""Part one account from an event, with a reason; an event left with one is withdrawn with it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.events import FEWEST, part_account
from candour.stages.chronology.pages.event import account_at, place_of_event


class Form(forms.Form):
    why = forms.CharField(
        label="Why", max_length=400, error_messages={"required": "Say why it does not tell of this event."}
    )


@needs(Can.SETTLE_CHRONOLOGY)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    account = account_at(viewer, review, pk)
    event, told = account.event, account.entry.told
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        part_account(by=viewer, account=account, why=form.cleaned_data["why"])
        return redirect("chronology:event", review.in_address, event.pk)
    follows = ["The account itself stays in the chronology as it is."]
    if event.accounts.filter(parted_at=None).count() <= FEWEST:
        follows.append("One account is left: the event is withdrawn with it, and can be put back.")
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_event(event, viewer, ("Part an account", "")),
            "title": "Part this account from the event",
            "sentence": f"“{told.event[:200]}” {told.agency}, {told.when.text}.",
            "follows": follows,
            "form": form,
            "button": "Part account",
        },
    )
