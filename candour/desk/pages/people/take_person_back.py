"""The undo of letting somebody go."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from candour.desk.actions import take_person_back
from candour.desk.administrators import account_at
from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=account_at, address="username")
@require_POST
def page(request: HttpRequest, account: Person) -> HttpResponse:
    take_person_back(by=request.user, account=account)
    return redirect("desk:person", account.username)
