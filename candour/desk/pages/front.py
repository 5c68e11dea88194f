"""The front page: what Candour is; in the demonstration a tour, and the cast to look round as."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.desk.cast import CAST
from candour.desk.tour import stops_by_question
from candour.kernel.web.guard import public


@public
def page(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated and not settings.DEMONSTRATION:
        return redirect("desk:tasks")
    return render(
        request,
        "desk/pages/front.html",
        {"cast": CAST if settings.DEMONSTRATION else (), "questions": stops_by_question()},
    )
