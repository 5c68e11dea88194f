"""The report is begun, with the parts its method expects; parts are added and named."""

from __future__ import annotations

from collections.abc import Mapping

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


def add_part(*, by: Person, report: Report, title: str, level: int = 1) -> Part:
    """Add a part after the last one; level 2 or 3 lies inside it. Raises Trouble for too deep a one."""
    with act("added_part", by=by, on=report, needs=Can.WRITE_REPORT) as doing:
        check_references(title, report.review, "the title of the part")
        Report.objects.select_for_update().get(pk=report.pk)
        last = report.parts.aggregate(last=Max("number"))["last"] or 0
        _refuse_too_deep(report, last + 1, level)
        part = Part.objects.create(
            report=report,
            number=last + 1,
            level=level,
            title=title,
            titled_at=timezone.now(),
            titled_by=by.username,
            hands=[by.username],
        )
        doing.made(part)
    return part


def change_part(
    *,
    by: Person,
    part: Part,
    version: int,
    title: str,
    level: int | None = None,
    titles: Mapping[str, str] | None = None,
) -> Part:
    """Give a part another title, another level, or titles of its own in editions; what is not given stays.

    Raises Changed as `act`, and Trouble where a part would lie too deep.
    """
    with act("changed_part", by=by, on=part, needs=Can.WRITE_REPORT, version=version):
        if titles is not None:
            part.titles = {word: said.strip() for word, said in titles.items() if said.strip()}
        if level is not None:
            _refuse_too_deep(part.report, part.number, level)
            part.level = level
        for words in (title, *part.titles.values()):
            check_references(words, part.report.review, f"the title of part {part.number}")
        part.save(update_fields=["level", "titles"])
        _give_title(part, title, by)
    return part


def _refuse_too_deep(report: Report, number: int, level: int) -> None:
    """A part lies at most one level deeper than the one above it: this one, and the one after it."""
    levels = {one.number: one.level for one in report.parts.all()} | {number: level}
    if level > levels.get(number - 1, 0) + 1:
        raise Trouble("The part lies deeper than one level under the part above.", do="Choose a level above.")
    if levels.get(number + 1, 1) > level + 1:
        raise Trouble("The part after it would lie too deep.", do="Change the level of that one first.")


def _give_title(titled: Report | Part, title: str, by: Person) -> None:
    titled.title, titled.titled_at, titled.titled_by = title, timezone.now(), by.username
    titled.hands = with_hand(titled.hands, by.username)
    titled.save(update_fields=["title", "titled_at", "titled_by", "hands"])
