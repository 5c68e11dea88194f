"""How a log's columns are read: said by a person, who sees what would change before it does."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.logs import SaidOfLog
from candour.domain.logs.fields import IN_WORDS
from candour.domain.moments import Fate
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.kernel.web.clock import today
from candour.kernel.web.guard import board_at, needs
from candour.stages.decide.actions import say_log_columns
from candour.stages.decide.log.columns_said import Column, columns_of, first_rows, said_by
from candour.stages.decide.log.models import BoardLog
from candour.stages.decide.log.place import log_at, place_of_log
from candour.stages.decide.log.reading import ledger_of

FIELDS = [("", "left out"), *((str(one), words) for one, words in IN_WORDS.items())]


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    viewer: Any = request.user
    log = log_at(viewer, board, pk)
    words = request.POST if request.method == "POST" else request.GET
    part, row = _pointed_at(words)
    columns = columns_of(log, part, row, today())
    said, change, trouble = None, [], None
    if "c0" in words:
        try:
            said = said_by(_chosen(words, columns), part, row)
            change = _change(log, said)
        except Trouble as found:
            said, trouble = None, found
    if request.method == "POST" and said is not None:
        say_log_columns(by=viewer, log=log, said=said)
        return redirect("decide:log", board.slug, pk)
    return render(
        request,
        "stages/decide/log/pages/columns.html",
        {
            "place": place_of_log(log, "Columns"),
            "board": board,
            "log": log,
            "columns": [(f"c{n}", one, words.get(f"c{n}", one.field)) for n, one in enumerate(columns)],
            "fields": FIELDS,
            "part": part,
            "heading_row": row,
            "first_rows": [] if columns else first_rows(log),
            "trouble": trouble,
            "change": change,
        },
    )


def _pointed_at(words: QueryDict) -> tuple[str | None, int | None]:
    """The sheet and the row that a person says hold the headings: "Log:4"."""
    asked = words.get("heading", "")
    if not asked:
        return None, None
    part, _, row = asked.rpartition(":")
    if not row.isdecimal() or len(row) > 7:
        raise BadRequest("The row of the headings is a number.")
    return part, int(row)


def _chosen(words: QueryDict, columns: list[Column]) -> dict[str, str]:
    known = {field for field, _ in FIELDS}
    chosen = {one.heading: words.get(f"c{n}", "") for n, one in enumerate(columns)}
    return {heading: field if field in known else "" for heading, field in chosen.items()}


def _change(log: BoardLog, said: SaidOfLog) -> list[str]:
    """What would change, a sentence for each fate that would. Raises Trouble where nothing can be read so."""
    after = ledger_of(log, today(), said)
    try:
        before = ledger_of(log, today())
    except Trouble:
        before = None
    words = []
    for fate in (Fate.PLACED, Fate.HELD, Fate.REFUSED):
        was, now = len(before.of(fate)) if before else 0, len(after.of(fate))
        if was != now:
            words.append(f"{now:,} {'row' if now == 1 else 'rows'} {fate} in place of {was:,}.")
    return words or ["As many rows are placed, held and refused as now."]
