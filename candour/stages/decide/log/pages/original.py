"""A log's original file, byte for byte, each download on the record; in a demonstration an invented one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from candour.domain.access import Can
from candour.kernel.audit import acting
from candour.kernel.papers.shelf import read_bytes
from candour.kernel.people.models import Organisation
from candour.kernel.web.guard import board_at, needs
from candour.stages.decide.log.place import log_at

EXAMPLE = Path(__file__).parents[5] / "examples" / "northmoor" / "log" / "northmoor-referrals-log.xlsx"


@needs(Can.NOTIFY, find=board_at, address="board")
def page(request: HttpRequest, board: Organisation, pk: int) -> HttpResponse:
    viewer: Any = request.user
    log = log_at(viewer, board, pk)
    content = read_bytes(log.sha256)
    acting.read("downloaded_log", by=viewer, on=log)
    return _file(log.name, content)


@needs(Can.NOTIFY, find=board_at, address="board")
def example(request: HttpRequest, board: Organisation) -> HttpResponse:
    """Only where the invented material lies beside the demonstration."""
    if not settings.DEMONSTRATION or not EXAMPLE.exists():
        raise Http404
    return _file(EXAMPLE.name, EXAMPLE.read_bytes())


def _file(name: str, content: bytes) -> HttpResponse:
    # No browser is to guess what a file from outside is, or to open it here.
    response = HttpResponse(content, content_type="application/octet-stream")
    response["Content-Disposition"] = content_disposition_header(True, name)
    return response
