"""Answers, advice, dissent and the decision, as actions."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from candour.domain.rules import Answer, Outcome
from candour.domain.trouble import Trouble
from candour.kernel.audit import acting
from candour.kernel.audit.acting import Changed
from candour.kernel.audit.models import Line
from candour.stages.decide import actions
from candour.stages.decide.clocks import clock_to_decide, clocks_of
from candour.stages.decide.history import history_of
from candour.stages.decide.law import drawn_tests, law_on
from candour.stages.decide.models import Decision, Recommendation, TestAnswer
from candour.stages.decide.reads import standing, tasks_for, unanswered_by_nation
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import (
    TESTS_AGAINST,
    TESTS_FOR_REVIEW,
    answered,
    commissioned,
    decided,
    not_reviewed,
    notified,
    to_be_reviewed,
)

pytestmark = pytest.mark.django_db

THREE = {fact: answer for fact, answer in TESTS_FOR_REVIEW.items() if fact != "joint_working_concern"}


def test_the_outcome_turns_on_what_is_missing(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, THREE)

    tests = law_on(notification)

    assert tests is not None
    assert (tests.answered, len(tests.asked)) == (3, 4)
    assert [fact.name for fact in tests.missing] == ["joint_working_concern"]
    assert [[way.outcome for way in one.ways] for one in tests.what_ifs] == [[Outcome.MUST, Outcome.NEED_NOT]]
    assert [one.name for one in drawn_tests(tests.evaluation)] == ["serious_case"]


def test_an_answer_is_changed_and_the_record_keeps_both(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, {"died": Answer.UNKNOWN})
    answered(cast, notification, {"died": Answer.NO})

    assert TestAnswer.objects.get().answer == "no"
    lines = Line.objects.filter(did="answered_test").values_list("why", flat=True)
    assert list(lines) == ["died: unknown. Seen.", "died: no. Seen."]


def test_a_first_answer_does_not_cover_another_that_came_before_it(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, {"died": Answer.NO})

    with pytest.raises(Changed):
        actions.answer_test(
            by=cast.chair,
            notification=notification,
            fact="died",
            answer=Answer.YES,
            reason="Another reading.",
            version=0,
        )


def test_the_law_is_asked_only_what_it_asks(cast: Cast) -> None:
    with pytest.raises(Trouble, match="asks nothing called"):
        answered(cast, notified(cast), {"weather": Answer.YES})


def test_a_test_left_unknown_needs_a_reason(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, THREE)
    with pytest.raises(Trouble, match="no reason for that is given"):
        decided(cast, notification)

    decision = decided(cast, notification, unknown_reasons={"joint_working_concern": "Housing is late."})

    assert decision.tests_said == "unknown"
    assert decision.unknown_reasons == {"joint_working_concern": "Housing is late."}


def test_no_review_where_the_tests_say_must_needs_its_own_reason(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_FOR_REVIEW)
    with pytest.raises(Trouble, match="there must be a review"):
        decided(cast, notification, "no_review")

    assert decided(cast, notification, "no_review", against_why="Another board reviews.").tests_said == "must"


def test_only_the_chair_decides(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_FOR_REVIEW)
    with pytest.raises(PermissionDenied, match="decide whether to review"):
        actions.decide(
            by=cast.manager,
            notification=notification,
            outcome="review",
            reasons="Met.",
            decided_on=date(2014, 6, 4),
        )
    assert not Decision.objects.exists()


def test_what_is_decided_stands_still(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    with pytest.raises(Trouble, match="is decided"):
        answered(cast, decision.notification, {"died": Answer.YES})
    with pytest.raises(Trouble, match="is decided"):
        decided(cast, decision.notification)


def test_a_decision_is_taken_back_and_kept_until_something_rests_on_it(cast: Cast) -> None:
    decision = to_be_reviewed(cast)
    notification = decision.notification
    earlier = actions.take_back_decision(by=cast.chair, decision=decision)
    assert (earlier.reasons, earlier.taken_back_by) == ("The tests are met.", "chair")
    notification = Notification.objects.get(pk=notification.pk)
    assert [one.what for one in history_of(notification) if one.withdrawn] == ["Decided: review"]

    again = decided(cast, notification, told_national_on=date(2014, 6, 5))
    actions.challenge(by=cast.national, decision=again, kind="agree", words="Yes.", made_on=date(2014, 6, 9))

    with pytest.raises(Trouble, match="the national body has answered it"):
        actions.take_back_decision(by=cast.chair, decision=again)


def test_a_commissioned_review_holds_its_decision(cast: Cast) -> None:
    commissioned(cast)
    with pytest.raises(Trouble, match="a review was commissioned from it"):
        actions.take_back_decision(by=cast.chair, decision=Decision.objects.get())


def test_dissent_is_kept_word_for_word_and_taken_back_by_its_writer_only(cast: Cast) -> None:
    notification = notified(cast)
    words = "I would wait.\n  For housing."
    dissent = actions.dissent(
        by=cast.member,
        notification=notification,
        member="Police member",
        words=words,
        dissented_on=date(2014, 6, 2),
    )
    dissent.refresh_from_db()
    assert dissent.words == words

    with pytest.raises(PermissionDenied):
        actions.withdraw_dissent(by=cast.chair, written=dissent)
    actions.withdraw_dissent(by=cast.member, written=dissent)
    assert notification.dissents.get().withdrawn_by == "member"


def test_a_new_recommendation_leaves_the_earlier_one_visible(cast: Cast) -> None:
    notification = notified(cast)
    for outcome, day in (("no_review", 1), ("review", 2)):
        actions.record_recommendation(
            by=cast.manager,
            notification=notification,
            group="Sub-group",
            outcome=outcome,
            made_on=date(2014, 6, day),
        )
    stand = Recommendation.objects.filter(withdrawn_at=None)
    assert [one.outcome for one in stand] == ["review"]
    assert Recommendation.objects.count() == 2


def test_the_clock_to_decide_runs_from_notification_in_working_days(cast: Cast) -> None:
    notification = notified(cast)
    clock = clock_to_decide(notification, date(2014, 6, 4))

    assert clock is not None
    assert (clock.due, clock.words, clock.tag) == (date(2014, 6, 19), "Due in 11 working days", "due")
    late = clock_to_decide(notification, date(2014, 6, 23))
    assert late is not None
    assert (late.words, late.tag) == ("2 working days late", "late")
    assert clock.clock.verified is False


def test_no_review_is_put_to_the_national_body_and_waits_for_it(cast: Cast) -> None:
    decision = not_reviewed(cast)
    assert decision.told_national_on is None, "nobody is told by a decision alone"
    assert list(unanswered_by_nation(cast.national)) == [decision]
    actions.tell_national_body(by=cast.chair, decision=decision, told_on=date(2014, 6, 4))
    assert [task.title for task in tasks_for(cast.national, date(2014, 6, 9))] == [
        "Answer a decision not to review: Child Alder"
    ]

    said = actions.challenge(
        by=cast.national, decision=decision, kind="question", words="Why?", made_on=date(2014, 6, 9)
    )
    assert not unanswered_by_nation(cast.national).exists()
    assert [task.title for task in tasks_for(cast.manager, date(2014, 6, 9))] == [
        "Reply to the national body: Child Alder"
    ]

    actions.reply_to_challenge(by=cast.manager, said=said, words="Because.", replied_on=date(2014, 6, 10))

    assert tasks_for(cast.manager, date(2014, 6, 11)) == []
    assert [one.what for one in history_of(decision.notification)][-4:] == [
        "Decided: no review",
        "The national body was told",
        "National body: asks a question",
        "The board replied",
    ]
    clocks = {one.clock.name: one.words for one in clocks_of(decision.notification, date(2014, 6, 11))}
    assert clocks == {"decide": "Done 4 June 2014", "tell_national_body": "Done 4 June 2014"}


def test_tasks_go_to_who_can_do_them(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)
    day = date(2014, 6, 4)

    assert [task.title for task in tasks_for(cast.chair, day)] == ["Decide whether to review: Child Alder"]
    assert [task.title for task in tasks_for(cast.manager, day)] == ["Answer the tests: Child Alder"]
    assert [task.due for task in tasks_for(cast.chair, day)] == [date(2014, 6, 19)]
    for person in (cast.member, cast.lead, cast.outsider, cast.national, cast.administrator):
        assert tasks_for(person, day) == []


def test_a_review_made_without_a_decision_has_a_standing_too(cast: Cast) -> None:
    assert standing(cast.review, cast.manager, date(2014, 6, 4)).state == "done"


def test_of_two_who_answer_a_test_first_the_second_is_shown_the_other_s_answer(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    notification = notified(cast)
    real = acting.may

    def somebody_else_saves(*asked: Any) -> Any:
        told = {"fact": "died", "answer": "no", "reason": "Theirs.", "answered_by": "chair"}
        TestAnswer.objects.create(notification=notification, answered_at=timezone.now(), **told)
        return real(*asked)

    monkeypatch.setattr(acting, "may", somebody_else_saves)
    mine = {"fact": "died", "answer": Answer.YES, "reason": "Mine.", "version": 0}
    with pytest.raises(Changed) as clash:
        actions.answer_test(by=cast.manager, notification=notification, **mine)
    assert clash.value.now.reason == "Theirs."
