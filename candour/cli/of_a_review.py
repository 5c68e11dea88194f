"""How a command about one review finds it, and asks for what it needs as a page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from candour.domain.trouble import Trouble

if TYPE_CHECKING:
    from candour.domain.access import Can
    from candour.kernel.people.models import Person
    from candour.kernel.reviews.models import Review
    from candour.stages.report.models import Report


def review_called(words: str, viewer: Person) -> Review:
    """The review of that number, if the viewer has a seat on it: a stranger is not told that it is there."""
    from candour.kernel.reviews.models import Review
    from candour.kernel.reviews.numbers import ReviewNumber

    try:
        asked = ReviewNumber.read(words)
    except ValueError as error:
        raise Trouble(str(error), do="Give the number as 2014/003 or 2014-003.") from None
    found = Review.objects.visible_to(viewer).filter(year=asked.year, number=asked.number).first()
    if found is None:
        raise Trouble(f"There is no review {asked} that you may see here.", do="Look at its number.")
    return found


def asks_of(review: Review, person: Person, can: Can, *, did: str, why: str = "") -> None:
    """Ask, and leave the line that a page would, refused or not. Raises Trouble where refused."""
    from django.core.exceptions import PermissionDenied

    from candour.kernel.audit.acting import act

    try:
        with act(did, by=person, on=review, needs=can, why=why):
            pass
    except PermissionDenied as refused:
        raise Trouble(" ".join(map(str, refused.args)), do="Ask whoever leads the review.") from None


def report_of(review: Review) -> Report:
    from candour.stages.report.models import Report

    found = Report.objects.filter(review=review).select_related("review").first()
    if found is None:
        raise Trouble(f"Review {review.written_number} has no report yet.", do="Begin it on its page.")
    return found
