"""My tasks: what I must do next, in order of day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from candour.desk.gathering import owed_to, tasks_of
from candour.desk.own_calendar import own_calendar
from candour.domain.deadlines import Calendar, State, in_words, state
from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.kernel.web.tasks import Task

SOON = timedelta(days=14)
TAGS = {State.LATE: "late", State.AT_RISK: "soon", State.DUE: "due"}


@dataclass(frozen=True, slots=True)
class Shown:
    task: Task
    tag: str
    words: str


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    person: Any = request.user
    day, calendar = today(), own_calendar(person)
    tasks = [_shown(task, day, calendar) for task in tasks_of(person, day)]
    late = [one for one in tasks if one.tag == "late"]
    soon = [one for one in tasks if one not in late and one.task.due and one.task.due <= day + SOON]
    later = [one for one in tasks if one not in late and one not in soon]
    return render(
        request,
        "desk/pages/tasks.html",
        {
            "day": day,
            "late": late,
            "soon": soon,
            "last_soon": max((one.task.due for one in soon if one.task.due), default=None),
            "groups": [("Late", late), ("Next two weeks", soon), ("Later, or without a day", later)],
            "owed": owed_to(person, day),
        },
    )


def _shown(task: Task, day: date, calendar: Calendar) -> Shown:
    if task.due is None:
        return Shown(task, "", "")
    return Shown(task, TAGS[state(task.due, day, calendar)], in_words(task.due, day, calendar))
