"""What of the editing waits, and for whom: comments on paragraphs, answers to rounds of accuracy."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.web.tasks import Task
from candour.stages.report.models import Comment, ExtractKind, Report
from candour.stages.report.releasing.way_to_release import release_of


def comments_on(report: Report) -> QuerySet[Comment]:
    """Those that wait first, each in the order in which it was said."""
    rows = Comment.objects.filter(paragraph__part__report=report)
    return rows.select_related("paragraph__part").order_by("settled_at", "pk")


def editing_tasks(person: Person, today: date) -> list[Task]:
    """Whoever writes the report settles comments, and rules on answers of a round of accuracy."""
    found = list[Task]()
    for report in Report.objects.visible_to(person).select_related("review"):
        if may(person, Can.WRITE_REPORT, report.review) and release_of(report.review) is None:
            found += _of_report(report, today)
    return found


def _of_report(report: Report, today: date) -> Iterator[Task]:
    number, where = report.review.in_address, str(report.review)
    if waiting := comments_on(report).filter(settled_at=None).count():
        title = f"Settle {waiting} {'comment' if waiting == 1 else 'comments'} on the report"
        yield Task(title, reverse("report:comments", args=[number]), where)
    for one in report.extracts.filter(kind=ExtractKind.ACCURACY, withdrawn_at=None):
        if one.is_open and (one.answer is not None or one.is_late(today)):
            says = "Answered." if one.answer else f"Nothing came by {spoken_day(one.due_on)}."
            href = reverse("report:accuracy-extract", args=[number, one.pk])
            yield Task(f"Rule on what {one.called} says of the facts", href, where, says, one.sent_on)
