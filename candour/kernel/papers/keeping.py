"""A paper kept, as part of whatever act it came with: the bytes first, then the row that names them."""

from __future__ import annotations

from django.utils import timezone

from candour.kernel.papers.models import Paper
from candour.kernel.papers.shelf import keep_bytes
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review


def kept(*, by: Person, review: Review, agency: Organisation | None, name: str, content: bytes) -> Paper:
    """Keep a file as it came. Called inside an act: the bytes are on the disk before its row is."""
    return Paper.objects.create(
        review=review,
        agency=agency,
        name=name,
        sha256=keep_bytes(content),
        size=len(content),
        kept_at=timezone.now(),
        kept_by=by.username,
    )
