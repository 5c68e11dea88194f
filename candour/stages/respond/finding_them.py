"""The findings and actions that addresses of answers name, for whoever may know of them; and their places."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Finding
from candour.stages.analysis.reads import findings_of
from candour.stages.chronology.returns.place import Place, place_in
from candour.stages.respond.models import Action


def finding_at(review: Review, nth: int) -> Finding:
    """A finding that stands, for a page that is already guarded: who sees the answer sees the claim."""
    found: Finding = get_object_or_404(findings_of(review).select_related("review"), number=nth)
    return found


def action_at(request: HttpRequest, review: Review, pk: int) -> Action:
    seen = Action.objects.visible_to(request.user).filter(finding__review=review)
    found: Action = get_object_or_404(seen.select_related("finding__review", "owner"), pk=pk)
    return found


def owners_in(review: Review) -> list[Organisation]:
    """The board and its agencies: who may own an action."""
    agencies = Organisation.objects.filter(board=review.board)
    asked = Organisation.objects.filter(
        pk__in=review.agencies_asked.filter(withdrawn_at=None).values("agency")
    )
    own = Organisation.objects.filter(pk=review.board_id)
    return list((own | agencies | asked).distinct().order_by("kind", "name"))


def place_of_responses(review: Review, viewer: Person, *steps: tuple[str, str]) -> Place:
    address = reverse("respond:responses", args=[review.in_address])
    return place_in(review, viewer, ("Answers and actions", address if steps else ""), *steps)


def place_of_response(finding: Finding, viewer: Person, *steps: tuple[str, str]) -> Place:
    own = (f"Finding {finding.number}", address_of(finding) if steps else "")
    return place_of_responses(finding.review, viewer, own, *steps)


def address_of(finding: Finding) -> str:
    return reverse("respond:response", args=[finding.review.in_address, finding.number])


def may_respond(viewer: Person, review: Review) -> bool:
    return bool(may(viewer, Can.RESPOND, review))
