"""Prompts with what was written under each, by whom and when: for readiness, and for quality markers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from candour.domain.questionnaires import Prompt, Questionnaire, load_questionnaire
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.commission.models import MarkerEvidence, Readiness, ReadinessAnswer


@dataclass(frozen=True, slots=True)
class Written:
    """A prompt, and the rows that stand under it or stood."""

    prompt: Prompt
    rows: tuple[Any, ...]

    @property
    def standing(self) -> int:
        return sum(one.withdrawn_at is None for one in self.rows)


Groups = list[tuple[str, list[Written]]]


def markers_of(review: Review, viewer: Person) -> tuple[Questionnaire, Groups]:
    """The quality markers by stage of a review, each with its evidence."""
    asked = load_questionnaire("quality-markers")
    rows = MarkerEvidence.objects.visible_to(viewer).filter(review=review)
    return asked, _by_group(asked, [(one.marker, one) for one in rows])


def readiness_of(readiness: Readiness, viewer: Person) -> tuple[Questionnaire, Groups]:
    """The questions before a method that is new to a board, each with its people's answers."""
    asked = load_questionnaire("readiness")
    rows = ReadinessAnswer.objects.visible_to(viewer).filter(readiness=readiness)
    return asked, _by_group(asked, [(one.question, one) for one in rows])


def readiness_at(board: Organisation, viewer: Person) -> list[Readiness]:
    """The methods that were new to a board, the latest first."""
    return list(Readiness.objects.visible_to(viewer).filter(board=board).select_related("review"))


def written_under(groups: Groups) -> tuple[int, int]:
    """Under how many prompts something is written, of how many. A count of prompts, not a mark."""
    every = [one for _, prompts in groups for one in prompts]
    return sum(one.standing > 0 for one in every), len(every)


def _by_group(asked: Questionnaire, rows: Iterable[tuple[str, Any]]) -> Groups:
    under: dict[str, list[Any]] = {}
    for name, row in rows:
        under.setdefault(name, []).append(row)
    return [
        (group.title, [Written(one, tuple(under.get(one.name, ()))) for one in asked.in_group(group.name)])
        for group in asked.groups
    ]
