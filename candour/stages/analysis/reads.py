"""What waits in analysis, where it stands, and what it still lacks."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.timeline import Bracket
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.analysis.models import AccuracyComment, Episode, Finding
from candour.stages.analysis.shared_accounts import shared_with
from candour.stages.analysis.threads import standing_of


def episodes_of(review: Review) -> QuerySet[Episode]:
    """The episodes that stand, in order of number."""
    return Episode.objects.filter(review=review, withdrawn_at=None).order_by("number")


def bands_of(review: Review, viewer: Person) -> list[Bracket]:
    """Its episodes as brackets over the lanes of the chronology, for whoever may see them."""
    if not may(viewer, Can.SEE_ANALYSIS, review):
        return []
    return [Bracket(one.number, one.title, one.starts_on, one.ends_on) for one in episodes_of(review)]


def findings_of(review: Review) -> QuerySet[Finding]:
    """The findings that stand, in order of number."""
    return Finding.objects.filter(review=review, withdrawn_at=None).order_by("number")


def moved_findings(review: Review) -> list[Finding]:
    """Findings under which words have changed or entries were withdrawn since they were chosen."""
    found = []
    for one in findings_of(review).select_related("review"):
        standing = standing_of(one)
        if standing.count("changed") or standing.count("withdrawn"):
            found.append(one)
    return found


def tasks_for(person: Person, today: date) -> list[Task]:
    """For analysts, parts to write, comments to rule on, findings to look at again; for others, accounts."""
    reviews = Review.objects.visible_to(person)
    return [task for review in reviews for task in _tasks_on(review, person)]


def standing(review: Review, viewer: Person, today: date) -> Standing:
    """Done when part 2 of every episode is written and every finding is carried by an entry."""
    episodes, findings = episodes_of(review), findings_of(review)
    sees = may(viewer, Can.SEE_ANALYSIS, review)
    href = reverse("analysis:episodes", args=[review.in_address]) if sees else ""
    if not episodes and not findings:
        return Standing("to_come", "", href)
    words = f"{_counted(len(episodes), 'episode')}, {_counted(len(findings), 'finding')}"
    lacks = _without_part_2(review).exists() or _without_entries(review) or not findings
    return Standing("present" if lacks else "done", words, href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    if not may(viewer, Can.SEE_ANALYSIS, review):
        return []
    number, found = review.in_address, []
    for one in _without_part_2(review):
        href = reverse("analysis:episode", args=[number, one.number])
        title = f"{load_method(review.method).before_appraisal.title}, episode {one.number}"
        found.append(Missing(title, href, "waits", "Not written", "Whoever leads the review"))
    for finding in _without_entries(review):
        href = reverse("analysis:finding", args=[number, finding.number])
        title = f"Entries that carry finding {finding.number}"
        found.append(Missing(title, href, "waits", "None chosen", "Whoever leads the review"))
    return found


def _tasks_on(review: Review, person: Person) -> list[Task]:
    where, number = f"{review.title}, {review.written_number}", review.in_address
    tasks = []
    if may(person, Can.CHECK_ACCURACY, review):
        for one in shared_with(person, review).exclude(comments__commented_by=person.username):
            href = reverse("analysis:check-account", args=[number, one.number])
            tasks.append(Task(f"Check the account “{one.title}”", href, where, "You were there"))
    if not may(person, Can.ANALYSE, review):
        return tasks
    if waiting := list(_without_part_2(review)):
        first = reverse("analysis:episode", args=[number, waiting[0].number])
        asked = load_method(review.method).before_appraisal.title
        says = f"{_counted(len(waiting), 'episode')} to go"
        tasks.append(Task(f"Write {asked[0].lower()}{asked[1:]}", first, where, says))
    for comment in AccuracyComment.objects.filter(episode__review=review, ruled_at=None):
        href = reverse("analysis:account", args=[number, comment.episode.number])
        tasks.append(Task(f"Rule on a comment on episode {comment.episode.number}", href, where))
    for finding in moved_findings(review):
        href = reverse("analysis:finding", args=[number, finding.number])
        tasks.append(
            Task(f"Look again at finding {finding.number}", href, where, "Words under it have moved")
        )
    return tasks


def _without_part_2(review: Review) -> QuerySet[Episode]:
    return episodes_of(review).filter(why_then_at=None)


def _without_entries(review: Review) -> list[Finding]:
    carried = findings_of(review).filter(evidence__withdrawn_at=None, evidence__isnull=False)
    return list(findings_of(review).exclude(pk__in=carried.values("pk")))


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
