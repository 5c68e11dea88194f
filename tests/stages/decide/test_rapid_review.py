"""The rapid review: summaries asked for and written down, what is made safe, the next step, the sign-off."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.rules import Answer
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.audit.models import Line
from candour.stages.decide import actions
from candour.stages.decide.models import RapidReview, SafetyAction, SummaryAsked
from candour.stages.decide.rapid_reads import rapid_of
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import TESTS_AGAINST, answered, decided, notified
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
RAPID = f"{ONE}rapid/"
MON, FRI = date(2014, 5, 19), date(2014, 5, 23)


def asked(cast: Cast, notification: Notification) -> SummaryAsked:
    return actions.ask_for_summary(
        by=cast.manager, notification=notification, agency=cast.police, asked_on=MON, due_on=FRI
    )


def concluded(cast: Cast, notification: Notification) -> RapidReview:
    return actions.conclude_rapid_review(
        by=cast.manager,
        notification=notification,
        next_step="review",
        reason="Two summaries differ.",
        concluded_on=FRI,
    )


def test_where_the_law_asks_for_none_there_is_none_until_one_is_begun(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    assert rapid_of(notification) is None
    assert client.get(RAPID).status_code == 404
    assert "Rapid review" not in client.get(f"{ONE}tests/").content.decode()

    asked(cast, notification)

    assert "Go to the rapid review" in client.get(f"{ONE}tests/").content.decode()


def test_a_law_that_asks_for_papers_before_the_decision_has_a_rapid_review(
    client: Client, cast: Cast
) -> None:
    notification = notified(cast)
    Notification.objects.filter(pk=notification.pk).update(regime="eng.lcspr.wt2018")
    client.force_login(cast.member)

    page = client.get(RAPID).content.decode()

    assert "No agency was asked for a summary yet." in page
    assert "What the law asks for before the decision" in page
    assert "Ask an agency" not in page


def test_summaries_are_asked_for_once_and_written_down(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    one = asked(cast, notification)
    with pytest.raises(Trouble, match="was asked already"):
        asked(cast, notification)
    client.force_login(cast.manager)
    written = {
        "version": "1",
        "received_on": "22 May 2014",
        "knew": "Four calls.",
        "analysis": "",
        "safety": "",
    }
    address = f"{RAPID}summaries/{one.pk}/"
    assert "has no answer yet" in client.post(address, {**written, "knew": ""}).content.decode()

    assert client.post(address, written)["Location"] == f"{RAPID}#summary-{one.pk}"

    page = client.get(RAPID).content.decode()
    assert "Four calls." in page
    assert "Every summary is here." in page
    assert Line.objects.filter(did="wrote_summary", who="manager").exists()
    with pytest.raises(Changed):
        actions.write_summary(by=cast.manager, asked=one, received_on=FRI, knew="Else.", version=1)


def test_an_answer_rests_on_summaries(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    one = asked(cast, notification)
    actions.write_summary(by=cast.manager, asked=one, received_on=FRI, knew="Four calls.", version=1)
    client.force_login(cast.manager)
    answer = {"version": "0", "answer": "yes", "reason": "Seen.", "rests_on": "", "summaries": str(one.pk)}

    client.post(f"{ONE}tests/abuse_or_neglect/", answer)

    assert "summary of Fenshire Police" in client.get(f"{ONE}tests/").content.decode()


def test_asking_is_taken_back_and_stands_again(client: Client, cast: Cast) -> None:
    one = asked(cast, notified(cast))
    client.force_login(cast.manager)
    client.post(f"{RAPID}summaries/{one.pk}/withdraw/", {"why": "The wrong force."})
    assert "The wrong force." in client.get(RAPID).content.decode()
    assert client.get(f"{RAPID}summaries/{one.pk}/").status_code == 404

    client.post(f"{RAPID}summaries/{one.pk}/withdraw/undo/")

    assert SummaryAsked.objects.get().withdrawn_at is None


def test_what_is_made_safe_is_followed_even_after_the_decision(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    client.force_login(cast.manager)
    client.post(
        f"{RAPID}safety/",
        {"what": "The placement is closed.", "who": "Commissioner", "due_on": "20 May 2014"},
    )
    answered(cast, notification, TESTS_AGAINST)
    decided(cast, notification, "no_review")
    [action] = SafetyAction.objects.all()

    client.post(f"{RAPID}safety/{action.pk}/done/", {"done_on": "21 May 2014"})
    assert SafetyAction.objects.get().done_on == date(2014, 5, 21)
    with pytest.raises(Trouble, match="was done"):
        actions.withdraw_safety_action(by=cast.manager, action=SafetyAction.objects.get())

    client.post(f"{RAPID}safety/{action.pk}/done/undo/")
    client.post(f"{RAPID}safety/{action.pk}/undo/")
    assert SafetyAction.objects.get().withdrawn_by == "manager"


def test_the_next_step_is_signed_off_by_who_decides_and_stands_then(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    first = concluded(cast, notification)
    second = concluded(cast, notification)
    assert RapidReview.objects.get(pk=first.pk).withdrawn_by == "manager"
    with pytest.raises(PermissionDenied):
        actions.sign_off_rapid_review(by=cast.manager, concluded=second, signed_off_on=FRI)

    client.force_login(cast.chair)
    client.post(f"{RAPID}next-step/{second.pk}/sign-off/", {"signed_off_on": "26 May 2014"})
    assert "Signed off on 26 May 2014." in client.get(RAPID).content.decode()
    with pytest.raises(Trouble, match="signed off"):
        concluded(cast, notification)

    client.post(f"{RAPID}next-step/{second.pk}/sign-off/undo/")
    client.force_login(cast.manager)
    client.post(f"{RAPID}next-step/{second.pk}/undo/")
    assert "No next step is written yet." in client.get(f"{RAPID}").content.decode() or not rapid_of(
        notification
    )


def test_once_it_is_decided_the_rapid_review_stands(cast: Cast) -> None:
    notification = notified(cast)
    one = asked(cast, notification)
    answered(cast, notification, {**TESTS_AGAINST, "died": Answer.NO})
    decided(cast, notification, "no_review")
    with pytest.raises(Trouble, match="is decided"):
        actions.write_summary(by=cast.manager, asked=one, received_on=FRI, knew="Late.", version=1)


PAGES = ("", "summaries/ask/", "safety/", "next-step/")


@pytest.mark.parametrize(
    ("who", "answers"),
    some_quick(
        [
            ("manager", (200, 200, 200, 200)),
            ("chair", (200, 200, 200, 200)),
            ("member", (200, 403, 403, 403)),
            ("national", (200, 403, 403, 403)),
            ("outsider", (404,) * 4),
            ("lead", (404,) * 4),
        ],
        2,
        4,
    ),
)
def test_who_may_open_what(client: Client, cast: Cast, who: str, answers: tuple[int, ...]) -> None:
    asked(cast, notified(cast))
    client.force_login(cast.people[who])
    assert tuple(client.get(f"{RAPID}{page}").status_code for page in PAGES) == answers


def test_what_was_signed_or_taken_back_is_not_done_over_by_somebody_else(cast: Cast) -> None:
    notification = notified(cast)
    signed = concluded(cast, notification)
    actions.sign_off_rapid_review(by=cast.chair, concluded=signed, signed_off_on=FRI)
    with pytest.raises(Trouble, match="signed off"):
        actions.sign_off_rapid_review(by=cast.chair, concluded=signed, signed_off_on=MON)

    once = asked(cast, notification)
    actions.withdraw_summary_asked(by=cast.manager, asked=once, why="The wrong agency.")
    with pytest.raises(Trouble, match="taken back"):
        actions.withdraw_summary_asked(by=cast.manager, asked=once, why="Another reason.")
