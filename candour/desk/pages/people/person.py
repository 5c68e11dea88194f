"""One person's account and posts, and what an administrator can do about them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.administrators import account_at
from candour.desk.people_shown import posts_shown, standing_of, why_of
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    viewer: Any = request.user
    posts = posts_shown(account, viewer)
    return render(
        request,
        "desk/pages/people/person.html",
        {
            "account": account,
            "own": account == viewer,
            "standing": standing_of(account),
            "gone_why": "" if account.is_active else why_of(viewer, "let_person_go", account),
            "held": [one for one in posts if one["post"].ended_at is None],
            "ended": [one for one in posts if one["post"].ended_at is not None],
            "place": [("People", reverse("desk:people")), (account.name, "")],
        },
    )
