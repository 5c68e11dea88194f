"""Signing in comes first; and whoever was signed out over a half-written form finds it filled again."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from cryptography.fernet import Fernet, InvalidToken
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict

SEEN, WAS, KEPT = "last_seen", "was_signed_in", "kept_form"
SECRETS = {"csrfmiddlewaretoken", "code", "recovery_code"}
"""Beside every name with "password" in it: never kept, not even encrypted."""
MARKED_EACH = 30
"""Seconds between two marks of being there, so that reading does not write with every page."""
MOST_KEPT = 200_000
"""Characters. What is longer was uploaded, not typed."""


class IdleMiddleware:
    """Sign out whoever has done nothing for the idle time, and remember who it was."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        person: Any = request.user
        request.kept_form = None  # type: ignore[attr-defined]
        if person.is_authenticated:
            now, seen = int(time.time()), request.session.get(SEEN)
            if seen is not None and now - seen > settings.SESSION_IDLE_SECONDS:
                was = person.pk
                logout(request)
                request.session[WAS] = was
            else:
                if seen is None or now - seen >= MARKED_EACH:
                    request.session[SEEN] = now
                request.kept_form = _take_kept(request)  # type: ignore[attr-defined]
        return self.get_response(request)


class SignInFirst(LoginRequiredMiddleware):
    """Every page asks for sign-in unless it is marked public. A form sent too late is kept, not lost."""

    def handle_no_permission(self, request: HttpRequest, view_func: Any) -> HttpResponseBase:
        if request.method == "POST" and (was := request.session.get(WAS)):
            request.session[KEPT] = _lock(
                {
                    "for": was,
                    "path": request.path,
                    "typed": {
                        name: request.POST.getlist(name) for name in request.POST if _may_be_kept(name)
                    },
                }
            )
        return super().handle_no_permission(request, view_func)


def _may_be_kept(name: str) -> bool:
    return name not in SECRETS and "password" not in name


def typed(request: HttpRequest) -> QueryDict | None:
    """What a page's form is filled with: what was sent, or what was kept from before a time-out."""
    if request.method == "POST":
        return request.POST
    kept: QueryDict | None = getattr(request, "kept_form", None)
    return kept


def _take_kept(request: HttpRequest) -> QueryDict | None:
    """The kept form, once, for the person who wrote it, on the page it was written on."""
    if request.method != "GET" or (locked := request.session.get(KEPT)) is None:
        return None
    kept = _unlock(locked)
    person: Any = request.user
    if kept is None or kept["for"] != person.pk:
        del request.session[KEPT]
        return None
    if kept["path"] != request.path:
        return None
    del request.session[KEPT]
    filled = QueryDict(mutable=True)
    for name, values in kept["typed"].items():
        filled.setlist(name, values)
    return filled


def _lock(kept: dict[str, Any]) -> str:
    words = json.dumps(kept)
    return "" if len(words) > MOST_KEPT else Fernet(settings.FIELD_KEY).encrypt(words.encode()).decode()


def _unlock(locked: str) -> dict[str, Any] | None:
    try:
        kept: dict[str, Any] = json.loads(Fernet(settings.FIELD_KEY).decrypt(locked.encode()))
    except InvalidToken:
        return None
    return kept
