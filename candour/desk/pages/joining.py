"""A new person opens their one-time link and chooses a password."""

from __future__ import annotations

from typing import Any

from allauth.mfa.utils import is_mfa_enabled
from django import forms
from django.contrib.auth import login
from django.contrib.auth.password_validation import validate_password
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.desk.actions import choose_password
from candour.desk.one_time_links import person_of
from candour.kernel.people.models import Person
from candour.kernel.web.guard import public


class Form(forms.Form):
    password = forms.CharField(
        label="Choose a password",
        help_text="At least 12 characters. Three words that do not belong together are good.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": "Choose a password"},
    )

    def __init__(self, *rest: Any, person: Person) -> None:
        super().__init__(*rest)
        self.person = person

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        validate_password(password, self.person)
        return password


@public
def page(request: HttpRequest, token: str) -> HttpResponse:
    person = person_of(token)
    if person is None:
        return render(request, "desk/pages/link_ended.html", status=404)
    form = Form(request.POST or None, person=person)
    if form.is_valid():
        choose_password(by=person, password=form.cleaned_data["password"])
        if is_mfa_enabled(person):  # the link stands for the password, never for the code
            return redirect("account_login")
        login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
        return redirect("/")
    return render(request, "desk/pages/joining.html", {"form": form, "person": person})
