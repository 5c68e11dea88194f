"""What of the hearing waits, for the release and for people: replies, applications, rulings not kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from django.db.models import Exists, OuterRef
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.web.tasks import Task
from candour.stages.report.hearing.readers import reader_tasks
from candour.stages.report.hearing.who_rules import rules
from candour.stages.report.models import (
    Application,
    ApplicationRuling,
    Audience,
    Extract,
    ExtractKind,
    ExtractRuling,
    FamilyProposal,
    Outcome,
    Report,
    Ruled,
)


def open_replies(report: Report) -> list[Extract]:
    """Rights of reply without a ruling: a draft cannot be released while there is one."""
    rows = report.extracts.filter(kind=ExtractKind.REPLY, withdrawn_at=None)
    ruled = ExtractRuling.objects.filter(extract=OuterRef("pk"), withdrawn_at=None)
    return list(rows.filter(~Exists(ruled)))


def open_applications(report: Report) -> list[Application]:
    """Applications to withhold that nobody has ruled on."""
    return [one for one in report.applications.filter(withdrawn_at=None) if one.is_open]


def rulings_not_kept(report: Report) -> list[ApplicationRuling]:
    """Rulings that withhold a paragraph which is open again, or whose gist says something else."""
    standing = ApplicationRuling.objects.filter(application__report=report, withdrawn_at=None)
    return [one for one in standing.prefetch_related("paragraphs") if not _is_kept(one)]


def _is_kept(ruling: ApplicationRuling) -> bool:
    return all(
        one.withdrawn_at is not None or (one.audience == Audience.CLOSED and one.gist == ruling.gist)
        for one in ruling.paragraphs.all()
    )


def why_not_heard(report: Report, *, drafted_at: datetime | None = None) -> list[str]:
    """Every reason of the hearing why a draft, put forward then or now, cannot be released yet."""
    said = [f"Right of reply {one.number} has no ruling yet." for one in open_replies(report)]
    said += [f"{one} to withhold waits for a ruling." for one in open_applications(report)]
    said += [f"The ruling on {one.application} is not kept in the text." for one in rulings_not_kept(report)]
    if drafted_at is not None:
        since = _changed_by_ruling(report, drafted_at)
        said += [f"{one} was ruled on since: make a new draft." for one in since]
    return said


def _changed_by_ruling(report: Report, drafted_at: datetime) -> list[Application | Extract]:
    """What changes the text by a ruling that this draft is older than."""
    later = {"rulings__withdrawn_at": None, "rulings__ruled_at__gt": drafted_at}
    withheld = report.applications.filter(rulings__outcome__in=(Ruled.GRANTED, Ruled.PARTLY), **later)
    changed = report.extracts.filter(rulings__outcome__in=(Outcome.CHANGED, Outcome.NOTE), **later)
    return [*withheld, *changed]


def hearing_tasks(person: Person, today: date) -> list[Task]:
    """Who was sent an extract answers it, who writes rules on answers, and who rules on applications."""
    found = list(reader_tasks(person, today))
    for report in Report.objects.visible_to(person).select_related("review"):
        found += _of_report(report, person, today)
    return found


def _of_report(report: Report, person: Person, today: date) -> Iterator[Task]:
    review = report.review
    number, where = review.in_address, str(review)
    if may(person, Can.WRITE_REPORT, review):
        for one in open_replies(report):
            if one.answer is not None or one.is_late(today):
                says = "Answered." if one.answer else f"Nothing came by {spoken_day(one.due_on)}."
                href = reverse("report:reply", args=[number, one.pk])
                yield Task(f"Rule on the reply of {one.called}", href, where, says, one.sent_on)
        for proposal in FamilyProposal.objects.filter(review=review, answer="", withdrawn_at=None):
            href = reverse("report:answer-proposal", args=[number, proposal.pk])
            yield Task("Answer what the family proposes", href, where, "", proposal.said_on)
        for ruling in rulings_not_kept(report):
            href = reverse("report:application", args=[number, ruling.application_id])
            yield Task(f"Keep the ruling on {ruling.application} in the text", href, where)
    if may(person, Can.RULE, review) and rules(person, review):
        for application in open_applications(report):
            href = reverse("report:application", args=[number, application.pk])
            yield Task(f"Rule on {application} to withhold", href, where, "", application.applied_on)


def state_of(extract: Extract, today: date) -> tuple[str, str]:
    """A tag: its state, and its words."""
    ruling = extract.ruling
    if extract.withdrawn_at is not None:
        return "withdrawn", "Withdrawn"
    if ruling is not None:
        return "done", ruling.get_outcome_display()
    if extract.answer is not None:
        return "due", "Answered, waits for a ruling"
    if extract.is_late(today):
        return "late", "No answer, the day is over"
    return "waits", "Waits for an answer"
