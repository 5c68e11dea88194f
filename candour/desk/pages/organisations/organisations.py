"""The boards, the agencies of each board's area, and the national body."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.desk.administrators import installation_of
from candour.desk.agency_kinds_in_words import KINDS_IN_WORDS
from candour.domain.access import Can
from candour.kernel.people.models import Organisation, OrganisationKind
from candour.kernel.web.guard import needs


@needs(Can.ADMINISTER, find=installation_of, address="")
def page(request: HttpRequest, installation: Organisation) -> HttpResponse:
    everything = list(Organisation.objects.visible_to(request.user))
    agencies = [one for one in everything if one.kind == OrganisationKind.AGENCY]
    boards = [
        {"board": board, "agencies": _with_marks([one for one in agencies if one.board_id == board.pk])}
        for board in everything
        if board.kind == OrganisationKind.BOARD
    ]
    return render(
        request,
        "desk/pages/organisations/organisations.html",
        {
            "boards": boards,
            "agencies": len(agencies),
            "of_no_board": _with_marks([one for one in agencies if one.board_id is None]),
            "national": next((one for one in everything if one.kind == OrganisationKind.NATIONAL), None),
            "place": [("People", reverse("desk:people")), ("Boards and agencies", "")],
        },
    )


def _with_marks(agencies: list[Organisation]) -> list[dict[str, Any]]:
    """With the number that each has among those of its kind, which its mark shows."""
    kinds: Counter[str] = Counter()
    rows = []
    for one in agencies:
        kinds[one.agency_kind] += 1
        words = KINDS_IN_WORDS.get(one.agency_kind, "")
        rows.append({"agency": one, "nth": kinds[one.agency_kind], "kind": words})
    return rows
