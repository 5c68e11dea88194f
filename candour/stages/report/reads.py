"""What the desk asks of this stage: whose move it is, where the report stands, what it still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.report.deciding.joining_up import jigsaw_signed
from candour.stages.report.deciding.words_to_decide import Word, grouped
from candour.stages.report.editing.reads import editing_tasks
from candour.stages.report.hearing.links import missing_of_hearing
from candour.stages.report.hearing.reads import hearing_tasks
from candour.stages.report.models import Report
from candour.stages.report.one_source import fully_named, undecided_of
from candour.stages.report.releasing.way_to_release import CHECKERS, Way, may_check, newest_way, release_of


def report_of(review: Review) -> Report | None:
    return Report.objects.filter(review=review).select_related("review").first()


def waiting_words(report: Report) -> list[Word]:
    """The words to decide; none while a reference of the text leads nowhere, which its page says."""
    try:
        return grouped(undecided_of(report), fully_named(report.review))
    except Trouble:
        return []


def standing(review: Review, viewer: Person, today: date) -> Standing:
    report = report_of(review)
    seen = may(viewer, Can.SEE_OPEN_DRAFT, review)
    href = reverse("report:report", args=[review.in_address]) if seen else ""
    if (release := release_of(review)) is not None:
        return Standing("done", f"released {spoken_day(release.released_on)}", href)
    if report is None:
        return Standing("to_come", "", href)
    way = newest_way(report)
    return Standing("present", "being written" if way is None else _words(way), href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """What the report waits for, and whose move that is."""
    report = report_of(review)
    if report is None or release_of(review) is not None:
        return []
    href = (
        reverse("report:check", args=[review.in_address]) if may(viewer, Can.SEE_OPEN_DRAFT, review) else ""
    )
    heard = missing_of_hearing(report, viewer)
    way = newest_way(report)
    if way is None or not way.is_clean:
        state = "leak" if way and way.leaks else "waits"
        return [
            *heard,
            Missing("Check of the open report", href, state, "Not clean yet", "Whoever leads the review"),
        ]
    heard = [*heard, *_joins_not_signed(way, viewer)]
    lacking = CHECKERS - len(way.yes)
    if lacking > 0:
        words = "Two have not said yes" if lacking == CHECKERS else "One has not said yes"
        return [*heard, Missing("Two checkers", href, "waits", words, "Checkers")]
    return [*heard, Missing("Order to release", href, "waits", "Not given", "Board chair")]


def _joins_not_signed(way: Way, viewer: Person) -> Iterator[Missing]:
    review = way.draft.report.review
    if not jigsaw_signed(way.draft):
        seen = may(viewer, Can.SEE_SOURCE, review)
        href = reverse("report:jigsaw", args=[review.in_address]) if seen else ""
        yield Missing("What joins up", href, "waits", "Nobody has signed", "Whoever leads the review")


def tasks_for(person: Person, today: date) -> list[Task]:
    """Checkers check, the chair or judge orders the release, writers decide on words."""
    found = []
    for report in Report.objects.visible_to(person).select_related("review"):
        found += _tasks_of(report, person)
    return [*found, *editing_tasks(person, today), *hearing_tasks(person, today)]


def _tasks_of(report: Report, person: Person) -> Iterator[Task]:
    review, way = report.review, newest_way(report)
    number, where = review.in_address, str(review)
    if way and may(person, Can.CHECK_RELEASE, review) and may_check(person, way):
        started = way.draft.drafted_at.date()
        says = "Two checkers must say yes before it can be released."
        yield Task("Check the open report", reverse("report:checker", args=[number]), where, says, started)
    if way and may(person, Can.ORDER_RELEASE, review) and way.may_release():
        says = "The check is clean and two checkers said yes."
        yield Task("Order the release of the report", reverse("report:release", args=[number]), where, says)
    writes = may(person, Can.WRITE_REPORT, review) and release_of(review) is None
    if writes and way and way.is_clean and not jigsaw_signed(way.draft):
        says = "Nobody has signed for this draft yet, so it cannot be released."
        yield Task(
            "Look at what joins up in the report", reverse("report:jigsaw", args=[number]), where, says
        )
    if writes and (words := waiting_words(report)):
        title = f"Decide on {len(words)} {'word' if len(words) == 1 else 'words'} of the report"
        yield Task(title, reverse("report:words", args=[number]), where)


def _words(way: Way) -> str:
    if way.is_running:
        return "being checked"
    if way.leaks:
        return "the check found a leak"
    return "with the checkers" if way.is_clean else "not checked"
