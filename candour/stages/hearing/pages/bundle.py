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
            "may_make": not bundle.is_closed or rules(viewer, review),
            "who_rules": ruling_title(review),
            "place": place_among(review, viewer, str(bundle)),
            "print_words": f"{bundle}, review {review.written_number}",
        },
    )


def _is_being_made(making: Making) -> bool:
    """It is made in the name of whoever asked: a seat that ended since ends that too."""
    asker = Person.objects.get(username=making.asked_by)
    return making.state == State.WAITING and bool(may(asker, Can.WRITE_REPORT, making))
