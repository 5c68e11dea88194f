"""Where a page about a board's earlier log stands, and the log that an address names."""

from __future__ import annotations

from typing import Any

from django.http import Http404
from django.urls import reverse

from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.log.models import BoardLog
from candour.stages.notify.place import Place, place_of

TITLE = "Earlier logs"


def place_of_logs(board: Organisation, *steps: str | tuple[str, str]) -> Place:
    """Decisions, the board's earlier logs, then the steps."""
    own = reverse("decide:logs", args=[board.slug])
    return place_of(None, (TITLE, own if steps else ""), *steps)


def place_of_log(log: BoardLog, *steps: str | tuple[str, str]) -> Place:
    return place_of_logs(log.board, (log.name, address_of(log) if steps else ""), *steps)


def address_of(log: BoardLog) -> str:
    return reverse("decide:log", args=[log.board.slug, log.pk])


def log_at(viewer: Person, board: Organisation, pk: int) -> BoardLog:
    """Raises Http404 where the board has no such log."""
    seen: Any = BoardLog.objects.visible_to(viewer)
    found = seen.filter(board=board, pk=pk).select_related("board").first()
    if found is None:
        raise Http404
    log: BoardLog = found
    return log
