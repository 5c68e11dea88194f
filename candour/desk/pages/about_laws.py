"""The laws of review that are kept here, those of each nation together, and the methods."""

from __future__ import annotations

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.deadlines import load_calendar
from candour.domain.rules import Regime, every_regime
from candour.kernel.web.guard import public


@public
def page(request: HttpRequest) -> HttpResponse:
    laws = every_regime()
    nations = dict.fromkeys(one.nation for one in laws)
    context = {
        "nations": [
            (load_calendar(nation).title, _by_day([one for one in laws if one.nation == nation]))
            for nation in nations
        ]
    }
    return render(request, "desk/pages/about_laws.html", context)


def _by_day(laws: list[Regime]) -> list[Regime]:
    """The latest first; what was only proposed comes last."""
    return sorted(laws, key=lambda one: one.in_force_from or date.min, reverse=True)
