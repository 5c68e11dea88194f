"""The small print in plain words: what Candour must get right, accessibility, methods, running one's own."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.methods import load_method, method_names
from candour.domain.rules import regime_names
from candour.kernel.web.guard import public

SUBJECTS = {
    "what-it-must-get-right": "right",
    "accessibility": "accessibility",
    "methods-and-figures": "methods",
    "run-your-own": "own",
}


@public
def page(request: HttpRequest, subject: str) -> HttpResponse:
    if (name := SUBJECTS.get(subject)) is None:
        raise Http404
    return render(
        request,
        f"desk/pages/about_{name}.html",
        {
            "methods": [load_method(one) for one in method_names()],
            "laws": len(regime_names()),
        },
    )
