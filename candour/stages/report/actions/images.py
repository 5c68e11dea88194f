"""A person signs that they looked at an image, so that a file which holds it can be checked; or no longer."""

from __future__ import annotations

import re
from datetime import date

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.models import SeenImage

_SHA256 = re.compile(r"[0-9a-f]{64}")


def sign_for_image(
    *, by: Person, review: Review, sha256: str, where: str, shows: str, seen_on: date
) -> SeenImage:
    """Sign that one looked at the image with this SHA-256 and that it gives nobody away.

    Raises Trouble for what is no SHA-256, and where somebody has signed for it already.
    """
    with act("signed_for_image", by=by, on=review, needs=Can.SEE_SOURCE, why=shows) as doing:
        Review.objects.select_for_update().get(pk=review.pk)
        seal = sha256.strip().casefold()
        if not _SHA256.fullmatch(seal):
            raise Trouble(
                "That is no SHA-256, which has 64 letters and digits.",
                do="Copy it from the line of the check that could not read the image.",
            )
        if review.seen_images.filter(sha256=seal, withdrawn_at=None).exists():
            raise Trouble("Somebody has signed for this image already.", do="Look at the list.")
        image = SeenImage.objects.create(
            review=review,
            sha256=seal,
            where=where.strip(),
            shows=shows.strip(),
            seen_on=seen_on,
            signed_at=timezone.now(),
            signed_by=by.username,
        )
        doing.made(image)
    return image


def take_back_image(*, by: Person, image: SeenImage) -> SeenImage:
    """Nobody stands for it any more: a file which holds it cannot be checked. The line stays in the list."""
    with act("took_back_image", by=by, on=image, needs=Can.SEE_SOURCE):
        if image.withdrawn_at is not None:
            raise Trouble("It was taken back already.", do="Nothing more is needed.")
        image.withdrawn_at, image.withdrawn_by = timezone.now(), by.username
        image.save(update_fields=["withdrawn_at", "withdrawn_by"])
    return image
