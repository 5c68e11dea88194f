"""What stands round every page: the main links, who is signed in, and whether this is a demonstration."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from candour.kernel.web.clock import today
from candour.kernel.web.nav import links_for


def surroundings(request: HttpRequest) -> dict[str, Any]:
    if not hasattr(request, "user"):  # an error before anybody was known
        return {"demonstration": settings.DEMONSTRATION}
    return {
        "demonstration": settings.DEMONSTRATION,
        "reading_room": settings.READING_ROOM_ADDRESS,
        "today": today(),
        "main_links": links_for(request),
        "search_href": reverse("desk:search") if request.user.is_authenticated else "",
        "form_was_kept": getattr(request, "kept_form", None) is not None,
    }
