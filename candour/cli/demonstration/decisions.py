"""Notifications and decisions of the invented boards that are told in full."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.cli.demonstration.world import World
from candour.domain.moments import read
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Answer, Subject
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.actions import (
    answer_test,
    decide,
    dissent,
    record_recommendation,
    tell_national_body,
)
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import notify
from candour.stages.notify.law_chosen import laws_in_force
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told, ToldChild

CUSTODY = ("in_custody", "secure_home", "detained_mental_health")
"""Facts that the files leave out, because no child of the example was in any such place."""
ALSO_SAID = ("other_kind", "other_holder", "other_why", "publication_asked", "publication_weighed")
ANSWERS = {
    "known": Answer.YES,
    "suspected": Answer.YES,
    "yes": Answer.YES,
    "no": Answer.NO,
    "unknown": Answer.UNKNOWN,
}


def notify_of(world: World, told: dict[str, Any], law: str = "") -> Notification:
    """The notification, as notification.toml tells it. `law`: one that was not in force, for an exercise."""
    board = world.organisations[told["board"]]
    return notify(
        by=world.manager_of(told["board"]),
        board=board,
        number=told["number"],
        regime=law or law_of_children(board, told["notified"]),
        invented=True,
        told=Told(
            title=told["title"],
            notified_on=told["notified"],
            notifier=told["notified_by"],
            what_happened=told["what_happened"].strip(),
            incident=read(spoken_day(told["incident"])),
            aware_by=told["aware_who"],
            aware_on=told["aware"],
            died=is_harm(told["harm"], "death"),
            seriously_harmed=is_harm(told["harm"], "serious_harm"),
            abuse_or_neglect=ANSWERS[told["abuse_or_neglect"]],
            harm=told.get("harm_words", ""),
            wishes=told["wishes"],
            agencies=tuple(world.organisations[key] for key in told["agencies"]),
            children=tuple(
                ToldChild(child["name"], spoken_day(child["born"]), child["now"]) for child in told["child"]
            ),
        ),
    )


def answer_tests(world: World, told: dict[str, Any], board: str, notification: Notification) -> None:
    """What decision.toml answers, recommends and dissents; not yet the decision."""
    manager = world.manager_of(board)
    for one in told["answer"]:
        answer_test(
            by=manager,
            notification=notification,
            fact=one["test"],
            answer=ANSWERS[one["answer"]],
            reason=one["reason"].strip(),
            rests_on=one["rests_on"],
        )
    advice = told["recommendation"]
    record_recommendation(
        by=manager,
        notification=notification,
        group=advice["by"],
        outcome=advice["says"],
        made_on=advice["on"],
        reason=advice["reason"],
        votes_for=advice["votes_for"],
        votes_against=advice["votes_against"],
    )
    for one in told.get("dissent", []):
        dissent(
            by=world.member_of(board),
            notification=notification,
            member=one["who"],
            words=one["words"].strip(),
            dissented_on=one["on"],
        )


def decide_on(world: World, told: dict[str, Any], board: str, notification: Notification) -> Decision:
    """The decision of decision.toml, and the day the national body was told of it."""
    said = told["decision"]
    _answer_of_custody(world.manager_of(board), told, notification)
    unknown = [one["test"] for one in told["answer"] if one["answer"] == "unknown"]
    told_on: date | None = said.get("told_national")
    review = said["outcome"] == "review"
    decision = decide(
        by=world.chair_of(board),
        notification=notification,
        outcome=said["outcome"],
        reasons=said["reason"].strip(),
        decided_on=said["on"],
        unknown_reasons=dict.fromkeys(unknown, said.get("deciding_with_unknown_why", "")),
        instead=said.get("instead", ""),
        told_national_on=None if review else told_on,
        **{word: said.get(word, "") for word in ALSO_SAID},
    )
    if review and told_on:
        tell_national_body(by=world.chair_of(board), decision=decision, told_on=told_on)
    return decision


def _answer_of_custody(by: Person, told: dict[str, Any], notification: Notification) -> None:
    answered = {one["test"] for one in told["answer"]}
    for fact in [one for one in CUSTODY if one not in answered]:
        answer_test(
            by=by,
            notification=notification,
            fact=fact,
            answer=Answer.NO,
            reason="The child lived at home.",
        )


def is_harm(harm: str, kind: str) -> Answer:
    """Whether the harm that the files name is of this kind."""
    return Answer.YES if harm == kind else Answer.NO


def law_of_children(board: Organisation, day: date) -> str | None:
    """The law of reviews of children that was in force on the day; none where no pack holds one."""
    found = [one for one in laws_in_force(board, day) if one.subject is Subject.CHILD]
    return found[0].name if found else None
