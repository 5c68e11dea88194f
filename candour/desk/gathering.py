"""What each stage tells the desk, which may look at all: tasks, what is missing, where a review stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from importlib import import_module
from types import ModuleType
from typing import Any

from candour.domain.methods import Method, Stage
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Owed, Standing, Task

STAGES = (
    *("notify", "decide", "commission", "chronology", "analysis", "report"),
    *("hearing", "respond", "learn", "oversee"),
)


def reads_of(stage: str) -> ModuleType:
    return import_module(f"candour.stages.{stage}.reads")


def _asked(name: str) -> Iterator[tuple[str, Any]]:
    """The stages that answer a question, in order of time."""
    for stage in STAGES:
        if (answer := getattr(reads_of(stage), name, None)) is not None:
            yield stage, answer


def tasks_of(person: Person, today: date) -> list[Task]:
    """Everything that waits for the person, those with a day first, in order of day."""
    found = [task for _, answer in _asked("tasks_for") for task in answer(person, today)]
    return sorted(found, key=lambda task: (task.due is None, task.due or date.max, task.title))


def owed_to(person: Person, today: date) -> list[tuple[str, str]]:
    """What the person waits for from others."""
    owed: list[Owed] = [one for _, answer in _asked("owed_to") for one in answer(person, today)]
    return [(one.title, one.when) for one in owed]


def missing_in(review: Review, viewer: Person, today: date) -> list[Missing]:
    return [one for _, answer in _asked("missing") for one in answer(review, viewer, today)]


@dataclass(frozen=True, slots=True)
class StepHere:
    """One step of the method, with where the review stands in it."""

    title: str
    standing: Standing


def steps_of(review: Review, method: Method, viewer: Person, today: date) -> list[StepHere]:
    """The method's steps in its order. Steps of one stage stand where their stage stands."""
    answers = dict(_asked("standing"))
    by_stage: dict[Stage, Standing] = {}
    for stage in method.stages:
        answer = answers.get(str(stage))
        by_stage[stage] = answer(review, viewer, today) if answer else Standing("to_come")
    return [StepHere(STAGE_TITLES[str(stage)], by_stage[stage]) for stage in method.stages]


STAGE_TITLES = {
    "notify": "Notify",
    "decide": "Decide",
    "commission": "Commission",
    "chronology": "Chronology",
    "analysis": "Analysis",
    "report": "Report",
    "respond": "Respond",
    "learn": "Learn",
}
