"""Somebody is let in: an account without a password, a first post, and a link to choose a password by."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.actions import give_post, invite_person
from candour.desk.administrators import installation_of
from candour.desk.pages.people.one_time_link import show_once
from candour.desk.pages.people.post_form import NONE, PostForm
from candour.desk.usernames import free_username
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed


class Form(PostForm):
    name = forms.CharField(
        label="Name",
        help_text="As others here will see it, such as Bea Hall, business manager.",
        max_length=120,
    )
    username = forms.CharField(
        label="Sign-in name",
        help_text="Small letters, figures, dots and hyphens, such as bea.hall. It cannot be changed later.",
        max_length=60,
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        ),
    )
    field_order = ("name", "username", "role", "organisation")

    def clean_username(self) -> str:
        try:
            return free_username(self.cleaned_data["username"])
        except Trouble as trouble:
            raise forms.ValidationError(str(trouble)) from None


@needs(Can.ADMINISTER, find=installation_of, address="")
def page(request: HttpRequest, installation: Organisation) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), viewer=viewer, may_be_none=True, initial={"organisation": installation})
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        invited = invite_person(
            by=viewer, organisation=told["organisation"], username=told["username"], name=told["name"]
        )
        if told["role"] != NONE:
            give_post(by=viewer, person=invited, organisation=told["organisation"], role=told["role"])
        return show_once(request, invited)
    return render(
        request,
        "desk/pages/people/invite_person.html",
        {
            "form": form,
            "title": "Invite somebody",
            "sentence": "Candour sends nothing. The next page shows a link, and you tell it to them.",
            "button": "Make the account",
            "place": [("People", reverse("desk:people")), ("Invite somebody", "")],
            "back": {"title": "Leave without saving", "href": reverse("desk:people")},
        },
    )
