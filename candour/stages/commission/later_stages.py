"""What later stages tell this one, which may not look at them: each says so when it starts."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from candour.domain.methods import Existing
from candour.kernel.reviews.models import Review

CountOutside = Callable[[Review, date, date], tuple[str, int]]
"""What is counted, such as "entry,entries", and how many of a review lie outside these two days."""
AgenciesHeard = Callable[[Review], Iterable[int]]
"""The keys of the agencies whose account has come."""
TellUses = Callable[[Review], Iterable[Existing]]
"""What a stage holds of a review by codes of its method, and where."""
TellFinished = Callable[[Review], str]
"""What is finished and names the method, in words; nothing where it is not."""

_counts: list[CountOutside] = []
_heard: list[AgenciesHeard] = []
_uses: list[TellUses] = []
_finished: list[TellFinished] = []


def count_outside(count: CountOutside) -> None:
    """Ask this too, whenever a period is about to change."""
    if count not in _counts:
        _counts.append(count)


def tell_who_was_heard(heard: AgenciesHeard) -> None:
    """Ask this too, whenever it is asked whose account is waited for."""
    if heard not in _heard:
        _heard.append(heard)


def tell_what_is_used(uses: TellUses) -> None:
    """Ask this too, whenever a method is about to change."""
    if uses not in _uses:
        _uses.append(uses)


def tell_what_is_finished(finished: TellFinished) -> None:
    """Ask this too, whether a method may still change."""
    if finished not in _finished:
        _finished.append(finished)


def used_in(review: Review) -> list[Existing]:
    """What the later stages hold by codes of the review's method."""
    return [one for uses in _uses for one in uses(review)]


def finished_in(review: Review) -> list[str]:
    """What is finished, and keeps the method as it is."""
    return [said for finished in _finished if (said := finished(review))]


def outside(review: Review, first: date, last: date) -> list[tuple[str, int]]:
    """What a period from `first` to `last` leaves out, of what there is already."""
    counted = [count(review, first, last) for count in _counts]
    return [(noun, n) for noun, n in counted if n]


def heard_from(review: Review) -> frozenset[int]:
    """The agencies whose account has come, by key."""
    return frozenset(agency for heard in _heard for agency in heard(review))
