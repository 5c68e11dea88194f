"""What others ask of bundles: what waits for whom, and what a review still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Task
from candour.stages.hearing.choosing import has_hearings
from candour.stages.hearing.models import Bundle, State
from candour.stages.hearing.signing import may_check, newest_copies, way_of_copy
from candour.stages.report.hearing.who_rules import rules
from candour.stages.report.models import Report


def tasks_for(person: Person, today: date) -> list[Task]:
    """Checkers read an open copy, whoever leads decides on words and signs, and whoever rules orders it."""
    reports = Report.objects.visible_to(person).filter(bundles__withdrawn_at=None, bundles__audience="open")
    found: list[Task] = []
    for report in reports.distinct().select_related("review"):
        found += _tasks_in(report.review, person)
    return found


def _tasks_in(review: Review, person: Person) -> Iterator[Task]:
    where, number = str(review), review.in_address
    checks, writes = may(person, Can.CHECK_RELEASE, review), may(person, Can.WRITE_REPORT, review)
    orders = may(person, Can.ORDER_RELEASE, review) and rules(person, review)
    for making in newest_copies(review) if checks or writes or orders else ():
        way, own = way_of_copy(making), reverse("hearing:bundle", args=[number, making.bundle_id])
        if way.order is not None:
            continue
        if checks and may_check(person, way):
            href = reverse("hearing:check", args=[number, making.pk])
            yield Task(
                f"Check the open {making}", href, where, "Two checkers must say yes before it is given."
            )
        if writes and way.joins is None and way.may_sign():
            href = reverse("hearing:joins", args=[number, making.pk])
            yield Task(f"Look at what joins up in {making}", href, where)
        if orders and writes and way.may_order(person):
            yield Task(f"Order {making}", own, where, "All others have signed for it.")


def may_have_bundles(review: Review) -> bool:
    """Whether its method has hearings and a report is begun, so that there is a page of bundles."""
    return has_hearings(review) and Report.objects.filter(review=review).exists()


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """Bundles for a hearing that is still to come, and have no copy yet."""
    return list(_missing(review, viewer, today))


def _missing(review: Review, viewer: Person, today: date) -> Iterator[Missing]:
    if not may(viewer, Can.WRITE_REPORT, review):
        return
    rows = Bundle.objects.filter(report__review=review, withdrawn_at=None, heard_on__gte=today)
    for bundle in rows.exclude(makings__state=State.MADE):
        href = reverse("hearing:bundle", args=[review.in_address, bundle.pk])
        yield Missing(
            f"{bundle} for the hearing", href, "waits", "No copy is made", "Whoever leads the review"
        )
