"""What the family proposes, the answers they were given, and the links by which they see where it is."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.stages.commission.models import Participant, Side
from candour.stages.report.hearing.family_links import how_they_hear
from candour.stages.report.hearing.place import place_beside
from candour.stages.report.models import FamilyLink, FamilyProposal

SHOWN_ONCE = "family_link_made"
"""In the session: the token between the button and the page that shows it once."""


@needs(Can.KEEP_PARTICIPANTS, reading="opened_family_proposals")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    token = request.session.pop(SHOWN_ONCE, "")
    links = FamilyLink.objects.visible_to(viewer).filter(review=review).select_related("participant")
    return render(
        request,
        "stages/report/pages/family/family.html",
        {
            "review": review,
            "family": Participant.objects.filter(review=review, side=Side.FAMILY, withdrawn_at=None),
            "proposals": FamilyProposal.objects.visible_to(viewer).filter(review=review),
            "waiting": FamilyProposal.objects.filter(review=review, answer="", withdrawn_at=None).count(),
            "links": [(one, one.is_over(today()), how_they_hear(one)) for one in links],
            "made": request.build_absolute_uri(reverse("report:family-page", args=[token])) if token else "",
            "may_answer": bool(may(viewer, Can.WRITE_REPORT, review)),
            "place": place_beside(review, "The family"),
            "print_words": f"The family, review {review.written_number}",
        },
    )
