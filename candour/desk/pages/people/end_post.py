"""A post ends, with a reason."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import end_post
from candour.desk.administrators import account_at
from candour.desk.pages.people.why_form import WhyForm
from candour.desk.people_shown import post_at
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may_anywhere
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

Form = WhyForm


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person, nth: int) -> HttpResponse:
    viewer: Any = request.user
    post = post_at(account, nth)
    if post.ended_at is not None:
        raise Http404
    form = Form(typed(request))
    back = reverse("desk:person", args=[account.username])
    if request.method == "POST" and form.is_valid():
        try:
            end_post(by=viewer, post=post, why=form.cleaned_data["why"])
        except Trouble as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect(back if may_anywhere(viewer, Can.ADMINISTER) else "desk:tasks")
    role = post.get_role_display()
    return render(
        request,
        "desk/pages/people/end_post.html",
        {
            "form": form,
            "title": f"End the post of {account}?",
            "sentence": f"{role} at {post.organisation}.",
            "follows": [
                "What the post opened closes to them at once. Seats on reviews stay, and are ended there.",
                "What they did stays, and the record keeps that they held it.",
                "You can undo this: the post is then given anew.",
            ],
            "button": "End the post",
            "place": [("People", reverse("desk:people")), (account.name, back), ("End a post", "")],
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
