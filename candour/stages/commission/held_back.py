"""What other proceedings hold back: the register, and what waits on a day. The desk asks this too."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import HeldBack, Hold, Proceeding

WAITS = {
    HeldBack.PUBLICATION: "Publication waits",
    HeldBack.CONVERSATIONS: "Conversations wait",
    HeldBack.LEARNING: "Learning waits",
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing that waits, since when, and for which proceedings."""

    what: HeldBack
    since: date
    for_whom: tuple[str, ...]

    @property
    def words(self) -> str:
        return WAITS[self.what]

    @property
    def because(self) -> str:
        return f"since {spoken_day(self.since)}, for {'; '.join(self.for_whom)}"


def proceedings_of(review: Review, viewer: Person) -> list[Proceeding]:
    """Those that go on first, then those that ended; withdrawn ones last."""
    rows = Proceeding.objects.visible_to(viewer).filter(review=review).prefetch_related("holds")
    return sorted(rows, key=lambda one: (one.withdrawn_at is not None, one.ended_on is not None, one.pk))


def waiting_in(review: Review, viewer: Person, day: date) -> list[Waiting]:
    """What waits on a day, publication apart from learning; nothing for who may not see the register."""
    holds = Hold.objects.visible_to(viewer).filter(
        proceeding__review=review, proceeding__withdrawn_at=None, withdrawn_at=None, from_on__lte=day
    )
    standing = [
        one for one in holds.select_related("proceeding") if one.lifted_on is None or day < one.lifted_on
    ]
    found = []
    for what in HeldBack:
        of_it = [one for one in standing if one.what == what]
        if of_it:
            names = dict.fromkeys(str(one.proceeding) for one in of_it)
            found.append(Waiting(what, min(one.from_on for one in of_it), tuple(names)))
    return found
