"""The calendar of one's due days: its secret address is made, made anew or ended, and calendars fetch it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from candour.desk.actions import end_calendar, make_calendar
from candour.desk.secret_calendars import calendar_of, person_of
from candour.kernel.web.clock import today
from candour.kernel.web.guard import public, signed_in

SHOWN_ONCE = "calendar_made"
"""In the session: the token between the button and the page that shows it once."""


@signed_in
@require_POST
def make(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    request.session[SHOWN_ONCE] = make_calendar(by=person)
    return redirect("desk:account")


@signed_in
@require_POST
def end(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    end_calendar(by=person)
    return redirect("desk:account")


@public
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """For calendar programs, which cannot sign in: the address itself is the secret."""
    person = person_of(token)
    if person is None:
        raise Http404
    written = calendar_of(person, today(), at=timezone.now())
    answer = HttpResponse(written, content_type="text/calendar; charset=utf-8")
    answer["Cache-Control"] = "private, no-store"
    answer["Content-Disposition"] = 'attachment; filename="candour.ics"'
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer
