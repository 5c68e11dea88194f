"""One confirmed event: every account of it side by side, where they differ, and what people did with it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import whole_of
from candour.stages.chronology.accounts.of_event import (
    accounts_of,
    differences_in,
    drawn,
    history_of,
    href_of,
    may_join,
    parted_from,
)
from candour.stages.chronology.models import Account, Event
from candour.stages.chronology.returns.place import Place, place_in


@needs(Can.SEE_CHRONOLOGY, reading="opened_event")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    event, whole = event_at(viewer, review, pk), whole_of(review)
    shown = accounts_of(event, whole)
    differences = differences_in(event, whole)
    return render(
        request,
        "stages/chronology/pages/event.html",
        {
            "review": review,
            "place": place_of_event(event, viewer),
            "print_words": f"Review {review.written_number}, one event, for the review team",
            "event": event,
            "shown": shown,
            "agencies": len({one.row.entry.agency for one in shown}),
            "drawing": drawn(event, shown, whole),
            "differences": differences,
            "open": sum(one.settled is None for one, _ in differences),
            "may_join": may_join(event, whole),
            "parted": [] if event.withdrawn_at else parted_from(event),
            "history": history_of(event),
            "may_settle": bool(may(viewer, Can.SETTLE_CHRONOLOGY, event)),
        },
    )


def event_at(viewer: Person, review: Review, pk: int) -> Event:
    """404 where it is another review's."""
    seen = Event.objects.visible_to(viewer).filter(review=review)
    found: Event = get_object_or_404(seen.select_related("review"), pk=pk)
    return found


def account_at(viewer: Person, review: Review, pk: int) -> Account:
    seen = Account.objects.visible_to(viewer).filter(review=review)
    found: Account = get_object_or_404(
        seen.select_related("event", "entry__in_return__paper", "review"), pk=pk
    )
    return found


def place_of_event(event: Event, viewer: Person, *steps: tuple[str, str]) -> Place:
    number = event.review.in_address
    events = ("Events", f"/reviews/{number}/events/")
    return place_in(event.review, viewer, events, (str(event), href_of(event) if steps else ""), *steps)
