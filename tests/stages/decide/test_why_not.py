"""A decision not to review says why to each test of the law, also where the law leaves a choice."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from candour.domain.rules import Answer, load_regime
from candour.domain.trouble import Trouble
from candour.stages.decide import actions
from candour.stages.decide.decision_letter import letter_of
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import TESTS_AGAINST, TESTS_FOR_REVIEW, answered, decided, notified

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"
LAW = load_regime("eng.lcspr.wt2018")
MET = "serious_child_safeguarding_case"
WRITTEN = {
    "outcome": "no_review",
    "reasons": "The rapid review has found what there is to learn.",
    "weighed": "no",
    "decided_on": "4 June 2014",
    "test_died": "The child lives.",
    "test_looked_after": "Not looked after.",
}
WHY = "All that a review could find was found at once."


def where_the_law_leaves_a_choice(cast: Cast) -> Notification:
    """A law under which a review may be held, and its test is answered yes."""
    notification = notified(cast)
    notification.regime = LAW.name
    notification.save()
    answers = {"abuse_or_neglect": Answer.YES, "died": Answer.NO, "seriously_harmed": Answer.YES}
    answered(cast, notification, {**answers, "looked_after": Answer.NO})
    return notification


def test_where_the_law_says_may_a_test_answered_yes_has_its_reason_why_not(
    client: Client, cast: Cast
) -> None:
    notification = where_the_law_leaves_a_choice(cast)
    with pytest.raises(Trouble, match="not every test of the law has its reason") as told:
        decided(cast, notification, "no_review")
    assert "It is a serious child safeguarding case (yes)" in told.value.do
    client.force_login(cast.chair)

    asked = client.post(f"{ONE}decide/", {**WRITTEN, "weighs_recurrent_themes": "None seen."})
    page = asked.content.decode()
    assert "each test of the law has its reason. Say why not." in page
    assert "None seen.</textarea>" in page, "what was typed stays"
    assert not Decision.objects.exists()

    sent = client.post(
        f"{ONE}decide/", {**WRITTEN, f"why_{MET}": WHY, "weighs_recurrent_themes": "None seen."}
    )
    assert sent.status_code == 302
    decision = Decision.objects.get()
    assert (decision.why_not, decision.considered) == ({MET: WHY}, {"recurrent_themes": "None seen."})
    page = client.get(f"{ONE}decision/").content.decode()
    headings = {section.title: section.lines for section in letter_of(decision).sections}
    assert WHY in page
    assert "Whether it shows recurrent themes." in page
    assert [line.words for line in headings["Why there is no review, test by test"]] == [WHY]
    assert [line.words for line in headings["What was taken into account"]] == ["None seen."]


def test_a_decision_to_review_needs_no_reason_why_not(client: Client, cast: Cast) -> None:
    where_the_law_leaves_a_choice(cast)
    client.force_login(cast.chair)

    client.post(f"{ONE}decide/", {**WRITTEN, "outcome": "review", f"why_{MET}": WHY})

    assert Decision.objects.get().why_not == {}


def test_a_test_answered_no_has_the_reasons_of_the_facts_that_make_it_so(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_AGAINST)

    why_not = decided(cast, notification, "no_review").why_not

    assert set(why_not) == {"serious_case", "died_in_custody"}
    assert why_not["serious_case"] == "The child died: Seen. Concern about joint working: Seen."


def test_against_a_test_that_calls_for_a_review_its_reason_is_why_not(cast: Cast) -> None:
    notification = notified(cast)
    answered(cast, notification, TESTS_FOR_REVIEW)

    made = decided(cast, notification, "no_review", against_why="The family has asked for none.")

    assert made.why_not["serious_case"] == "The family has asked for none."


def test_a_decision_that_is_taken_back_keeps_its_reasons_by_test(cast: Cast) -> None:
    decision = decided(cast, where_the_law_leaves_a_choice(cast), "no_review", why_not={MET: WHY})

    earlier = actions.take_back_decision(by=cast.chair, decision=decision)

    assert earlier.why_not == {MET: WHY}
    assert earlier.decided_on == date(2014, 6, 4)
