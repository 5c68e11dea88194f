"""Where the board's answers stand, what waits for it, and the answers as the reading room gets them."""

from __future__ import annotations

from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from candour.domain.access import Can
from candour.files.bundles import Action as PublicAction
from candour.files.bundles import Answer, AnswerState
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Missing, Standing, Task
from candour.stages.analysis.models import Finding
from candour.stages.analysis.reads import findings_of
from candour.stages.respond.models import Action, Response


def actions_of(review: Review) -> QuerySet[Action]:
    """Actions that stand, by the day they are due."""
    there = Action.objects.filter(finding__review=review, withdrawn_at=None)
    return there.select_related("finding", "owner").order_by("due_on", "pk")


def unanswered(review: Review) -> list[Finding]:
    """Findings that stand and have no answer of the board yet."""
    return list(findings_of(review).filter(response=None))


def answers_of(review: Review) -> list[Answer]:
    """The board's answers with their actions, as a bundle for the reading room holds them."""
    there = Response.objects.filter(finding__review=review, finding__withdrawn_at=None)
    return [_answer(one) for one in there.select_related("finding").order_by("finding__number")]


def tasks_for(person: Person, today: date) -> list[Task]:
    reviews = Review.objects.visible_to(person)
    return [
        task for review in reviews if may(person, Can.RESPOND, review) for task in _tasks_on(review, today)
    ]


def standing(review: Review, viewer: Person, today: date) -> Standing:
    """Done when every finding is answered and no action waits to be done or to be looked at."""
    findings, waiting = findings_of(review).count(), len(unanswered(review))
    sees = may(viewer, Can.SEE_RESPONSE, review)
    href = reverse("respond:responses", args=[review.in_address]) if sees else ""
    if not findings or waiting == findings:
        return Standing("to_come", "", href)
    actions = list(actions_of(review))
    words = f"{findings - waiting} of {findings} answered"
    if actions:
        words += f", {sum(1 for one in actions if one.done_on)} of {len(actions)} done"
    open_ones = waiting or any(not one.looked_on for one in actions)
    return Standing("present" if open_ones else "done", words, href)


def missing(review: Review, viewer: Person, today: date) -> list[Missing]:
    """Answers that are out once some are given, and actions that are late."""
    if not may(viewer, Can.SEE_RESPONSE, review):
        return []
    answered = Response.objects.filter(finding__review=review).exists()
    found = []
    for finding in unanswered(review) if answered else []:
        found.append(
            Missing(
                f"Answer to finding {finding.number}", _href(finding), "waits", "No answer", "Board chair"
            )
        )
    for one in actions_of(review).filter(done_on=None, due_on__lt=today):
        found.append(Missing(one.words, _href(one.finding), "late", "Late", str(one.owner)))
    return found


def _tasks_on(review: Review, today: date) -> list[Task]:
    where = f"{review.title}, {review.written_number}"
    tasks = []
    if not missing_entries(review):
        for finding in unanswered(review):
            tasks.append(Task(f"Answer finding {finding.number}", _href(finding), where, finding.headline))
    for one in actions_of(review):
        if one.done_on is None:
            says = f"{one.owner_role}, {one.owner}"
            title = f"Hear whether it is done: {one.words}"
            tasks.append(Task(title, _href(one.finding), where, says, one.added_at.date(), one.due_on))
        elif one.looked_on is None and one.look_again_on:
            title = f"Look for the effect: {one.words}"
            tasks.append(Task(title, _href(one.finding), where, "", one.done_on, one.look_again_on))
    return tasks


def missing_entries(review: Review) -> bool:
    """Whether some finding is not carried by any entry yet: then it is no time to answer."""
    carried = findings_of(review).filter(evidence__isnull=False, evidence__withdrawn_at=None)
    return findings_of(review).exclude(pk__in=carried.values("pk")).exists()


def _href(finding: Finding) -> str:
    return reverse("respond:response", args=[finding.review.in_address, finding.number])


def _answer(response: Response) -> Answer:
    actions = actions_of(response.finding.review).filter(finding=response.finding)
    return Answer(
        finding=response.finding.number,
        state=AnswerState(response.state),
        reason=response.reason,
        actions=tuple(_action(one) for one in actions),
        answered_on=response.answered_on,
        dissent=response.dissent,
        dissent_by=response.dissent_by,
    )


def _action(action: Action) -> PublicAction:
    return PublicAction(
        text=action.words,
        owner=f"{action.owner_role}, {action.owner}",
        due=action.due_on,
        strength=action.get_strength_display(),
        done_on=action.done_on,
        effect=action.effect,
        look_on=action.look_again_on,
    )
