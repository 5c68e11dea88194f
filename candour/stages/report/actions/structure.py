"""The report is begun, with the parts its method expects; parts are added and named."""

from __future__ import annotations

from django.db.models import Max
from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.report.models import Part, Report, with_hand
from candour.stages.report.one_source import check_references


def begin_report(*, by: Person, review: Review, title: str, parts: tuple[str, ...] = ()) -> Report:
    """Begin the one source of the review's report, with a part for each title given."""
    with act("began_report", by=by, on=review, needs=Can.WRITE_REPORT) as doing:
        if Report.objects.filter(review=review).exists():
            raise Trouble("The report of this review is begun already.", do="Go on with it.")
        check_references(title, review, "the title")
        now = timezone.now()
        own = {"titled_at": now, "titled_by": by.username, "hands": [by.username]}
        report = Report.objects.create(review=review, title=title, begun_at=now, begun_by=by.username, **own)
        for number, words in enumerate(parts, 1):
            Part.objects.create(report=report, number=number, title=words, **own)
        doing.made(report)
    return report


def change_report_title(*, by: Person, report: Report, version: int, title: str) -> Report:
    """Give the report another title, which everybody reads. Raises Changed as `act`."""
    with act("changed_report_title", by=by, on=report, needs=Can.WRITE_REPORT, version=version):
        check_references(title, report.review, "the title")
        _give_title(report, title, by)
    return report


def add_part(*, by: Person, report: Report, title: str) -> Part:
    """Add a part after the last one."""
    with act("added_part", by=by, on=report, needs=Can.WRITE_REPORT) as doing:
        check_references(title, report.review, "the title of the part")
        Report.objects.select_for_update().get(pk=report.pk)
        last = report.parts.aggregate(last=Max("number"))["last"] or 0
        part = Part.objects.create(
            report=report,
            number=last + 1,
            title=title,
            titled_at=timezone.now(),
            titled_by=by.username,
            hands=[by.username],
        )
        doing.made(part)
    return part


def change_part(*, by: Person, part: Part, version: int, title: str) -> Part:
    """Give a part another title. Raises Changed as `act`."""
    with act("changed_part", by=by, on=part, needs=Can.WRITE_REPORT, version=version):
        check_references(title, part.report.review, f"the title of part {part.number}")
        _give_title(part, title, by)
    return part


def _give_title(titled: Report | Part, title: str, by: Person) -> None:
    titled.title, titled.titled_at, titled.titled_by = title, timezone.now(), by.username
    titled.hands = with_hand(titled.hands, by.username)
    titled.save(update_fields=["title", "titled_at", "titled_by", "hands"])
