"""Lists of notifications and decisions, and what the desk asks: tasks, and where the decision stands."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from candour.domain.access import ROLES, Can, Scope, roles_with
from candour.domain.moments.spoken import spoken_day
from candour.kernel.access import may
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.tasks import Standing, Task
from candour.stages.decide.clocks import clock_to_decide, clock_to_tell
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Challenge, Decision, DecisionOutcome, Direction, MoreTimeGiven
from candour.stages.decide.national_law import laws_with_a_part
from candour.stages.decide.national_models import ANSWERED_BY_ITSELF
from candour.stages.notify.models import Notification

NOT_UNDER_LAW = (DecisionOutcome.NO_REVIEW, DecisionOutcome.OTHER_REVIEW)
"""No review under the law in force: none, or one by another name."""


def undecided(viewer: Person) -> QuerySet[Notification]:
    seen = Notification.objects.visible_to(viewer).filter(decision=None, withdrawn_at=None)
    return seen.select_related("board").order_by("notified_on")


def decided(viewer: Person) -> QuerySet[Decision]:
    seen = (
        Decision.objects.visible_to(viewer)
        .filter(stands_for__isnull=False)
        .select_related("notification__board")
    )
    return seen.prefetch_related("challenges", "directions")


def reopened_of(notification: Notification) -> Decision | None:
    """The decision that was reopened last, while no new one stands."""
    if Decision.objects.filter(stands_for=notification).exists():
        return None
    return notification.decisions.filter(stands_for=None).order_by("-pk").first()


def more_time_shown(notification: Notification, viewer: Person) -> list[tuple[MoreTimeGiven, str, bool]]:
    """More time given to its clocks, what was taken back too, each with the clock's title.

    Also whether the viewer may undo it: the last that stands of a clock.
    """
    rows = list(notification.more_time.all())
    regime = regime_of(notification)
    titles = {clock.name: clock.title for clock in regime.clocks} if regime else {}
    last = {one.clock: one.pk for one in rows if one.withdrawn_at is None}
    keeps = bool(rows) and bool(may(viewer, Can.ANSWER_TESTS, notification))
    return [(one, titles.get(one.clock, one.clock), keeps and last.get(one.clock) == one.pk) for one in rows]


def unanswered_by_nation(viewer: Person) -> QuerySet[Decision]:
    """Decisions not to review that the national body has a part in and said nothing to, told or not.

    One that came with a board's earlier log does not wait: it was taken before this record was kept.
    """
    found = decided(viewer).filter(outcome__in=NOT_UNDER_LAW, notification__withdrawn_at=None, words_then="")
    found = found.filter(notification__regime__in=laws_with_a_part())
    for table in (Challenge, Direction):
        found = found.exclude(pk__in=table.objects.filter(taken_back_at=None).values("decision"))
    return found.order_by("decided_on", "pk")


def unreplied(viewer: Person) -> QuerySet[Challenge]:
    """What the national body said and the board has not replied to."""
    asking = Challenge.objects.visible_to(viewer).exclude(kind__in=ANSWERED_BY_ITSELF)
    seen = asking.filter(replied_at=None, taken_back_at=None)
    seen = seen.filter(decision__stands_for__isnull=False)  # reopening a decision answers what was said to it
    return seen.select_related("decision__notification__board")


def boards_where(viewer: Person, can: Can) -> frozenset[int]:
    """The boards at which the viewer's posts have the power."""
    posts = viewer.posts.held_by(viewer).with_power(can, Scope.BOARD)
    return frozenset(posts.values_list("organisation", flat=True))


def speaks_for_nation(viewer: Person) -> bool:
    roles = [word for word in roles_with(Can.CHALLENGE) if ROLES[word].scope is Scope.NATION]
    return viewer.posts.held_by(viewer).filter(role__in=roles).exists()


def decision_of(review: Review) -> Decision | None:
    """The decision that a review was commissioned from."""
    # The commission comes later, so it is reached by name and never imported.
    return Decision.objects.filter(commission__review=review).select_related("notification").first()


def tasks_for(person: Person, today: date) -> list[Task]:
    tasks = [*_to_decide(person, today), *_to_tell(person, today), *_to_reply(person)]
    if speaks_for_nation(person):
        tasks += [
            Task(
                f"Answer a decision not to review: {one.notification.title}",
                _address("decide:decision", one.notification),
                f"{one.notification.board}, {one.notification.written}",
                "Question it, agree, disagree or advise.",
                one.told_national_on or one.decided_on,
            )
            for one in unanswered_by_nation(person)
        ]
    return tasks


def standing(review: Review, viewer: Person, today: date) -> Standing:
    decision = decision_of(review)
    if decision is None:
        return Standing("done")
    seen = Decision.objects.visible_to(viewer).filter(pk=decision.pk).exists()
    href = _address("decide:decision", decision.notification) if seen else ""
    return Standing("done", spoken_day(decision.decided_on), href)


def _to_decide(person: Person, today: date) -> Iterator[Task]:
    deciding, answering = boards_where(person, Can.DECIDE), boards_where(person, Can.ANSWER_TESTS)
    for one in undecided(person).filter(board__in=deciding | answering):
        clock = clock_to_decide(one, today)
        decides = one.board_id in deciding
        yield Task(
            f"Decide whether to review: {one.title}" if decides else f"Answer the tests: {one.title}",
            _address("decide:tests", one),
            f"{one.title}, {one.written}",
            clock.counted if clock else "",
            one.notified_on,
            clock.due if clock else None,
        )


def _to_tell(person: Person, today: date) -> Iterator[Task]:
    boards = boards_where(person, Can.DECIDE)
    untold = decided(person).filter(told_national_on=None, outcome__in=NOT_UNDER_LAW, words_then="")
    for one in untold.filter(notification__board__in=boards):
        clock = clock_to_tell(one.notification, today)
        if clock is not None:
            yield Task(
                f"Tell the national body: {one.notification.title}",
                _address("decide:decision", one.notification),
                f"{one.notification.title}, {one.notification.written}",
                clock.counted,
                one.decided_on,
                clock.due,
            )


def _to_reply(person: Person) -> Iterator[Task]:
    boards = boards_where(person, Can.REPLY_TO_CHALLENGE)
    for one in unreplied(person).filter(decision__notification__board__in=boards):
        notification = one.decision.notification
        yield Task(
            f"Reply to the national body: {notification.title}",
            reverse("decide:reply", args=[notification.in_address, one.pk]),
            f"{notification.title}, {notification.written}",
            f"{one.get_kind_display()}, {spoken_day(one.made_on)}",
            one.made_on,
        )


def _address(name: str, notification: Notification) -> str:
    return reverse(name, args=[notification.in_address])
