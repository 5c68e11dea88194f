"""The one question before something is withdrawn: why. The thing stays, marked."""

from __future__ import annotations

from collections.abc import Callable

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.kernel.web.idling import typed
from candour.stages.chronology.returns.place import Place


class Form(forms.Form):
    why = forms.CharField(label="Why is it withdrawn?", max_length=400, help_text="In a sentence.")


def ask_why(
    request: HttpRequest, what: str, place: Place, back: str, withdraw: Callable[[str], None]
) -> HttpResponse:
    """The page that asks; with an answer, `withdraw` is called with it and the viewer goes `back`."""
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        withdraw(form.cleaned_data["why"])
        return redirect(back)
    return render(
        request,
        "web/confirm.html",
        {
            "place": place,
            "title": f"Withdraw {what}",
            "sentence": "It stays where it is, marked, with your reason. It no longer carries anything.",
            "form": form,
            "button": f"Withdraw {what}",
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
