"""Every agency asked, what it sent, and what became of the rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.chronology.ledger import Counted, ledger_of
from candour.stages.chronology.models import Draft, Return
from candour.stages.chronology.reads import lanes_of_review
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.writing.drafts_at import open_drafts
from candour.stages.commission.models import AgencyAsked


@dataclass(frozen=True, slots=True)
class Line:
    """One agency: what it was asked, and one return of it, or none yet."""

    agency: Organisation
    asked: AgencyAsked | None
    counted: Counted | None
    late: bool
    nth: int
    draft: Draft | None = None
    may_sign: bool = False

    @property
    def sent(self) -> Return | None:
        return self.counted.sent if self.counted else None


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    lines = lines_of(review, viewer)
    withdrawn = Return.objects.visible_to(viewer).filter(review=review, withdrawn_at__isnull=False)
    return render(
        request,
        "stages/chronology/pages/returns.html",
        {
            "place": place_in(review, viewer, ("Returns", "")),
            "review": review,
            "lines": lines,
            "ledger": ledger_of(review, viewer),
            "sentence": sentence_of(lines),
            "withdrawn": withdrawn.select_related("agency", "paper"),
            "waiting": any(line.sent and line.sent.state == "waiting" for line in lines),
            "may_ask": bool(may(viewer, Can.ASK_AGENCIES, review)),
            "may_send": bool(may(viewer, Can.SEND_RETURN, review)),
            "may_see_chronology": bool(may(viewer, Can.SEE_CHRONOLOGY, review)),
        },
    )


def lines_of(review: Review, viewer: Any) -> list[Line]:
    """Agencies asked in order of name, a line for each return; then returns of agencies nobody asked."""
    day = today()
    seen = AgencyAsked.objects.visible_to(viewer).filter(review=review, withdrawn_at=None)
    asked = {one.agency_id: one for one in seen.select_related("agency")}
    by_agency: dict[int, list[Counted]] = {}
    for counted in ledger_of(review, viewer).returns:
        by_agency.setdefault(counted.sent.agency_id, []).append(counted)
    nth = {lane.agency: lane.nth for lane in lanes_of_review(review)}
    lines = []
    agencies = {one.agency_id: one.agency for one in asked.values()}
    agencies |= {pk: sent[0].agency for pk, sent in by_agency.items()}
    drafts = {pk: one for pk, one in open_drafts(review).items() if may(viewer, Can.SEE_RETURNS, one)}
    agencies |= {pk: one.agency for pk, one in drafts.items()}
    for pk, agency in sorted(agencies.items(), key=lambda one: one[1].name):
        draft = drafts.get(pk)
        signs = draft is not None and bool(may(viewer, Can.SIGN_OFF_RETURN, draft))
        for counted in by_agency.get(pk) or [None]:
            order = asked.get(pk)
            came = day if counted is None else counted.sent.first_received_on
            late = order is not None and came > order.due_on
            lines.append(Line(agency, order, counted, late, nth.get(agency.name, 1), draft, signs))
            draft = None  # said once, beside the first return of the agency
    return lines


def sentence_of(lines: list[Line]) -> str:
    """How things are: how many are in, how many are late, how many rows wait."""
    if not lines:
        return "No agency has been asked for its account yet."
    asked = {line.agency.pk for line in lines if line.asked}
    sent = {line.agency.pk for line in lines if line.sent}
    out = asked - sent
    late = {line.agency.pk for line in lines if line.late and not line.sent}
    held = sum(line.counted.held for line in lines if line.counted)
    of = len(asked | sent)
    said = f"{len(sent)} of {of} {'agency has' if of == 1 else 'agencies have'} sent a return"
    said += f", {len(late)} {'is' if len(late) == 1 else 'are'} late." if late else "."
    if held:
        return f"{said} {held:,} {'row waits' if held == 1 else 'rows wait'} for a person."
    return said if out or not sent else f"{said} No row is held."
