"""A released report is sent to the reading room, sent again with what is new, and withdrawn from it.

Bytes and row are kept in one act, and only then is the bundle put in the inbox: nothing is public that is not
recorded, and what a crash keeps from the inbox is put there later.
"""

from __future__ import annotations

from datetime import date, time

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.deadlines import Stops
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.files.bundles.contents import address_of
from candour.kernel.audit.acting import act
from candour.kernel.papers.shelf import keep_bytes, read_bytes
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.stages.learn.answers import Beside, beside
from candour.stages.learn.before import moment_of, refuse_too_soon
from candour.stages.learn.inbox import put_in_inbox
from candour.stages.learn.models import Publication
from candour.stages.learn.publishing import bundle_of, refuse_leaks, signed, withdrawal_of
from candour.stages.learn.reads import next_edition
from candour.stages.report.models import Release, Report


def publish_report(
    *,
    by: Person,
    release: Release,
    changed: str = "",
    published_on: date | None = None,
    hour: time | None = None,
    read: str = "",
) -> Publication:
    """Send the release as a signed bundle; a second time as the next edition, with what is new in it.

    Files and findings are those that two checkers read. The board's answers are not: for each word of them,
    and for `changed`, `by` answers, who wrote none of the answers; `read` is the mark of what was read.
    Raises Trouble while publication is paused, before the law's notice has run, before the hour of the plan
    or before the family has heard, for a release that was withdrawn, for answers that `by` wrote or has not
    read as they stand, and for a real name in what travels beside the files.
    """
    with act("published_report", by=by, on=release, needs=Can.PUBLISH, why=changed) as doing:
        if release.correction is not None:
            raise Trouble("This release was corrected since.", do="Send the one that took its place.")
        if release.withdrawn_at is not None:
            raise Trouble("This release was withdrawn.", do="Release the report again first.")
        _lock(release)
        moment = moment_of(published_on, hour)
        _refuse_while_paused(release.report.review, moment.date())
        refuse_too_soon(release, moment)
        says = beside(release)
        _refuse_unread(says, by, read)
        edition = next_edition(release.report.review)
        bundle = bundle_of(release, edition=edition, changed=changed)
        refuse_leaks(bundle, release)
        publication = Publication.objects.create(
            release=release,
            edition=edition,
            changed=changed,
            sha256=keep_bytes(signed(bundle)),
            published_on=published_on or today(),
            sent_at=timezone.now(),
            sent_by=by.username,
            answered_for=sorted(says.caught),
        )
        doing.made(publication)
    return deliver_publication(by=by, publication=publication)


def withdraw_publication(*, by: Person, publication: Publication, on: date, why: str) -> Publication:
    """Take the report off view. A line with the reason stays in the reading room."""
    with act("withdrew_publication", by=by, on=publication, needs=Can.PUBLISH, why=why):
        if publication.withdrawn_at is not None:
            raise Trouble("It was withdrawn already.", do="Nothing more is needed.")
        release = publication.release
        _lock(release)
        edition = next_edition(release.report.review)
        withdrawal = withdrawal_of(release, edition=edition, on=on, why=why)
        refuse_leaks(withdrawal, release)
        publication.withdrawn_at, publication.withdrawn_by = timezone.now(), by.username
        publication.withdrawn_why = why
        publication.withdrawal_edition = edition
        publication.withdrawal_sha256 = keep_bytes(signed(withdrawal))
        publication.save()
    return deliver_publication(by=by, publication=publication)


def deliver_publication(*, by: Person, publication: Publication) -> Publication:
    """Put what was signed in the inbox of the reading room. A second time changes nothing.

    Raises Trouble where the inbox cannot be written to.
    """
    with act("delivered_publication", by=by, on=publication, needs=Can.PUBLISH):
        row = Publication.objects.select_for_update().get(pk=publication.pk)
        now = timezone.now()
        if row.delivered_at is None:
            _put(row, row.edition, row.sha256)
            row.delivered_at, row.delivered_by = now, by.username
        if row.withdrawal_edition is not None and row.withdrawal_delivered_at is None:
            _put(row, row.withdrawal_edition, row.withdrawal_sha256)
            row.withdrawal_delivered_at, row.withdrawal_delivered_by = now, by.username
        row.save()
    return row


def _put(publication: Publication, edition: int, sha256: str) -> None:
    address = address_of(str(publication.release.report.review.written_number))
    try:
        put_in_inbox(f"{address}-{edition}.zip", read_bytes(sha256))
    except OSError as error:
        raise Trouble(
            f"Edition {edition} is kept and did not reach the inbox of the reading room ({error.strerror}).",
            do="Put it there again from the page Publish, once the inbox can be written to.",
        ) from error


def _lock(release: Release) -> None:
    """One sender at a time: editions are counted across a review's releases."""
    Report.objects.select_for_update().get(pk=release.report_id)


def _refuse_while_paused(review: Review, day: date) -> None:
    paused = review.pauses.standing().filter(stops=Stops.PUBLICATION)
    if (found := next((one for one in paused if one.told.holds(day)), None)) is not None:
        raise Trouble(
            f"Publication is paused since {spoken_day(found.first_day)}: {found.why.rstrip('.')}.",
            do="Whoever keeps the clocks of the review ends the pause first.",
        )


def _refuse_unread(says: Beside, by: Person, read: str) -> None:
    if not says.answers:
        return
    if by.username in says.writers:
        raise Trouble(
            "You wrote some of the board’s answers, so another must read them before everybody does.",
            do="Let another business manager send it, or the chair read and record those answers anew.",
        )
    if read != says.mark:
        raise Trouble(
            "The board’s answers were not read, or were changed since. Nothing was sent.",
            do="Read them as they stand, and say that you did.",
        )
