"""What became of each row of a workbook of held rows that came back."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.corrections.held_back import Became, Line, what_became
from candour.stages.chronology.returns.place import paper_at, place_of_return, return_at

STATES = {
    Became.PLACED: ("done", "Placed"),
    Became.HELD: ("held", "Held"),
    Became.SETTLED: ("done", "Placed before"),
    Became.UNKNOWN: ("refused", "Not known"),
}


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, pk: int, paper_pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    paper = paper_at(request, sent, paper_pk)
    try:
        lines = what_became(sent, paper)
    except Trouble:  # a paper that is no workbook of held rows has no such page
        raise Http404 from None
    counts = {one: sum(1 for line in lines if line.became is one) for one in Became}
    placed = sent.unplaced.filter(answered_in=paper).exists()
    return render(
        request,
        "stages/chronology/pages/held_rows_sent.html",
        {
            "place": place_of_return(sent, viewer, ("Held rows sent back", "")),
            "sent": sent,
            "review": review,
            "paper": paper,
            "lines": [
                (line, *STATES[line.became], _where(line), list(line.changed.items())) for line in lines
            ],
            "placed": counts[Became.PLACED],
            "held": counts[Became.HELD],
            "others": counts[Became.SETTLED] + counts[Became.UNKNOWN],
            "changed": any(line.changed for line in lines),
            "may_undo": placed and sent.withdrawn_at is None and bool(may(viewer, Can.FIX_HELD_ROWS, sent)),
        },
    )


def _where(line: Line) -> str:
    came = line.came
    row = f"row {came.row}" if came.row is not None else "no row"
    return ", ".join(filter(None, (came.file, came.part, row)))
