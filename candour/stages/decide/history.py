"""What happened to a notification, in order: told, advised, dissented, decided, sent, questioned, replied."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.kernel.people.models import Person
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing: the day, what it was, who, and the words as they were written."""

    on: date
    what: str
    who: str = ""
    words: str = ""
    withdrawn: bool = False


def history_of(notification: Notification) -> list[Happened]:
    """In order of day; of one day in the order in which such things follow."""
    found = [Happened(notification.notified_on, "The board was told", notification.notifier)]
    found += _advice(notification)
    found += [
        Happened(one.decided_on, f"Decided: {one.get_outcome_display().lower()}", "", one.reasons, True)
        for one in notification.earlier_decisions.all()
    ]
    decision: Decision | None = getattr(notification, "decision", None)
    if decision is not None:
        found += _decided(decision)
    return sorted(found, key=lambda one: one.on)


def names_of(usernames: set[str]) -> dict[str, str]:
    """How people are shown, by the word under which the record keeps them."""
    return dict(Person.objects.filter(username__in=usernames).values_list("username", "name"))


def _advice(notification: Notification) -> list[Happened]:
    found = [
        Happened(
            one.made_on,
            f"Recommended: {one.get_outcome_display().lower()}",
            one.group,
            one.reason,
            one.withdrawn_at is not None,
        )
        for one in notification.recommendations.all()
    ]
    return found + [
        Happened(one.dissented_on, "Dissented", one.member, one.words, one.withdrawn_at is not None)
        for one in notification.dissents.all()
    ]


def _decided(decision: Decision) -> list[Happened]:
    said = list(decision.challenges.all())
    names = names_of({decision.decided_by, *(one.made_by for one in said), *(one.replied_by for one in said)})

    def who(username: str) -> str:
        return names.get(username, username)

    outcome = decision.get_outcome_display().lower()
    found = [Happened(decision.decided_on, f"Decided: {outcome}", who(decision.decided_by), decision.reasons)]
    if decision.told_national_on:
        found.append(Happened(decision.told_national_on, "The national body was told"))
    for one in said:
        found.append(Happened(one.made_on, f"National body: {_kind(one.kind)}", who(one.made_by), one.words))
        if one.replied_on:
            found.append(Happened(one.replied_on, "The board replied", who(one.replied_by), one.reply))
    return found


def _kind(kind: str) -> str:
    return {"question": "a question", "disagree": "disagrees", "agree": "agrees"}[kind]
