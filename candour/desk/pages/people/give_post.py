"""Somebody is given a post: a role at a board, at the national body or over the installation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import give_post
from candour.desk.administrators import account_at
from candour.desk.pages.people.post_form import PostForm
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

Form = PostForm


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request), viewer=viewer)
    back = reverse("desk:person", args=[account.username])
    if request.method == "POST" and form.is_valid():
        try:
            give_post(by=viewer, person=account, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("role", str(trouble))
        else:
            return redirect(back)
    return render(
        request,
        "desk/pages/people/give_post.html",
        {
            "form": form,
            "title": f"Give {account} a post",
            "sentence": "A post opens what its role needs, at that organisation, at once.",
            "button": "Give the post",
            "place": [("People", reverse("desk:people")), (account.name, back), ("Give a post", "")],
            "back": {"title": "Leave without saving", "href": back},
        },
    )
