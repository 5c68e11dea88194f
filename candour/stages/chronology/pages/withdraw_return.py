"""Take a return out of the chronology, with a reason. It stays readable."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions import withdraw_return
from candour.stages.chronology.ledger import counted_of
from candour.stages.chronology.returns.place import place_of_return, return_at


class Form(forms.Form):
    why = forms.CharField(
        label="Why", max_length=400, error_messages={"required": "Say why the return is withdrawn."}
    )


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        withdraw_return(by=viewer, return_=sent, why=form.cleaned_data["why"])
        return redirect("chronology:returns", review.in_address)
    [counted] = counted_of([sent])
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_return(sent, viewer, ("Withdraw", "")),
            "title": f"Withdraw {sent.name}",
            "sentence": "It no longer counts. It stays here, marked as withdrawn, with its original.",
            "follows": [f"{counted.placed:,} entries leave the chronology and stay readable, marked."],
            "form": form,
            "button": "Withdraw return",
        },
    )
