"""The light records of earlier years, as history.toml has them, so that oversight has something to count."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from candour.cli.demonstration.decisions import CUSTODY, is_harm, law_of_children
from candour.cli.demonstration.material import Material
from candour.cli.demonstration.world import World
from candour.domain.rules import Answer
from candour.kernel.people.models import Person
from candour.stages.decide.actions import answer_test, challenge, decide
from candour.stages.decide.law import law_on
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import notify
from candour.stages.notify.law_chosen import law_of
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told

ELSEWHERE = "A light record: the reasons stand in the board's own papers."


def record_history(world: World) -> None:
    """Notify, answer, decide: each of the light records."""
    for one in Material.found().read("history")["notification"]:
        board = world.organisations[one["board"]]
        notification = notify(
            by=world.manager_of(one["board"]),
            board=board,
            number=one["number"],
            regime=law_of_children(board, one["notified"]),
            invented=True,
            told=Told(
                title=f"Light record {one['number']}",
                notified_on=one["notified"],
                aware_on=one["notified"] - timedelta(days=3),
                what_happened="A light record, kept for its counts: nothing of the case stands in it.",
                died=is_harm(one["harm"], "death"),
                seriously_harmed=is_harm(one["harm"], "serious_harm"),
                abuse_or_neglect=Answer.YES,
            ),
        )
        _answer_lightly(world.manager_of(one["board"]), notification, one)
        decision = _decide_lightly(world, one, notification)
        if one.get("answered"):
            _answer_of_national_body(world, one, decision)


def _answer_lightly(by: Person, notification: Notification, one: dict[str, Any]) -> None:
    """Those of the answers that the law of the notification asks for."""
    answers = {
        "abuse_or_neglect": "yes",
        "died": "yes" if one["harm"] == "death" else "no",
        "seriously_harmed": "no" if one["harm"] == "death" else "yes",
        "joint_working_concern": "yes" if one["outcome"] == "review" else "no",
        **dict.fromkeys(CUSTODY, "no"),
    }
    law = law_of(notification)
    asked = {fact.name for fact in law.facts} if law else set()
    for fact in [each for each in answers if each in asked]:
        answer_test(
            by=by,
            notification=notification,
            fact=fact,
            answer=Answer(answers[fact]),
            reason="From the board's list.",
        )


def _decide_lightly(world: World, one: dict[str, Any], notification: Notification) -> Decision:
    review = one["outcome"] == "review"
    tests = law_on(notification)
    return decide(
        by=world.chair_of(one["board"]),
        notification=notification,
        outcome=one["outcome"],
        reasons=ELSEWHERE,
        decided_on=one["decided"],
        against_why="" if review else ELSEWHERE,
        unknown_reasons=dict.fromkeys([fact.name for fact in tests.missing] if tests else [], ELSEWHERE),
        instead=one.get("instead", ""),
        kept_elsewhere="The board's own files" if review else "",
        told_national_on=one.get("told"),
    )


def _answer_of_national_body(world: World, one: dict[str, Any], decision: Decision) -> None:
    accepts = one["answer"] == "accepts"
    challenge(
        by=world.people["national_officer"],
        decision=decision,
        kind="agree" if accepts else "question",
        words="We accept the reasons." if accepts else "We ask for the reasons again.",
        made_on=one["answered"],
    )
