"""The pages on the way to a decision and after it, as each of the cast meets them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candour.domain.rules import Answer
from candour.kernel.audit.models import Line
from candour.stages.decide.models import (
    Challenge,
    Decision,
    Dissent,
    EarlierDecision,
    Recommendation,
    TestAnswer,
)
from candour.stages.notify.actions import withdraw_notification
from candour.stages.notify.models import Notification
from tests.cast import AT, Cast
from tests.notified import (
    TESTS_FOR_REVIEW,
    answered,
    decided,
    not_reviewed,
    notified,
    to_be_reviewed,
)
from tests.pace import some_quick

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
DECISION = {
    "outcome": "review",
    "reasons": "The tests are met.",
    "weighed": "no",
    "decided_on": "4 June 2014",
}


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def three_answered(cast: Cast) -> None:
    three = {fact: one for fact, one in TESTS_FOR_REVIEW.items() if fact != "joint_working_concern"}
    answered(cast, notified(cast), three)


def test_the_page_says_what_the_outcome_turns_on(client: Client, cast: Cast) -> None:
    three_answered(cast)
    client.force_login(cast.chair)

    page = page_of(client, f"{ONE}tests/")

    assert "Three of four tests are answered." in page
    assert "The outcome turns on one: concern about joint working." in page
    assert "Check against the guidance in force" in page
    assert "LSCB Regulations 2006, reg 5(2)(a)" in page
    assert "Must review" in page
    assert "Need not review" in page
    assert "rule-tree" in page
    assert "Write the decision" in page


def test_a_test_is_answered_on_a_page_of_its_own(client: Client, cast: Cast) -> None:
    notified(cast, died=Answer.NO)
    client.force_login(cast.manager)
    page = page_of(client, f"{ONE}tests/died/")
    assert " checked" not in page
    assert "The notification says:" in page

    bad = client.post(f"{ONE}tests/died/", {"version": "0", "answer": "no", "rests_on": "page 2"})
    assert "has no answer yet" in bad.content.decode()
    assert "page 2" in bad.content.decode()

    given = {"version": "0", "answer": "no", "reason": "Recovering.", "rests_on": "page 2"}
    assert client.post(f"{ONE}tests/died/", given)["Location"] == f"{ONE}tests/#died"
    answer = TestAnswer.objects.get()
    assert (answer.answer, answer.rests_on, answer.answered_by) == ("no", "page 2", "manager")
    assert client.get(f"{ONE}tests/weather/").status_code == 404


def test_the_drawn_tests_lead_to_their_answers_only_for_whoever_may_give_one(
    client: Client, cast: Cast
) -> None:
    three_answered(cast)
    for who, leads in ((cast.manager, True), (cast.member, False)):
        client.force_login(who)
        assert (f'href="{ONE}tests/died/"' in page_of(client, f"{ONE}tests/")) is leads, who
    decided(cast, Notification.objects.get(), unknown_reasons={"joint_working_concern": "Not needed."})
    client.force_login(cast.manager)
    assert f'href="{ONE}tests/died/"' not in page_of(client, f"{ONE}tests/")


def test_a_recommendation_is_taken_back_until_it_is_decided(client: Client, cast: Cast) -> None:
    three_answered(cast)
    client.force_login(cast.manager)
    advice = {"group": "Sub-group", "made_on": "2 June 2014", "outcome": "review"}
    client.post(f"{ONE}recommendation/", advice)
    [given] = Recommendation.objects.all()
    undo = f"{ONE}recommendation/{given.pk}/undo/"
    assert undo in page_of(client, f"{ONE}tests/")

    client.post(undo)

    page = page_of(client, f"{ONE}tests/")
    assert "No recommendation is recorded." in page
    assert Recommendation.objects.get().withdrawn_by == "manager"


def test_two_who_answer_one_test_see_each_other(client: Client, cast: Cast) -> None:
    notified(cast)
    answer = {"version": "0", "answer": "no", "reason": "First reading.", "rests_on": ""}
    client.force_login(cast.manager)
    client.post(f"{ONE}tests/died/", answer)
    client.force_login(cast.chair)

    page = client.post(f"{ONE}tests/died/", {**answer, "reason": "Second reading."}).content.decode()

    assert "First reading." in page
    assert "Second reading." in page
    assert TestAnswer.objects.get().reason == "First reading."


def test_the_chair_decides_and_takes_it_back(client: Client, cast: Cast) -> None:
    answered(cast, notified(cast), TESTS_FOR_REVIEW)
    client.force_login(cast.chair)

    assert client.post(f"{ONE}decide/", DECISION)["Location"] == f"{ONE}decision/"
    assert "Undo" in page_of(client, f"{ONE}decision/")
    assert Line.objects.filter(did="decided", who="chair").exists()

    client.post(f"{ONE}decision/undo/")
    assert not Decision.objects.exists()
    assert EarlierDecision.objects.get().reasons == "The tests are met."


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"reasons": ""}, "“Reasons” has no answer yet"),
        ({"outcome": "no_review"}, "Say why there is none."),
        ({"weighed": ""}, "Did publication weigh in this?”"),
        ({"weighed": "yes"}, "Say how publication weighed"),
    ],
)
def test_a_decision_lacks_nothing(client: Client, cast: Cast, changed: dict[str, str], says: str) -> None:
    answered(cast, notified(cast), TESTS_FOR_REVIEW)
    client.force_login(cast.chair)

    page = client.post(f"{ONE}decide/", {**DECISION, "instead": "A learning event", **changed})

    assert says in page.content.decode()
    assert "A learning event" in page.content.decode()
    assert not Decision.objects.exists()


def test_an_unknown_test_asks_for_its_reason(client: Client, cast: Cast) -> None:
    three_answered(cast)
    client.force_login(cast.chair)
    assert "Unknown: concern about joint working." in client.post(f"{ONE}decide/", DECISION).content.decode()

    client.post(f"{ONE}decide/", {**DECISION, "unknown_joint_working_concern": "Housing is late."})

    assert "Housing is late." in page_of(client, f"{ONE}decision/")


def test_a_member_dissents_and_everybody_of_the_board_reads_it(client: Client, cast: Cast) -> None:
    notified(cast)
    client.force_login(cast.member)
    words = {"words": "I would wait.", "member": "Police member", "dissented_on": "2 June 2014"}
    client.post(f"{ONE}dissent/", words)
    assert "Undo" in page_of(client, f"{ONE}tests/")

    client.force_login(cast.chair)
    page = page_of(client, f"{ONE}tests/")
    assert "I would wait." in page
    assert "Undo" not in page

    client.force_login(cast.member)
    client.post(f"{ONE}dissent/{Dissent.objects.get().pk}/undo/")
    assert Dissent.objects.get().withdrawn_by == "member"


def test_votes_of_a_recommendation_are_both_given_or_neither(client: Client, cast: Cast) -> None:
    notified(cast)
    client.force_login(cast.manager)
    advice = {"group": "Sub-group", "made_on": "2 June 2014", "outcome": "review", "votes_for": "4"}
    assert "Give both counts" in client.post(f"{ONE}recommendation/", advice).content.decode()

    client.post(f"{ONE}recommendation/", {**advice, "votes_against": "1"})

    assert ", by four votes to one, on 2 June 2014." in page_of(client, f"{ONE}tests/")


def test_the_national_body_asks_and_the_board_replies(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    client.force_login(cast.national)
    assert "One decision not to review waits for an answer." in page_of(client, "/decisions/")
    assert "gives no power to direct" in page_of(client, f"{ONE}decision/answer/")
    client.post(f"{ONE}decision/answer/", {"kind": "question", "words": "Which summaries?"})
    assert "No decisions not to review wait for an answer." in page_of(client, "/decisions/")

    said = Challenge.objects.get()
    client.force_login(cast.manager)
    reply = f"{ONE}decision/answers/{said.pk}/reply/"
    assert "Which summaries?" in page_of(client, reply)
    client.post(reply, {"words": "All four."})

    page = page_of(client, f"{ONE}decision/")
    assert page.index("Which summaries?") < page.index("All four.")
    assert "and the board replied" in page


def test_a_decision_to_review_is_told_to_the_national_body_by_the_chair(client: Client, cast: Cast) -> None:
    to_be_reviewed(cast)
    client.force_login(cast.chair)
    early = client.post(f"{ONE}decision/tell/", {"told_on": "1 June 2014"}).content.decode()
    assert "is before it was decided, on 4 June 2014." in early

    client.post(f"{ONE}decision/tell/", {"told_on": "6 June 2014"})

    assert Decision.objects.get().told_national_on == date(2014, 6, 6)
    client.force_login(cast.national)
    assert "there is a review" in page_of(client, f"{ONE}decision/")


PAGES = ("tests", "tests/died", "recommendation", "dissent", "decide", "decision", "decision/answer")


@pytest.mark.parametrize(
    ("who", "answers"),
    some_quick(
        [
            ("manager", (200, 200, 200, 403, 403, 200, 403)),
            ("chair", (200, 200, 200, 403, 302, 200, 403)),
            ("member", (200, 403, 403, 200, 403, 200, 403)),
            ("national", (200, 403, 403, 403, 403, 200, 200)),
            ("outsider", (404,) * 7),
            ("lead", (404,) * 7),
            ("administrator", (404,) * 7),
        ],
        1,
        4,
    ),
)
def test_who_may_open_what(client: Client, cast: Cast, who: str, answers: tuple[int, ...]) -> None:
    not_reviewed(cast)
    client.force_login(cast.people[who])
    assert tuple(client.get(f"{ONE}{page}/").status_code for page in PAGES) == answers


def test_the_list_shows_each_their_own(client: Client, cast: Cast) -> None:
    notified(cast, "Child Elm", notified_on=date(2014, 5, 2), aware_on=None)
    not_decided = notified(cast)
    answered(cast, not_decided, TESTS_FOR_REVIEW)
    client.force_login(cast.manager)
    page = page_of(client, "/decisions/")
    assert page.index("Child Elm") < page.index("Child Alder")
    assert "Record a notification" in page

    client.force_login(cast.outsider)
    page = page_of(client, "/decisions/")
    assert "Child Elm" not in page
    assert "Every notification has its decision." in page

    client.force_login(cast.lead)
    assert "Child Elm" not in page_of(client, "/decisions/")
    assert ">Decisions</a>" not in page_of(client, "/decisions/")


def test_a_notification_under_no_known_law_still_has_its_page(client: Client, cast: Cast) -> None:
    old = notified(cast, notified_on=date(2005, 6, 1), aware_on=None)
    client.force_login(cast.chair)
    assert "No pack holds the law of 1 June 2005" in page_of(client, "/decisions/N-2005-001/tests/")

    decided(cast, old, "no_review", decided_on=date(2005, 6, 28))

    assert "there is no review" in page_of(client, "/decisions/N-2005-001/decision/")


def test_a_withdrawn_notification_is_not_decided(client: Client, cast: Cast) -> None:
    notification = notified(cast)
    withdraw_notification(by=cast.manager, notification=notification, why="Recorded twice.")
    client.force_login(cast.chair)

    assert "Write the decision" not in page_of(client, f"{ONE}tests/")
    answer = client.post(f"{ONE}decide/", {**DECISION, **unknown()})
    assert answer.status_code == 400
    assert "was withdrawn" in answer.content.decode()
    assert not Decision.objects.exists()


def unknown() -> dict[str, str]:
    facts = (
        "abuse_or_neglect died seriously_harmed joint_working_concern in_custody secure_home "
        "detained_mental_health"
    )
    return {f"unknown_{fact}": "Not needed." for fact in facts.split()}


def test_a_long_list_of_decisions_is_shown_by_pages_that_keep_what_was_asked(
    client: Client, cast: Cast
) -> None:
    for n in range(28):
        outcome = "no_review" if n % 2 else "review"
        years_before(cast, n, outcome=outcome)
    client.force_login(cast.manager)

    page = page_of(client, "/decisions/")
    assert "28 earlier decisions" in page
    assert page.count('/decision/">Case ') == 25
    assert 'href="?earlier=2#earlier"' in page
    second = page_of(client, "/decisions/?earlier=2")
    assert second.count('/decision/">Case ') == 3
    assert '<details class="govuk-details" id="earlier" open>' in second

    some = page_of(client, "/decisions/?outcome=no_review&year=2009")
    assert "14 earlier decisions" in some
    assert "Only: 2009; No review." in some
    assert "Case 1<" in some
    assert "Case 2<" not in some
    assert 'href="?outcome=no_review&amp;earlier=2#earlier"' not in some  # fourteen are one page
    assert "There is a problem" not in page_of(client, "/decisions/?year=1900")
    assert page_of(client, "/decisions/?outcome=nonsense&earlier=x").count('/decision/">Case ') == 25


def test_the_page_of_decisions_asks_the_database_no_more_for_a_long_record(
    client: Client, cast: Cast
) -> None:
    client.force_login(cast.manager)
    years_before(cast, 1)
    page_of(client, "/decisions/")
    with CaptureQueriesContext(connection) as few:
        page_of(client, "/decisions/")
    for n in range(2, 40):
        years_before(cast, n)
    with CaptureQueriesContext(connection) as many:
        page_of(client, "/decisions/")
    assert len(many) <= len(few) + 2


def years_before(cast: Cast, n: int, *, outcome: str = "no_review") -> None:
    """A decision of 2009, as an earlier log brings it."""
    told = date(2009, 3, 1)
    notification = Notification.objects.create(
        board=cast.board, year=2009, number=n + 1, title=f"Case {n}", notified_on=told, recorded_at=AT,
        recorded_by="manager",
    )  # fmt: skip
    Decision.objects.create(
        notification=notification, stands_for=notification, outcome=outcome, reasons="As the log has it.",
        words_then="NFA", decided_on=date(2009, 4, 1), decided_at=AT, decided_by="manager",
    )  # fmt: skip
