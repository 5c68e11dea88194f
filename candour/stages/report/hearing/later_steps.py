"""What later stages tell the family's page, which may not look at them: each says so when it starts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from candour.domain.methods import Stage
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Standing


@dataclass(frozen=True, slots=True)
class Publishing:
    """The hour that is planned, in words, or ""; whether the family hears first; the day it was published."""

    planned: str = ""
    family_first: bool = False
    published_on: date | None = None


TellStanding = Callable[[Review, Person, date], Standing]
TellPublishing = Callable[[Review], Publishing]

_standings: dict[Stage, TellStanding] = {}
_publishing: list[TellPublishing] = []


def tell_standing(stage: Stage, standing: TellStanding) -> None:
    """Ask this for where that stage stands."""
    _standings[stage] = standing


def tell_publishing(told: TellPublishing) -> None:
    """Ask this whether the report is published, and when it is to be."""
    if told not in _publishing:
        _publishing.append(told)


def later_standings() -> dict[Stage, TellStanding]:
    """By stage, those that have said so."""
    return dict(_standings)


def publishing_of(review: Review) -> Publishing:
    """What is known of it; nothing where no stage publishes."""
    return next((told(review) for told in _publishing), Publishing())
