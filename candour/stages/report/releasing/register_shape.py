"""What no open file of a review may hold, as the JSON that `candour check-open` reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from candour.domain.leaks import Register
from candour.domain.leaks.register import SeenImage
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.models import Report
from candour.stages.report.one_source import cast_of, frozen_of


def register_of(review: Review) -> Register:
    """As it stands now: the whole cast by every name, and each day that the open report does not tell.

    Raises Trouble for a review whose cast is empty: its register could find nothing.
    """
    if not review.cast.exists():
        raise Trouble(
            "The cast of this review is empty, so its register could find nothing.",
            do="Put the people of the review into its cast first.",
        )
    report = Report.objects.filter(review=review).first()
    register = frozen_of(report).register if report else cast_of(review).register()
    return replace(register, seen_images=seen_images_of(review))


def seen_images_of(review: Review) -> tuple[SeenImage, ...]:
    """Those for which somebody stands, by name and day."""
    return tuple(_images(review))


def _images(review: Review) -> Iterator[SeenImage]:
    standing = list(review.seen_images.filter(withdrawn_at=None))
    names = dict(
        Person.objects.filter(username__in={one.signed_by for one in standing}).values_list(
            "username", "name"
        )
    )
    for one in standing:
        yield SeenImage(one.sha256, names.get(one.signed_by) or one.signed_by, one.seen_on.isoformat())


def register_shape(register: Register) -> dict[str, Any]:
    """Every key is there, an empty one too: whoever reads it sees that nothing was forgotten."""
    return {
        "people": [
            {"name": one.name, "aliases": list(one.aliases), "parts": one.parts} for one in register.people
        ],
        "addresses": list(register.addresses),
        "dates": [day.isoformat() for day in register.dates],
        "numbers": list(register.numbers),
        "words": list(register.words),
        "allow": list(register.allow),
        "seen_images": [{"sha256": one.sha256, "by": one.by, "on": one.on} for one in register.seen_images],
    }
