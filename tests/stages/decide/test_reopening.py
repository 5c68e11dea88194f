"""A decision not to review: a reason for each test, by another name, reopened when facts change."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.rules import Answer
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.decide import actions
from candour.stages.decide.models import Challenge, Decision
from candour.stages.decide.reads import unanswered_by_nation, undecided
from tests.cast import Cast, person, post
from tests.notified import TESTS_AGAINST, answered, commissioned, decided, not_reviewed, notified

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
DAY = date(2014, 7, 1)
OTHER = {
    "other_kind": "single_agency",
    "other_holder": "Fenshire Police",
    "other_why": "Only the police knew the family.",
}
WRITTEN = {
    "outcome": "no_review",
    "reasons": "The agencies worked together.",
    "weighed": "no",
    "decided_on": "4 June 2014",
    "test_died": "The child lives.",
    "test_joint_working_concern": "They met every week.",
}


def reopened(cast: Cast) -> Decision:
    decision = not_reviewed(cast)
    return actions.reopen_decision(by=cast.chair, decision=decision, why="A summary came.", reopened_on=DAY)


def test_without_a_review_each_test_answered_no_keeps_its_own_reason(client: Client, cast: Cast) -> None:
    answered(cast, notified(cast), TESTS_AGAINST)
    client.force_login(cast.chair)
    page = client.get(f"{ONE}decide/").content.decode()
    assert page.count("Seen.</textarea>") == 2
    short = client.post(f"{ONE}decide/", {**WRITTEN, "test_died": ""}).content.decode()
    assert "each test answered no has its reason" in short
    assert not Decision.objects.exists()

    client.post(f"{ONE}decide/", WRITTEN)

    decision = Decision.objects.get()
    assert decision.test_reasons == {
        "died": "The child lives.",
        "joint_working_concern": "They met every week.",
    }
    assert decision.publication_asked == "no"
    assert list(unanswered_by_nation(cast.national)) == [decision]
    assert "They met every week." in client.get(f"{ONE}decision/").content.decode()


def test_a_test_left_unknown_has_no_reason_to_borrow(cast: Cast) -> None:
    notification = notified(cast)
    with pytest.raises(Trouble, match="of the tests unknown"):
        decided(cast, notification, "no_review")


def test_a_review_by_another_name_is_recorded_with_kind_holder_and_reason(client: Client, cast: Cast) -> None:
    answered(cast, notified(cast), TESTS_AGAINST)
    client.force_login(cast.chair)
    by_another = {**WRITTEN, "outcome": "other_review"}
    assert "its kind, holder and reason" in client.post(f"{ONE}decide/", by_another).content.decode()

    client.post(f"{ONE}decide/", {**by_another, **OTHER})

    [decision] = unanswered_by_nation(cast.national)
    assert (decision.outcome, decision.other_holder) == ("other_review", "Fenshire Police")
    page = client.get(f"{ONE}decision/").content.decode()
    assert "there is a review by another name" in page
    assert "Only the police knew the family." in page
    with pytest.raises(Trouble):
        decided(cast, notified(cast, "Child Elm"), "other_review", unknown_reasons={})


def test_partners_say_each_whether_they_agree(client: Client, cast: Cast) -> None:
    answered(cast, notified(cast), TESTS_AGAINST)
    client.force_login(cast.chair)
    partner = {"partner_who_1": "Northmoor Council"}
    assert (
        "Say whether Northmoor Council agrees."
        in client.post(f"{ONE}decide/", {**WRITTEN, **partner}).content.decode()
    )

    client.post(f"{ONE}decide/", {**WRITTEN, **partner, "partner_agrees_1": "no", "partner_words_1": "Wait."})

    assert Decision.objects.get().partners == [
        {"who": "Northmoor Council", "agrees": False, "words": "Wait."}
    ]
    assert "Does not agree" in client.get(f"{ONE}decision/").content.decode()


def test_a_reopened_decision_stays_on_record_with_what_was_said_to_it(client: Client, cast: Cast) -> None:
    first = not_reviewed(cast)
    actions.challenge(by=cast.national, decision=first, kind="disagree", words="Look again.", made_on=DAY)
    with pytest.raises(Trouble, match="cannot be taken back"):
        actions.take_back_decision(by=cast.chair, decision=first)
    client.force_login(cast.chair)
    assert (
        "Give that day or a later one"
        in client.post(
            f"{ONE}decision/reopen/", {"why": "A summary came.", "reopened_on": "1 June 2014"}
        ).content.decode()
    )

    client.post(f"{ONE}decision/reopen/", {"why": "A summary came.", "reopened_on": "1 July 2014"})

    assert Line.objects.get(did="reopened_decision").why == "A summary came."
    assert undecided(cast.chair).exists()
    assert not unanswered_by_nation(cast.national).exists()
    assert client.get(f"{ONE}decision/").status_code == 404
    earlier = client.get(f"{ONE}decision/reopened/{first.pk}/").content.decode()
    assert "Look again." in earlier
    assert "Reopened" in client.get(f"{ONE}tests/").content.decode()

    answered(cast, first.notification, {"joint_working_concern": Answer.YES})
    new = decided(cast, Decision.objects.get().notification, decided_on=DAY)

    assert (Decision.objects.count(), new.stands_for) == (2, first.notification)
    assert Challenge.objects.get().decision == first
    with pytest.raises(Trouble, match="decided anew"):
        actions.take_back_reopening(by=cast.chair, decision=Decision.objects.get(pk=first.pk))


def test_a_new_decision_does_not_come_before_the_reopening(client: Client, cast: Cast) -> None:
    notification = reopened(cast).notification
    client.force_login(cast.chair)
    page = client.post(f"{ONE}decide/", {**WRITTEN, "decided_on": "30 June 2014"}).content.decode()
    assert "30 June 2014 is before the earlier decision was reopened, on 1 July 2014." in page
    with pytest.raises(Trouble, match="before the earlier decision was reopened"):
        decided(cast, notification, outcome="review", decided_on=date(2014, 6, 30))


def test_a_reopening_is_undone_until_it_is_decided_anew(client: Client, cast: Cast) -> None:
    decision = reopened(cast)
    client.force_login(cast.chair)
    client.post(f"{ONE}decision/reopened/{decision.pk}/undo/")

    assert Decision.objects.get().stands_for == decision.notification
    assert "there is no review" in client.get(f"{ONE}decision/").content.decode()


def test_a_decision_does_not_stand_again_on_answers_it_never_had(client: Client, cast: Cast) -> None:
    decision = reopened(cast)
    answered(cast, decision.notification, {"joint_working_concern": Answer.YES})
    client.force_login(cast.chair)
    page = client.get(f"{ONE}tests/").content.decode()
    assert "It cannot stand again as it was: a test was answered anew since (" in page
    assert f"{ONE}decision/reopened/{decision.pk}/undo/" not in page

    with pytest.raises(Trouble, match="Decide anew, on the answers as they are now"):
        actions.take_back_reopening(by=cast.chair, decision=decision)

    assert Decision.objects.get().stands_for is None


def test_where_a_review_is_directed_reopening_is_neither_offered_nor_done(client: Client, cast: Cast) -> None:
    decision = not_reviewed(cast)
    decision.notification.regime = "eng.scr.2013-amendment"
    decision.notification.save()
    client.force_login(cast.chair)
    assert "Reopen this decision" in client.get(f"{ONE}decision/").content.decode()
    head = person("head")
    post(head, cast.nation, "national_lead")
    actions.direct_review(by=head, decision=decision, words="Hold it.", made_on=DAY, due_on=date(2014, 8, 1))

    page = client.get(f"{ONE}decision/").content.decode()
    assert "Reopen this decision" not in page
    assert "has directed a review, so this decision is not reopened" in page
    with pytest.raises(Trouble, match="has directed a review"):
        actions.reopen_decision(by=cast.chair, decision=decision, why="X", reopened_on=DAY)


def test_only_who_decides_reopens_and_only_what_led_to_no_review(client: Client, cast: Cast) -> None:
    decision = not_reviewed(cast)
    with pytest.raises(PermissionDenied):
        actions.reopen_decision(by=cast.manager, decision=decision, why="X", reopened_on=DAY)
    review = commissioned(cast)
    with pytest.raises(Trouble, match="decided to review"):
        actions.reopen_decision(by=cast.chair, decision=review.commission.decision, why="X", reopened_on=DAY)
    for who, status in (("manager", 403), ("member", 403), ("national", 403), ("outsider", 404)):
        client.force_login(cast.people[who])
        assert client.get(f"{ONE}decision/reopen/").status_code == status, who
