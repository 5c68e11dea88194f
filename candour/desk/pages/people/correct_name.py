"""A person's name is written anew: it was misspelt, or has changed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import correct_name
from candour.desk.administrators import account_at
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed


class Form(forms.Form):
    name = forms.CharField(label="Name", help_text="As others here will see it.", max_length=120)


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), initial={"name": account.name})
    back = reverse("desk:person", args=[account.username])
    if request.method == "POST" and form.is_valid():
        correct_name(by=viewer, account=account, name=form.cleaned_data["name"])
        return redirect(back)
    return render(
        request,
        "desk/pages/people/correct_name.html",
        {
            "form": form,
            "title": "Correct the name",
            "sentence": f"{account} signs in as {account.username}, and goes on to do so.",
            "button": "Save the name",
            "place": [("People", reverse("desk:people")), (account.name, back), ("Correct the name", "")],
            "back": {"title": "Leave without saving", "href": back},
        },
    )
