"""What later stages tell this one, which may not look at them: each says so when it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from candour.kernel.reviews.models import Review

CountOutside = Callable[[Review, date, date], tuple[str, int]]
"""What is counted, such as "entry,entries", and how many of a review lie outside these two days."""
AgenciesHeard = Callable[[Review], Iterable[int]]
"""The keys of the agencies whose account has come."""

_counts: list[CountOutside] = []
_heard: list[AgenciesHeard] = []


def count_outside(count: CountOutside) -> None:
    """Ask this too, whenever a period is about to change."""
    if count not in _counts:
        _counts.append(count)


def tell_who_was_heard(heard: AgenciesHeard) -> None:
    """Ask this too, whenever it is asked whose account is waited for."""
    if heard not in _heard:
        _heard.append(heard)


def outside(review: Review, first: date, last: date) -> list[tuple[str, int]]:
    """What a period from `first` to `last` leaves out, of what there is already."""
    counted = [count(review, first, last) for count in _counts]
    return [(noun, n) for noun, n in counted if n]


def heard_from(review: Review) -> frozenset[int]:
    """The agencies whose account has come, by key."""
    return frozenset(agency for heard in _heard for agency in heard(review))
