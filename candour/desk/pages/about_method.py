"""One method of review: whose it is, its roles, steps, rules and report, and texts for who takes part."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.methods import Side, load_method, method_names
from candour.kernel.web.guard import public

FOR = {
    Side.PRACTITIONER: "For practitioners",
    Side.FAMILY: "For the family",
    Side.AGENCY: "For an agency",
    Side.BOARD: "For the board",
}


@public
def page(request: HttpRequest, method: str) -> HttpResponse:
    if method not in method_names():
        raise Http404
    found = load_method(method)
    sides = [(FOR[side], found.materials_for(side)) for side in Side]
    context = {"method": found, "sides": [(words, texts) for words, texts in sides if texts]}
    return render(request, "desk/pages/about_method.html", context)
