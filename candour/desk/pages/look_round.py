"""One button of the front page: look round as one of the cast. In a demonstration only."""

from __future__ import annotations

from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from candour.desk.cast import BY_KEY
from candour.desk.demonstration import in_demonstration_only
from candour.kernel.people.models import Person


@in_demonstration_only
@require_POST
def page(request: HttpRequest, key: str) -> HttpResponse:
    if (member := BY_KEY.get(key)) is None:
        raise Http404
    person = get_object_or_404(Person, username=member.username)
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    onward = request.POST.get("next", "")
    ours = url_has_allowed_host_and_scheme(onward, allowed_hosts=None)
    return redirect(onward if ours else member.begins)
