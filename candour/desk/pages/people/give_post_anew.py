"""The undo of the end of a post: it is given anew, and the record keeps both."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.desk.actions import give_post
from candour.desk.administrators import account_at
from candour.desk.people_shown import post_at
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=account_at, address="username")
@require_POST
def page(request: HttpRequest, account: Person, nth: int) -> HttpResponse:
    post = post_at(account, nth)
    give_post(by=request.user, person=account, organisation=post.organisation, role=post.role)
    return redirect("desk:person", account.username)
