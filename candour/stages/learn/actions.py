"""A released report is sent to the reading room, sent again with what is new, and withdrawn from it."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Person
from candour.kernel.web.clock import today
from candour.stages.learn.inbox import put_in_inbox
from candour.stages.learn.models import Publication
from candour.stages.learn.publishing import bundle_of, refuse_leaks, signed, withdrawal_of
from candour.stages.learn.reads import next_edition
from candour.stages.report.frozen import thawed
from candour.stages.report.models import Release


def publish_report(
    *, by: Person, release: Release, changed: str = "", published_on: date | None = None
) -> Publication:
    """Send the release as a signed bundle; a second time as the next edition, with what is new in it.

    Raises Trouble for a release that was withdrawn, and for a real name in what travels beside the files.
    """
    with act("published_report", by=by, on=release, needs=Can.PUBLISH, why=changed) as doing:
        if release.withdrawn_at is not None:
            raise Trouble("This release was withdrawn.", do="Release the report again first.")
        edition = next_edition(release.report.review)
        bundle = bundle_of(release, edition=edition, changed=changed)
        refuse_leaks(bundle, thawed(release.draft.frozen))
        content = signed(bundle)
        publication = Publication.objects.create(
            release=release,
            edition=edition,
            changed=changed,
            sha256=keep_bytes(content),
            published_on=published_on or today(),
            sent_at=timezone.now(),
            sent_by=by.username,
        )
        doing.made(publication)
        # Last: where it cannot be written, nothing is recorded either.
        put_in_inbox(f"{bundle.address}-{edition}.zip", content)
    return publication


def withdraw_publication(*, by: Person, publication: Publication, on: date, why: str) -> Publication:
    """Take the report off view. A line with the reason stays in the reading room."""
    with act("withdrew_publication", by=by, on=publication, needs=Can.PUBLISH, why=why):
        if publication.withdrawn_at is not None:
            raise Trouble("It was withdrawn already.", do="Nothing more is needed.")
        release = publication.release
        edition = next_edition(release.report.review)
        withdrawal = withdrawal_of(release, edition=edition, on=on, why=why)
        refuse_leaks(withdrawal, thawed(release.draft.frozen))
        content = signed(withdrawal)
        publication.withdrawn_at, publication.withdrawn_by = timezone.now(), by.username
        publication.withdrawn_why = why
        publication.withdrawal_edition = edition
        publication.withdrawal_sha256 = keep_bytes(content)
        publication.save()
        put_in_inbox(f"{withdrawal.address}-{edition}.zip", content)
    return publication
