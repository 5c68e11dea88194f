"""A notification and what follows from it, made by the actions themselves, for tests of the stages."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.domain.rules import Answer, load_regime
from candour.kernel.reviews.models import Review
from candour.stages.commission.actions import commission_review
from candour.stages.decide.actions import answer_test, decide
from candour.stages.decide.models import Decision
from candour.stages.notify.actions import notify
from candour.stages.notify.law_chosen import laws_in_force
from candour.stages.notify.models import Notification
from candour.stages.notify.told import Told, ToldChild
from tests.cast import Cast

LAW_OF_TESTS = load_regime("eng.scr.wt2013")
TESTS_FOR_REVIEW = {
    "abuse_or_neglect": Answer.YES,
    "died": Answer.NO,
    "seriously_harmed": Answer.YES,
    "joint_working_concern": Answer.YES,
}
TESTS_AGAINST = {**TESTS_FOR_REVIEW, "joint_working_concern": Answer.NO}


def notified(cast: Cast, title: str = "Child Alder", **told: Any) -> Notification:
    said = {
        "notified_on": date(2014, 5, 19),
        "aware_on": date(2014, 5, 14),
        "children": (ToldChild("Robin Invented", "about three"),),
        **told,
    }
    day: date = said["notified_on"]
    laws = [one.name for one in laws_in_force(cast.board, day) if one.review == LAW_OF_TESTS.review]
    return notify(
        by=cast.manager,
        board=cast.board,
        told=Told(title=title, **said),
        regime=laws[0] if laws else None,
        invented=True,
    )


def answered(cast: Cast, notification: Notification, answers: dict[str, Answer]) -> None:
    for fact, answer in answers.items():
        answer_test(by=cast.manager, notification=notification, fact=fact, answer=answer, reason="Seen.")


def decided(cast: Cast, notification: Notification, outcome: str = "review", **rest: Any) -> Decision:
    said = {"reasons": "The tests are met.", "decided_on": date(2014, 6, 4), **rest}
    return decide(by=cast.chair, notification=notification, outcome=outcome, **said)


def to_be_reviewed(cast: Cast) -> Decision:
    notification = notified(cast)
    answered(cast, notification, TESTS_FOR_REVIEW)
    return decided(cast, notification)


def not_reviewed(cast: Cast) -> Decision:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    return decided(cast, notification, "no_review", reasons="The agencies worked together.")


def commissioned(cast: Cast) -> Review:
    return commission_review(
        by=cast.manager,
        decision=to_be_reviewed(cast),
        title="Child Alder",
        method="learning-together",
        opened_on=date(2014, 6, 10),
        period_from=date(2011, 6, 1),
        period_to=date(2014, 4, 10),
        terms="Find out why it made sense at the time.",
    )
