"""What a later stage lays over the lanes as numbered brackets: it says so when it starts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from candour.domain.timeline import Bracket
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review

BandsOf = Callable[[Review, Person], Sequence[Bracket]]
"""The brackets of a review that this viewer may see; none where they may see none."""

_sources: list[BandsOf] = []


def lay_over(bands_of: BandsOf) -> None:
    """Ask this too, whenever a chronology is drawn on a page."""
    if bands_of not in _sources:
        _sources.append(bands_of)


def bands_over(review: Review, viewer: Person, *, known_on: date | None = None) -> list[Bracket]:
    """As known on a day: none that begins later, as a title may tell what lies behind the fence."""
    bands = [band for source in _sources for band in source(review, viewer)]
    return [one for one in bands if known_on is None or one.start <= known_on]
