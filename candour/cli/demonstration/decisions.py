"""Notifications and decisions of the invented boards: three told in full, the others as light records."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.domain.moments import read
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Answer, Subject
from candour.kernel.people.models import Organisation, Person
from candour.stages.decide.actions import (
    answer_test,
    challenge,
    decide,
    dissent,
    record_recommendation,
    tell_national_body,
)
from candour.stages.decide.law import law_on
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import notify
from candour.stages.notify.law_chosen import law_of, laws_in_force
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told, ToldChild

CUSTODY = ("in_custody", "secure_home", "detained_mental_health")
"""Facts that the files leave out, because no child of the example was in any such place."""
ANSWERS = {
    "known": Answer.YES,
    "suspected": Answer.YES,
    "yes": Answer.YES,
    "no": Answer.NO,
    "unknown": Answer.UNKNOWN,
}


def notify_of(world: World, material: Material) -> Notification:
    """The notification told in full in notification.toml."""
    told = material.read("notification")
    board = world.organisations[told["board"]]
    return notify(
        by=world.manager_of(told["board"]),
        board=board,
        number=told["number"],
        regime=_law_of_children(board, told["notified"]),
        invented=True,
        told=Told(
            title=told["title"],
            notified_on=told["notified"],
            notifier=told["notified_by"],
            what_happened=told["what_happened"].strip(),
            incident=read(spoken_day(told["incident"])),
            aware_by=told["aware_who"],
            aware_on=told["aware"],
            died=_is(told["harm"], "death"),
            seriously_harmed=_is(told["harm"], "serious_harm"),
            abuse_or_neglect=ANSWERS[told["abuse_or_neglect"]],
            harm=told.get("harm_words", ""),
            wishes=told["wishes"],
            agencies=tuple(world.organisations[key] for key in told["agencies"]),
            children=tuple(
                ToldChild(child["name"], spoken_day(child["born"]), child["now"]) for child in told["child"]
            ),
        ),
    )


def answer_tests(world: World, material: Material, notification: Notification) -> None:
    """What decision.toml answers, recommends and dissents; not yet the decision."""
    told = material.read("decision")
    board = material.read("notification")["board"]
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


def decide_on(world: World, material: Material, notification: Notification) -> Decision:
    """The decision of decision.toml, and the day the national body was told of it."""
    told = material.read("decision")
    board = material.read("notification")["board"]
    said = told["decision"]
    manager = world.manager_of(board)
    answered = {one["test"] for one in told["answer"]}
    for fact in CUSTODY:
        if fact not in answered:
            answer_test(
                by=manager,
                notification=notification,
                fact=fact,
                answer=Answer.NO,
                reason="The child lived at home.",
            )
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
    )
    if review and told_on:
        tell_national_body(by=world.chair_of(board), decision=decision, told_on=told_on)
    return decision


def record_history(world: World) -> None:
    """The light records of earlier years, so that oversight has something to count."""
    for one in Material.found().read("history")["notification"]:
        board = world.organisations[one["board"]]
        notification = notify(
            by=world.manager_of(one["board"]),
            board=board,
            number=one["number"],
            regime=_law_of_children(board, one["notified"]),
            invented=True,
            told=Told(
                title=f"Light record {one['number']}",
                notified_on=one["notified"],
                aware_on=one["notified"] - timedelta(days=3),
                what_happened="A light record, kept for its counts: nothing of the case stands in it.",
                died=_is(one["harm"], "death"),
                seriously_harmed=_is(one["harm"], "serious_harm"),
                abuse_or_neglect=Answer.YES,
            ),
        )
        _decide_lightly(world, one, notification)


def _decide_lightly(world: World, one: dict[str, Any], notification: Notification) -> None:
    review = one["outcome"] == "review"
    manager, chair = world.manager_of(one["board"]), world.chair_of(one["board"])
    answers = {
        "abuse_or_neglect": "yes",
        "died": "yes" if one["harm"] == "death" else "no",
        "seriously_harmed": "no" if one["harm"] == "death" else "yes",
        "joint_working_concern": "yes" if review else "no",
        **dict.fromkeys(CUSTODY, "no"),
    }
    _answer_lightly(manager, notification, answers)
    tests = law_on(notification)
    elsewhere = "A light record: the reasons stand in the board's own papers."
    decision = decide(
        by=chair,
        notification=notification,
        outcome=one["outcome"],
        reasons=elsewhere,
        decided_on=one["decided"],
        against_why="" if review else elsewhere,
        unknown_reasons=dict.fromkeys([fact.name for fact in tests.missing] if tests else [], elsewhere),
        instead=one.get("instead", ""),
        kept_elsewhere="The board's own files" if review else "",
        told_national_on=one.get("told"),
    )
    if one.get("answered"):
        challenge(
            by=world.people["national_officer"],
            decision=decision,
            kind="agree" if one["answer"] == "accepts" else "question",
            words="We accept the reasons." if one["answer"] == "accepts" else "We ask for the reasons again.",
            made_on=one["answered"],
        )


def _is(harm: str, kind: str) -> Answer:
    return Answer.YES if harm == kind else Answer.NO


def _answer_lightly(by: Person, notification: Notification, answers: dict[str, str]) -> None:
    """Those of the answers that the law of the notification asks for."""
    law = law_of(notification)
    asked = {fact.name for fact in law.facts} if law else set()
    for fact in [one for one in answers if one in asked]:
        answer_test(
            by=by,
            notification=notification,
            fact=fact,
            answer=Answer(answers[fact]),
            reason="From the board's list.",
        )


def _law_of_children(board: Organisation, day: date) -> str | None:
    """The law of reviews of children that was in force on the day; none where no pack holds one."""
    found = [one for one in laws_in_force(board, day) if one.subject is Subject.CHILD]
    return found[0].name if found else None
