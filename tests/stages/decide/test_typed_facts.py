"""Facts that the law asks as a number or a day: answered, shown, counted, and what each could change."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from candour.domain.rules import FactKind, Regime, load_regime, regime_names
from candour.domain.trouble import Trouble
from candour.stages.decide import actions
from candour.stages.decide.law import law_on
from candour.stages.decide.models import TestAnswer
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import notified

pytestmark = pytest.mark.django_db

ONE = "/decisions/N-2014-001/"


def law_with(kind: FactKind) -> tuple[Regime, str]:
    """The first law that asks such a fact in its tests, and the fact."""
    for regime in map(load_regime, regime_names()):
        in_tests = {fact for test in regime.tests for fact in test.tree.facts()}
        for fact in regime.facts:
            if fact.kind is kind and fact.name in in_tests:
                return regime, fact.name
    raise AssertionError(kind)


def under(cast: Cast, law: Regime) -> Notification:
    notification = notified(cast)
    Notification.objects.filter(pk=notification.pk).update(regime=law.name)
    return Notification.objects.get(pk=notification.pk)


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "shown"),
    [(FactKind.NUMBER, "17", "17", "17"), (FactKind.DATE, "3 May 2014", "2014-05-03", "3 May 2014")],
)
def test_it_is_answered_as_it_is_asked(
    client: Client, cast: Cast, kind: FactKind, typed: str, kept: str, shown: str
) -> None:
    law, fact = law_with(kind)
    notification = under(cast, law)
    client.force_login(cast.manager)
    answer = {"version": "0", "answer": typed, "reason": "From the record.", "rests_on": ""}

    assert client.post(f"{ONE}tests/{fact}/", answer).status_code == 302

    row = TestAnswer.objects.get()
    assert (row.answer, row.value) == ("given", kept)
    tests = law_on(notification)
    assert tests is not None
    asked = tests.asking(fact)
    assert asked is not None
    assert asked.answered
    assert shown in client.get(f"{ONE}tests/").content.decode()
    assert shown in client.get(f"{ONE}tests/{fact}/").content.decode()


def test_left_empty_it_is_unknown(client: Client, cast: Cast) -> None:
    law, fact = law_with(FactKind.NUMBER)
    under(cast, law)
    client.force_login(cast.manager)
    client.post(f"{ONE}tests/{fact}/", {"version": "0", "answer": "", "reason": "Asked.", "rests_on": ""})
    row = TestAnswer.objects.get()
    assert (row.answer, row.value) == ("unknown", "")


def test_anything_else_is_refused_with_what_would_do(cast: Cast) -> None:
    law, fact = law_with(FactKind.DATE)
    notification = under(cast, law)
    with pytest.raises(Trouble, match="is no answer to"):
        actions.answer_test(by=cast.manager, notification=notification, fact=fact, value="spring", reason="X")


def test_what_the_notification_said_of_it_is_shown_and_counts_for_nothing(client: Client, cast: Cast) -> None:
    law, fact = law_with(FactKind.DATE)
    notification = under(cast, law)
    Notification.objects.filter(pk=notification.pk).update(facts_said={fact: date(2014, 5, 3).isoformat()})
    client.force_login(cast.manager)

    assert "3 May 2014" in client.get(f"{ONE}tests/{fact}/").content.decode()
    assert "3 May 2014" in client.get(ONE).content.decode()
    tests = law_on(Notification.objects.get())
    assert tests is not None
    assert tests.answered == 0


def test_a_fact_that_would_settle_the_kind_of_review_is_offered(client: Client, cast: Cast) -> None:
    law = load_regime("eng.lcspr.wt2018")
    under(cast, law)
    client.force_login(cast.manager)

    page = client.get(f"{ONE}tests/").content.decode()

    assert "The kind turns on what is not answered yet" in page
    assert law.fact("looked_after").question in page
    assert "does not turn on: " not in page
