"""Every event that people confirmed, in order of time."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.entry import Event as Told
from candour.domain.moments.spoken import spoken
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.asking import counted_on_page, page_in
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.accounts.said import event_href
from candour.stages.chronology.models import Event
from candour.stages.chronology.returns.place import place_in

A_PAGE = 100


@needs(Can.SEE_CHRONOLOGY, reading="opened_events")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    rows = _rows(review, whole)
    pages = max(1, -(-len(rows) // A_PAGE))
    at = page_in(request.GET, pages)
    here = rows[(at - 1) * A_PAGE : at * A_PAGE]
    return render(
        request,
        "stages/chronology/pages/events.html",
        {
            "review": review,
            "place": place_in(
                review, viewer, ("Chronology", f"/reviews/{review.in_address}/chronology/"), ("Events", "")
            ),
            "print_words": f"Review {review.written_number}, events confirmed, for the review team",
            "total": len(rows),
            "rows": here,
            "caption": counted_on_page((at - 1) * A_PAGE, len(here), len(rows)),
            "differing": sum(bool(one["differ"]) for one in rows),
            "pager": {"at": at, "pages": pages, "before": at - 1, "after": at + 1 if at < pages else 0},
            "withdrawn": Event.objects.filter(review=review).exclude(withdrawn_at=None),
        },
    )


def _rows(review: Review, whole: Whole) -> list[dict[str, Any]]:
    order = {entry.id: nth for nth, entry in enumerate(whole.chronology.entries)}
    by_id = {entry.id: entry for entry in whole.chronology.entries}
    confirmed = [one for one in whole.chronology.events if event_href(review, one)]
    confirmed.sort(key=lambda one: min(order[key] for key in one.entries))
    return [
        _row(review, whole, one, [by_id[key] for key in sorted(one.entries, key=order.__getitem__)])
        for one in confirmed
    ]


def _row(review: Review, whole: Whole, event: Told, entries: list[Entry]) -> dict[str, Any]:
    return {
        "href": event_href(review, event),
        "when": spoken(entries[0].when),
        "title": whole.titles.get(event.id, "") or entries[0].event,
        "agencies": list(dict.fromkeys(one.agency for one in entries)),
        "rows": len(entries),
        "differ": whole.differ.get(event.id, ""),
    }
