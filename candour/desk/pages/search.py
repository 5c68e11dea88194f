"""Search over what one may see: a phrase, and where it stands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.desk.search import LEAST, MOST, found_for, reviews_read
from candour.kernel.audit import acting
from candour.kernel.web.guard import signed_in


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    viewer: Any = request.user
    phrase = " ".join(request.GET.get("q", "").split())[:MOST]
    groups = found_for(viewer, phrase) if len(phrase) >= LEAST else []
    for review in reviews_read(groups):  # entries, findings and names of papers are restricted: a line each
        acting.read("searched_review", by=viewer, on=review)
    return render(
        request,
        "desk/pages/search.html",
        {
            "phrase": phrase,
            "too_short": 0 < len(phrase) < LEAST,
            "groups": groups,
            "shown": sum(len(one.hits) for one in groups),
            "more": any(one.more for one in groups),
        },
    )
