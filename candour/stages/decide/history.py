"""What happened to a notification, in order: told, advised, decided, challenged, directed, commissioned."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from candour.kernel.people.models import Person
from candour.stages.decide.models import Challenge, Decision, DecisionOutcome, DecisionWords, Direction
from candour.stages.decide.national_part import said_in_words
from candour.stages.notify.models import Notification


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing: the day, what it was, who, and the words as written. `at` is when it was recorded."""

    on: date
    what: str
    who: str = ""
    words: str = ""
    withdrawn: bool = False
    at: datetime | None = None


def history_of(notification: Notification) -> list[Happened]:
    """One history for both sides, by day; of one day in the order in which things were recorded."""
    told = Happened(
        notification.notified_on,
        "The board was told",
        notification.notifier,
        at=notification.recorded_at,
    )
    found = [told, *_advice(notification), *_earlier(notification)]
    for decision in notification.decisions.all():
        found += _decided(decision)
    names = names_of({one.who for one in found})
    return [
        Happened(one.on, one.what, names.get(one.who, one.who), one.words, one.withdrawn, one.at)
        for one in sorted(found, key=_order)
    ]


def names_of(usernames: set[str]) -> dict[str, str]:
    """How people are shown, by the word under which the record keeps them."""
    return dict(Person.objects.filter(username__in=usernames).values_list("username", "name"))


def outcome_in_words(outcome: str) -> str:
    return DecisionOutcome(outcome).label.lower()


def _order(one: Happened) -> tuple[date, float]:
    return one.on, one.at.timestamp() if one.at else 0.0


def _advice(notification: Notification) -> Iterator[Happened]:
    for one in notification.recommendations.all():
        what = f"Recommended: {outcome_in_words(one.outcome)}"
        gone = one.withdrawn_at is not None
        yield Happened(one.made_on, what, one.group, one.reason, gone, one.recorded_at)
    for one in notification.dissents.all():
        gone = one.withdrawn_at is not None
        yield Happened(one.dissented_on, "Dissented", one.member, one.words, gone, one.recorded_at)


def _earlier(notification: Notification) -> Iterator[Happened]:
    for one in notification.earlier_decisions.all():
        what, who = _what_and_who(one)
        yield Happened(one.decided_on, what, who, one.reasons, True, one.decided_at)


def _decided(decision: Decision) -> Iterator[Happened]:
    what, who = _what_and_who(decision)
    yield Happened(decision.decided_on, what, who, decision.reasons, at=decision.decided_at)
    if decision.told_national_on:
        yield Happened(decision.told_national_on, "The national body was told", at=decision.decided_at)
    for said in (*decision.challenges.all(), *decision.directions.all()):
        yield from _said(said)
    if decision.reopened_on:
        what = "Reopened: facts changed"
        by, why = decision.reopened_by, decision.reopened_why
        yield Happened(decision.reopened_on, what, by, why, at=decision.reopened_at)
    # The commission comes later, so it is reached by name and never imported.
    if (commission := getattr(decision, "commission", None)) is not None:
        yield Happened(
            commission.review.opened_on,
            "The review was commissioned",
            commission.commissioned_by,
            at=commission.commissioned_at,
        )


def _what_and_who(decision: DecisionWords) -> tuple[str, str]:
    """Who decided before this record was kept, nobody said: whoever took the log in did not."""
    outcome = outcome_in_words(decision.outcome)
    if decision.words_then:
        return f"Decided before this record was kept: {outcome}", ""
    return f"Decided: {outcome}", decision.decided_by


def _said(said: Challenge | Direction) -> Iterator[Happened]:
    gone = said.taken_back_at is not None
    what = f"National body: {said_in_words(said)}"
    yield Happened(said.made_on, what, said.made_by, said.words, gone, said.made_at)
    for one in said.earlier_replies:
        on = date.fromisoformat(one["on"])
        yield Happened(on, "The board replied", one["by"], one["words"], True, said.made_at)
    if said.replied_on:
        yield Happened(said.replied_on, "The board replied", said.replied_by, said.reply, at=said.replied_at)
