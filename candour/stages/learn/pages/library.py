"""The library: every published review, each with its public address."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.kernel.web.guard import signed_in
from candour.stages.learn.reads import published


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    shown = published()
    return render(
        request,
        "stages/learn/pages/library.html",
        {
            "published": shown,
            "standing": sum(one.withdrawn_on is None for one in shown),
            "address": settings.READING_ROOM_ADDRESS,
            "print_words": "Library of published reviews, public",
        },
    )
