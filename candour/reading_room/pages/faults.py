"""What is said when there is no such page, or when this place is broken."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "reading_room/not_found.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Asks nothing of the database, which may be what is broken."""
    return render(request, "reading_room/broken.html", status=500)
