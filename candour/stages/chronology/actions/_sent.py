"""Parts of sending: a file and its row are kept, no file twice, and a return marked as withdrawn."""

from __future__ import annotations

from datetime import date

from django.utils import timezone

from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.papers.keeping import kept
from candour.kernel.papers.shelf import sha256_of
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Return


class SentAlready(Trouble):
    """The same file, byte for byte, is there for this agency."""


def keep_sent(
    *,
    by: Person,
    review: Review,
    agency: Organisation,
    name: str,
    content: bytes,
    received_on: date | None = None,
    came_in: str = "",
    corrects: Return | None = None,
) -> Return:
    """The file and its row, inside an act that sends it."""
    refuse_twice(review, agency, sha256_of(content), name)
    paper = kept(by=by, review=review, agency=agency, name=name, content=content)
    return Return.objects.create(
        review=review,
        agency=agency,
        paper=paper,
        sha256=paper.sha256,
        came_in=came_in,
        corrects=corrects,
        received_on=received_on or timezone.localdate(),
        received_at=paper.kept_at,
        received_by=by.username,
    )


def refuse_twice(review: Review, agency: Organisation, sha256: str, name: str) -> None:
    there = Return.objects.filter(review=review, agency=agency, sha256=sha256, withdrawn_at=None).first()
    if there is not None:
        on = spoken_day(there.received_on)
        raise SentAlready(
            f"{name} was received from {agency} already, on {on}, as {there.name}.",
            where=name,
            do="It was not added again.",
        )


def mark_withdrawn(sent: Return, by: Person, why: str) -> None:
    """Mark a return and its standing entries as withdrawn, inside an act."""
    marks = {"withdrawn_at": timezone.now(), "withdrawn_by": by.username, "withdrawn_why": why[:400]}
    sent.entries.filter(withdrawn_at=None).update(**marks)
    for name, value in marks.items():
        setattr(sent, name, value)
    sent.save(update_fields=list(marks))
