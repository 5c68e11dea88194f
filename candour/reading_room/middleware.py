"""What happens around every page: the inbox is looked at, and answers may be kept for a short while."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import Error as DatabaseError
from django.http import HttpRequest, HttpResponse

from candour.domain.trouble import Trouble
from candour.reading_room.receive import receive_all

Answering = Callable[[HttpRequest], HttpResponse]

SECONDS_KEPT = 60
"""A withdrawn report is gone from every cache after this."""

log = logging.getLogger(__name__)


def inbox_looked_at(answer: Answering) -> Answering:
    """Before a page is made, and at most every few seconds. A fault there never spoils the page."""
    looked_at = -settings.SECONDS_BETWEEN_LOOKS

    def look_first(request: HttpRequest) -> HttpResponse:
        nonlocal looked_at
        if time.monotonic() - looked_at >= settings.SECONDS_BETWEEN_LOOKS:
            looked_at = time.monotonic()
            _look()
        return answer(request)

    return look_first


def _look() -> None:
    try:
        receive_all(settings.HERE)
    except (Trouble, OSError, DatabaseError) as trouble:
        log.error("The inbox was not taken in: %s", trouble)


def short_cache(answer: Answering) -> Answering:
    def answer_to_keep(request: HttpRequest) -> HttpResponse:
        response = answer(request)
        kept = f"public, max-age={SECONDS_KEPT}" if response.status_code in (200, 304) else "no-store"
        response.headers.setdefault("Cache-Control", kept)
        return response

    return answer_to_keep
