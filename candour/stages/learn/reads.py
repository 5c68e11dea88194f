"""What was published, and what the desk is told of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db.models import Max, Q, QuerySet
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.disclosure import Audience
from candour.domain.moments.spoken import spoken_day
from candour.files.bundles.contents import address_of
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.learn.models import Publication, PublicationPlan
from candour.stages.report.hearing.later_steps import Publishing
from candour.stages.report.releasing.frozen import thawed
from candour.stages.report.releasing.way_to_release import release_of


@dataclass(frozen=True, slots=True)
class Published:
    """What anybody may know of a published review: the reading room shows it to the whole world."""

    title: str
    review: str
    board: str
    released_on: date
    address: str
    invented: bool
    withdrawn_on: date | None
    withdrawn_why: str


def published() -> list[Published]:
    """Every published review, the newest first; those withdrawn from the reading room stay in their place."""
    rows = Publication.objects.select_related("release__draft", "release__report__review__board")
    newest: dict[int, Publication] = {}
    for row in rows.order_by("edition"):
        newest[row.release.report.review_id] = row
    shown = [_as_published(row) for row in newest.values()]
    return sorted(shown, key=lambda one: one.released_on, reverse=True)


def publications_of(review: Review) -> list[Publication]:
    return list(Publication.objects.filter(release__report__review=review).select_related("release__draft"))


def publication_of(review: Review) -> Publication | None:
    """The one that the reading room shows now."""
    last = next(iter(publications_of(review)), None)
    return last if last and last.withdrawn_at is None else None


def publishing_of(review: Review) -> Publishing:
    """What the family's page says of it: the day it was published, else the hour that is planned."""
    publication = publication_of(review)
    plan = PublicationPlan.objects.filter(review=review).first()
    if publication is not None or plan is None:
        return Publishing(published_on=publication.published_on if publication else None)
    first = plan.tellings.filter(is_family=True, withdrawn_at=None).exists()
    return Publishing(planned=plan.hour, family_first=first)


def undelivered() -> QuerySet[Publication]:
    """What is signed and recorded and has not reached the inbox, the earliest first."""
    withdrawn = Q(withdrawal_edition__isnull=False, withdrawal_delivered_at=None)
    return Publication.objects.filter(Q(delivered_at=None) | withdrawn).order_by("pk")


def next_edition(review: Review) -> int:
    """Editions count every bundle sent of a review, those that withdrew one too."""
    sent = Publication.objects.filter(release__report__review=review)
    last = sent.aggregate(edition=Max("edition"), withdrawal=Max("withdrawal_edition"))
    return max(last["edition"] or 0, last["withdrawal"] or 0) + 1


def public_address(review: Review) -> str:
    """Where everybody reads it."""
    return f"{settings.READING_ROOM_ADDRESS}/reports/{address_of(str(review.written_number))}/"


def standing(review: Review, viewer: Person, today: date) -> Standing:
    publication = publication_of(review)
    if publication is not None:
        return Standing("done", spoken_day(publication.published_on), public_address(review))
    if release_of(review) is None:
        return Standing("to_come")
    href = reverse("learn:publish", args=[review.in_address]) if may(viewer, Can.PUBLISH, review) else ""
    return Standing("present", "to be published", href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    if release_of(review) is None or publication_of(review) is not None:
        return []
    href = reverse("learn:publish", args=[review.in_address]) if may(viewer, Can.PUBLISH, review) else ""
    return [Missing("The reading room has no report", href, "waits", "Not sent", "Business manager")]


def tasks_for(person: Person, today: date) -> list[Task]:
    """For whoever publishes: what is released and not sent, and what is withdrawn and still shown."""
    tasks = []
    for review in Review.objects.visible_to(person):
        if not may(person, Can.PUBLISH, review):
            continue
        release, publication = release_of(review), publication_of(review)
        href = reverse("learn:publish", args=[review.in_address])
        if release and publication is None:
            tasks.append(
                Task(
                    "Send the released report to the reading room",
                    href,
                    str(review),
                    started=release.released_on,
                )
            )
        if release and publication and publication.release_id != release.pk:
            says = "The reading room still shows the report that it corrects."
            tasks.append(Task("Send the corrected report to the reading room", href, str(review), says))
        if any(not one.is_delivered for one in publications_of(review)):
            says = "It is signed and did not reach the inbox."
            tasks.append(Task("Put the report in the inbox of the reading room", href, str(review), says))
        if publication and publication.release.withdrawn_at is not None and release is None:
            says = "Its release was withdrawn, and the reading room still shows it."
            tasks.append(Task("Withdraw the report from the reading room", href, str(review), says))
    return tasks


def _as_published(row: Publication) -> Published:
    review = row.release.report.review
    withdrawn = row.withdrawn_at
    title = review.title if withdrawn else thawed(row.release.draft.frozen).view(Audience.OPEN).title
    return Published(
        title=title,
        review=str(review.written_number),
        board=review.board.name,
        released_on=row.release.released_on,
        address=public_address(review),
        invented=review.invented,
        withdrawn_on=withdrawn.date() if withdrawn else None,
        withdrawn_why=row.withdrawn_why,
    )
