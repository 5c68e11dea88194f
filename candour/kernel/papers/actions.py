"""The one thing that is done with papers: they are kept."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.papers.models import Paper
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review


def keep_paper(
    *, by: Person, review: Review, agency: Organisation | None, name: str, content: bytes, needs: Can
) -> Paper:
    """Keep a file as it came. The bytes are on the disk before the row that names them is."""
    # Asked of the paper and not of the review: an agency's author keeps papers of that agency only.
    with act("kept_paper", by=by, on=Paper(review=review, agency=agency), needs=needs, why=name) as doing:
        paper = Paper.objects.create(
            review=review,
            agency=agency,
            name=name,
            sha256=keep_bytes(content),
            size=len(content),
            kept_at=timezone.now(),
            kept_by=by.username,
        )
        doing.made(paper)
    return paper
