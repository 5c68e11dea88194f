"""An account is closed, with a reason: its owner has left."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.actions import let_person_go
from candour.desk.administrators import account_at
from candour.desk.pages.people.why_form import WhyForm
from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed

Form = WhyForm


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    viewer: Any = request.user
    form = Form(typed(request))
    back = reverse("desk:person", args=[account.username])
    if request.method == "POST" and form.is_valid():
        try:
            let_person_go(by=viewer, account=account, why=form.cleaned_data["why"])
        except Trouble as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect(back)
    return render(
        request,
        "desk/pages/people/let_person_go.html",
        {
            "form": form,
            "title": f"Close the account of {account}?",
            "sentence": "For somebody who has left, or should no longer be let in.",
            "follows": [
                "They are signed out at once, and cannot sign in.",
                "Their posts and seats open nothing any more. Tell the business managers of their reviews.",
                "What they did stays in the record, under their name.",
                "You can undo this: posts and seats then open again.",
            ],
            "button": "Close the account",
            "place": [("People", reverse("desk:people")), (account.name, back), ("Let go", "")],
            "back": {"title": "Leave it as it is", "href": back},
        },
    )
