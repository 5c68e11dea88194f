"""The tables of knowledge and flow as files: the rows of the page, all of them, in its order."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

from django.http import Http404, HttpRequest, HttpResponse

from candour.domain.access import Can
from candour.domain.knowledge import Knowledge
from candour.files.results.chronology_tables import Line
from candour.files.results.csv_out import write_csv
from candour.files.results.integrated_xlsx import Named, write_integrated_xlsx
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.knowledge.download_links import KINDS
from candour.stages.chronology.knowledge.fences import fence_of
from candour.stages.chronology.knowledge.knowing import knew
from candour.stages.chronology.knowledge.knowledge_lines import (
    FLOW,
    KNOWN,
    TIMES,
    flow_lines,
    known_lines,
    times_lines,
    tunnel_lines,
)
from candour.stages.chronology.knowledge.telling_matrix import matrix_of
from candour.stages.chronology.knowledge.times_taken import times_of
from candour.stages.chronology.knowledge.tunnel_view import seen_from
from candour.stages.chronology.pages import known as known_page
from candour.stages.chronology.pages import tunnel as tunnel_page


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_who_knew_what")
def known(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    whole = whole_of(review)
    form = known_page.Form(request.GET, agencies=whole.chronology.agencies)
    if not form.is_valid():
        raise Http404
    agency, on, holder = (form.cleaned_data[one] for one in ("agency", "on", "holder"))
    found = knew(whole, agency, on, holder=holder, fence_open=fence_of(review, agency, on) is not None)
    return _sent(f"known-{review.in_address}-{on}", kind, "Who knew what", KNOWN, known_lines(found))


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_view_from_tunnel")
def tunnel(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    whole = whole_of(review)
    knowledge = Knowledge(whole.chronology)
    roles = tunnel_page.roles_in(request.GET, knowledge)
    form = tunnel_page.Form(request.GET, agencies=whole.chronology.agencies, roles=roles)
    if not form.is_valid():
        raise Http404
    agency, role, on = (form.cleaned_data[one] for one in ("agency", "role", "on"))
    opened = fence_of(review, agency, on) is not None
    found = seen_from(knowledge, whole, agency, role, on, fence_open=opened)
    name = f"tunnel-{review.in_address}-{on}"
    return _sent(name, kind, "View from the tunnel", KNOWN, tunnel_lines(found))


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_information_flow")
def flow(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    found = matrix_of(whole_of(review))
    return _sent(f"flow-{review.in_address}", kind, "Information flow", FLOW, flow_lines(found))


@needs(Can.TAKE_CHRONOLOGY_AWAY, reading="downloaded_information_flow")
def times_taken(request: HttpRequest, review: Review, kind: str) -> HttpResponse:
    found = times_of(whole_of(review))
    return _sent(f"how-long-{review.in_address}", kind, "How long things took", TIMES, times_lines(found))


def _sent(name: str, kind: str, title: str, columns: Sequence[str], lines: Iterable[Line]) -> HttpResponse:
    if kind not in KINDS:
        raise Http404
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.{kind}"
        if kind == "csv":
            write_csv(path, columns, lines)
        else:
            write_integrated_xlsx(path, lines, columns=columns, named=Named(title, title))
        sent = HttpResponse(path.read_bytes(), content_type=KINDS[kind][1])
    sent["Content-Disposition"] = f'attachment; filename="{path.name}"'
    return sent
