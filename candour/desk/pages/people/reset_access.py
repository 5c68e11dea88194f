"""A new one-time link for somebody who lost their password, or whose link ended before they joined."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.actions import reset_access
from candour.desk.administrators import account_at
from candour.desk.pages.people.one_time_link import show_once
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    viewer: Any = request.user
    if request.method == "POST":
        reset_access(by=viewer, account=account)
        return show_once(request, account)
    back = reverse("desk:person", args=[account.username])
    return render(
        request,
        "desk/pages/people/reset_access.html",
        {
            "title": f"Make a new link for {account}?",
            "sentence": "Be sure that it was they who asked: whoever has the link can choose the password.",
            "follows": [
                "Their password ends now, and they are signed out.",
                "The next page shows the link once. Every link given before ends.",
                "An authenticator app that they use stays, and is asked for when they sign in.",
                "The record keeps that you did this.",
            ],
            "button": "End the password and make a link",
            "place": [("People", reverse("desk:people")), (account.name, back), ("A new link", "")],
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
