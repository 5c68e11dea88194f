"""What is there only in a demonstration: nobody can look round as somebody in a real installation."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from candour.kernel.web.guard import Page, public


def in_demonstration_only(page: Page) -> Page:
    """A public page that a real installation does not have at all."""

    @wraps(page)
    def guarded(request: HttpRequest, **rest: Any) -> HttpResponse:
        if not settings.DEMONSTRATION:
            raise Http404
        return page(request, **rest)

    return public(guarded)
