"""Who has an account, which posts they hold, and who has not joined yet."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.administrators import installation_of
from candour.desk.people_shown import JOINED, standing_of
from candour.domain.access import Can
from candour.kernel.people.models import Organisation, Person
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=installation_of, address="")
def page(request: HttpRequest, installation: Organisation) -> HttpResponse:
    viewer: Any = request.user
    everybody = Person.objects.visible_to(viewer).order_by("name").prefetch_related("posts__organisation")
    rows = [
        {
            "account": one,
            "standing": standing_of(one),
            "posts": [post for post in one.posts.all() if post.ended_at is None],
        }
        for one in everybody
    ]
    here = [row for row in rows if row["account"].is_active]
    return render(
        request,
        "desk/pages/people/people.html",
        {
            "here": here,
            "gone": [row for row in rows if not row["account"].is_active],
            "waiting": sum(row["standing"] is not JOINED for row in here),
            "alone": len(rows) == 1,
            "organisation_href": reverse("desk:add-organisation"),
        },
    )
