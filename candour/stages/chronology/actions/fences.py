"""A person opens the fence of one agency's day, with a reason: later knowledge is shown there ever after."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import FenceOpened


def open_fence(*, by: Person, review: Review, agency: str, seen_on: date, why: str) -> FenceOpened:
    """Show what came after a day beside what an agency knew on it. What was read was read: no shutting again.

    Opened twice, the first opening stands. Raises Trouble without a reason.
    """
    if not why.strip():
        raise Trouble("The fence is opened with a reason.", do="Say why later knowledge is needed here.")
    with act("opened_fence_of_knowledge", by=by, on=review, needs=Can.SEE_CHRONOLOGY, why=why) as doing:
        there = review.fences_opened.filter(agency=agency, seen_on=seen_on).first()
        if there is not None:
            return there
        opened = FenceOpened.objects.create(
            review=review,
            agency=agency,
            seen_on=seen_on,
            why=why.strip()[:400],
            opened_at=timezone.now(),
            opened_by=by.username,
        )
        doing.made(opened)
    return opened
