"""The link by which somebody chooses a password: shown once, to the administrator who had it made."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.desk.administrators import account_at
from candour.desk.one_time_links import token_for
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs

TO_SHOW = "link_to_show"


def show_once(request: HttpRequest, account: Person) -> HttpResponseRedirect:
    """Go to the page. The session keeps only whose link it is; the link itself is kept nowhere."""
    request.session[TO_SHOW] = account.username
    return redirect("desk:one-time-link", account.username)


@needs(Can.ADMINISTER, find=account_at, address="username")
def page(request: HttpRequest, account: Person) -> HttpResponse:
    link = ""
    if request.method == "GET" and request.session.get(TO_SHOW) == account.username:
        del request.session[TO_SHOW]
        if account.is_active and not account.has_usable_password():
            link = request.build_absolute_uri(reverse("desk:join", args=[token_for(account)]))
    here = reverse("desk:person", args=[account.username])
    return render(
        request,
        "desk/pages/people/one_time_link.html",
        {
            "account": account,
            "link": link,
            "place": [("People", reverse("desk:people")), (account.name, here), ("One-time link", "")],
        },
    )
