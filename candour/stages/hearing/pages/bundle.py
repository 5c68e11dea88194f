"""One bundle: its papers in their tabs, its copies, and what stands against making one."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.hearing.choosing import choices_for, tabs_of
from candour.stages.hearing.models import Bundle, Making, State
from candour.stages.hearing.place import place_among, row_at
from candour.stages.hearing.signing import way_of_copy
from candour.stages.hearing.waiting import waiting_in
from candour.stages.report.hearing.who_rules import rules, ruling_title


@needs(Can.WRITE_REPORT, reading="opened_bundle_page")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    bundle = row_at(request, review, Bundle, pk)
    tabs = tabs_of(bundle)
    newest = bundle.makings.first()
    return render(
        request,
        "stages/hearing/pages/bundle.html",
        {
            "review": review,
            "bundle": bundle,
            "tabs": tabs,
            "papers": sum(len(rows) for _, rows in tabs),
            "taken_out": bundle.papers.exclude(withdrawn_at=None),
            "may_choose": bool(choices_for(bundle)),
            "makings": bundle.makings.select_related("copy"),
            "newest": newest,
            "is_waiting": newest is not None and _is_being_made(newest),
            **(_way(bundle, viewer) if not bundle.is_closed else {}),
            "may_make": not bundle.is_closed or rules(viewer, review),
            "who_rules": ruling_title(review),
            "place": place_among(review, viewer, str(bundle)),
            "print_words": f"{bundle}, review {review.written_number}",
        },
    )


def _way(bundle: Bundle, viewer: Person) -> dict[str, Any]:
    """Of an open one: how many words wait, and where its newest copy stands."""
    waiting = sum(len(one.words) for one in waiting_in(bundle))
    making = bundle.makings.filter(state=State.MADE).first()
    if making is None:
        return {"words_wait": waiting}
    way = way_of_copy(making)
    return {
        "words_wait": waiting,
        "way": way,
        "can_sign": bool(way.may_sign()),
        "may_order": bool(may(viewer, Can.ORDER_RELEASE, making)) and rules(viewer, bundle.report.review),
        "why_not_ordered": () if way.order else way.may_order(viewer).reasons,
    }


def _is_being_made(making: Making) -> bool:
    """It is made in the name of whoever asked: a seat that ended since ends that too."""
    asker = Person.objects.get(username=making.asked_by)
    return making.state == State.WAITING and bool(may(asker, Can.WRITE_REPORT, making))
