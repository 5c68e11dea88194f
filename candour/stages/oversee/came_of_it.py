"""What the national body said to decisions, and what came of it: counted, with nobody ranked by it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from candour.kernel.people.models import Organisation
from candour.stages.decide.models import Challenge, ChallengeKind, Decision, Direction

TITLES = {
    ChallengeKind.QUESTION: "Questions",
    ChallengeKind.DISAGREE: "Disagreements",
    ChallengeKind.ADVISE: "Advice",
    ChallengeKind.AGREE: "Agreement",
    ChallengeKind.OWN_REVIEW: "National reviews instead",
}


@dataclass(frozen=True, slots=True)
class CameOfIt:
    """Of one kind of thing said: how many, how many have a reply, and how each decision stands now."""

    title: str
    said: int
    replied: int
    reviewed: int
    """Whose notification has a review commissioned since, by direction or by a new decision."""
    reopened: int
    """Whose decision was reopened, with no review commissioned so far."""

    @property
    def as_it_was(self) -> int:
        return self.said - self.reviewed - self.reopened


def came_of_it(boards: Iterable[Organisation]) -> list[CameOfIt]:
    """By kind, those that were said at all. What was taken back is not counted."""
    of = {"taken_back_at": None, "decision__notification__board__in": list(boards)}
    said = list(Challenge.objects.filter(**of).select_related("decision"))
    found = [_counted(title, [one for one in said if one.kind == kind]) for kind, title in TITLES.items()]
    found.append(_counted("Directions", list(Direction.objects.filter(**of).select_related("decision"))))
    return [one for one in found if one.said]


def _counted(title: str, said: list[Challenge] | list[Direction]) -> CameOfIt:
    reviewed = {
        pk
        for pk in Decision.objects.filter(commission__isnull=False).values_list("notification_id", flat=True)
    }
    followed = [one for one in said if one.decision.notification_id in reviewed]
    reopened = [one for one in said if one not in followed and one.decision.reopened_at is not None]
    return CameOfIt(
        title,
        said=len(said),
        replied=sum(one.replied_at is not None for one in said),
        reviewed=len(followed),
        reopened=len(reopened),
    )
