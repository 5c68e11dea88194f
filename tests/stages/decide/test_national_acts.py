"""What the national body says and directs, what the board replies, and what keeps either as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from candour.domain.rules import Power, load_regime
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.stages.commission.actions import commission_review
from candour.stages.commission.reads import decided_on, to_commission
from candour.stages.decide.actions import (
    challenge,
    direct_review,
    hold_own_review,
    reopen_decision,
    reply_to_challenge,
    reply_to_direction,
    take_back_challenge,
    take_back_direction,
    take_back_own_review,
    take_back_reply,
    take_back_reply_to_direction,
    tell_national_body,
)
from candour.stages.decide.models import Decision
from candour.stages.decide.resting import rests_on
from tests.cast import Cast, person, post
from tests.notified import not_reviewed, to_be_reviewed

pytestmark = pytest.mark.django_db

SAID_ON = date(2014, 6, 20)
BY = date(2014, 7, 18)
DIRECT = Power(
    "direct", "The body", "The body may direct that a review is held.", "An invented law, s 1", True
)
OWN = Power("run_its_own", "The body", "The body may hold a review itself.", "An invented law, s 2", True)


@pytest.fixture
def powers(monkeypatch: pytest.MonkeyPatch) -> Powers:
    """An invented law that gives the national body these powers beside those of the pack."""

    def give(*given: Power) -> None:
        law = load_regime("eng.scr.wt2013")
        invented = replace(law, powers=(*law.powers, *given))
        monkeypatch.setattr("candour.stages.decide.national_law.regime_of", lambda _: invented)

    return give


Powers = Callable[..., None]


@pytest.fixture
def head(cast: Cast) -> Person:
    somebody = person("head")
    post(somebody, cast.nation, "national_lead")
    return somebody


def directed(head: Person, decision: Decision, **rest: Any) -> Any:
    said = {"words": "Two agencies held half of it each.", "made_on": SAID_ON, "due_on": BY, **rest}
    return direct_review(by=head, decision=decision, **said)


def asked(cast: Cast, decision: Decision, kind: str = "question", **rest: Any) -> Any:
    said = {"words": "Who asked the school?", "made_on": SAID_ON, **rest}
    return challenge(by=cast.national, decision=decision, kind=kind, **said)


def test_the_national_body_may_answer_a_decision_it_was_not_told_of(cast: Cast) -> None:
    decision = not_reviewed(cast)
    Decision.objects.update(told_national_on=None)

    said = asked(cast, decision)

    assert said.waits_for_reply
    assert Line.objects.get(did="challenged").allowed


ACTS: dict[str, Callable[[Cast, Person, Decision], Any]] = {
    "challenged": lambda _, who, one: challenge(
        by=who, decision=one, kind="disagree", words="No.", made_on=SAID_ON
    ),
    "directed_review": lambda _, who, one: directed(who, one),
    "held_own_review": lambda _, who, one: hold_own_review(
        by=who, decision=one, words="We hold our own.", made_on=SAID_ON
    ),
    "told_national_body": lambda _, who, one: tell_national_body(by=who, decision=one, told_on=SAID_ON),
}


@pytest.mark.parametrize(
    ("did", "who"),
    [
        *((did, who) for did in ACTS for who in ("manager", "member", "lead", "outsider", "administrator")),
        ("directed_review", "national"),
        ("held_own_review", "national"),
        ("challenged", "chair"),
        ("told_national_body", "national"),
    ],
)
def test_an_act_of_one_side_is_refused_to_the_other_and_to_strangers(
    cast: Cast, did: str, who: str, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)

    with pytest.raises(PermissionDenied):
        ACTS[did](cast, getattr(cast, who), decision)

    assert not Line.objects.get(did=did).allowed
    assert not rests_on(decision)


def test_nothing_is_directed_where_the_law_gives_no_power_in_force(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(replace(DIRECT, in_force=False), replace(OWN, in_force_from=date(2016, 1, 1)))
    decision = not_reviewed(cast)

    with pytest.raises(Trouble, match="no power to direct"):
        directed(head, decision)
    with pytest.raises(Trouble, match="no review of its own"):
        hold_own_review(by=head, decision=decision, words="We hold our own.", made_on=SAID_ON)

    assert not rests_on(decision)


def test_a_direction_opens_the_way_to_commission_and_the_decision_stays(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)
    assert not to_commission(cast.manager)

    direction = directed(head, decision)

    assert "may direct" in direction.law
    assert to_commission(cast.manager) == [decision]
    opened = {
        "title": "Child Alder",
        "method": "learning-together",
        "opened_on": date(2014, 7, 1),
        "period_from": date(2011, 6, 1),
        "period_to": date(2014, 4, 10),
    }
    review = commission_review(by=cast.manager, decision=Decision.objects.get(), **opened)
    assert decided_on(review) == SAID_ON, "the clocks of a directed review start on the direction's day"
    assert Decision.objects.get().outcome == "no_review"
    with pytest.raises(Trouble, match="has commissioned"):
        take_back_direction(by=head, direction=direction)


def test_no_review_is_commissioned_once_the_direction_is_taken_back(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)
    direction = directed(head, decision)
    with pytest.raises(Trouble, match="has directed a review"):
        reopen_decision(by=cast.chair, decision=decision, why="More is known.", reopened_on=SAID_ON)

    take_back_direction(by=head, direction=direction)

    assert not Decision.objects.get().leads_to_review
    assert direction.taken_back_by == "head"
    assert directed(head, decision).pk != direction.pk, "another may be given"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"words": "  "}, "No words"),
        ({"due_on": date(2014, 6, 19)}, "gives the board time"),
        ({"made_on": date(2014, 6, 3)}, "is before it was decided"),
    ],
)
def test_a_direction_has_its_reason_and_gives_time(
    cast: Cast, head: Person, changed: dict[str, Any], says: str, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)
    with pytest.raises(Trouble, match=says):
        directed(head, decision, **changed)
    assert not rests_on(decision)


def test_a_decision_is_directed_once_and_never_where_there_is_a_review(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)
    directed(head, decision)
    with pytest.raises(Trouble, match="A review was directed"):
        directed(head, Decision.objects.get())

    with pytest.raises(Trouble, match="decided to hold a review"):
        directed(head, to_be_reviewed(cast))


def test_what_the_national_body_said_is_taken_back_until_the_board_replies(cast: Cast) -> None:
    decision = not_reviewed(cast)
    said = asked(cast, decision)
    reply_to_challenge(by=cast.manager, said=said, words="The school was asked.", replied_on=SAID_ON)
    with pytest.raises(Trouble, match="so it stands"):
        take_back_challenge(by=cast.national, said=said)

    take_back_reply(by=cast.manager, said=said)
    take_back_challenge(by=cast.national, said=said)

    said.refresh_from_db()
    assert said.earlier_replies == [{"words": "The school was asked.", "on": "2014-06-20", "by": "manager"}]
    assert said.words == "Who asked the school?", "what was taken back stays readable"
    assert decision.last_said is None
    with pytest.raises(Trouble, match="took this back"):
        reply_to_challenge(by=cast.manager, said=said, words="It was.", replied_on=SAID_ON)


def test_a_reply_is_taken_back_until_the_national_body_says_more(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(DIRECT)
    decision = not_reviewed(cast)
    said = asked(cast, decision)
    reply_to_challenge(by=cast.manager, said=said, words="The school was asked.", replied_on=SAID_ON)
    direction = directed(head, decision)
    with pytest.raises(Trouble, match="said more"):
        take_back_reply(by=cast.manager, said=said)

    reply_to_direction(by=cast.chair, direction=direction, words="We commission it.", replied_on=SAID_ON)
    take_back_reply_to_direction(by=cast.chair, direction=direction)

    assert direction.waits_for_reply


def test_advice_names_what_the_law_allows_and_nothing_else(cast: Cast) -> None:
    decision = not_reviewed(cast)
    inquiry = {"remedy": "Ministers may set up a statutory inquiry.", "remedy_step": "asks"}

    said = asked(cast, decision, "advise", **inquiry)

    assert said.waits_for_reply
    with pytest.raises(Trouble, match="asked for in advice"):
        asked(cast, decision, "disagree", **inquiry)
    with pytest.raises(Trouble, match="names no such thing"):
        asked(cast, decision, "advise", remedy="Ministers may close the board.", remedy_step="asks")
    with pytest.raises(Trouble, match="on its own page"):
        asked(cast, decision, "own_review")


def test_a_review_of_its_own_is_recorded_where_the_law_lets_it_hold_one(
    cast: Cast, head: Person, powers: Powers
) -> None:
    powers(OWN)
    decision = not_reviewed(cast)

    said = hold_own_review(by=head, decision=decision, words="It is of national importance.", made_on=SAID_ON)

    assert not said.waits_for_reply
    assert not Decision.objects.get().leads_to_review, "it opens no review of the board's"
    with pytest.raises(Trouble, match="who may hold one"):
        take_back_challenge(by=cast.national, said=said)
    assert take_back_own_review(by=head, said=said).taken_back_by == "head"


def test_what_the_law_gives_no_power_to_say_is_neither_offered_nor_taken(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    law = load_regime("eng.scr.wt2013")
    disagrees_alone = replace(law, powers=tuple(one for one in law.powers if one.name == "disagree"))
    monkeypatch.setattr("candour.stages.decide.national_law.regime_of", lambda _: disagrees_alone)
    decision = not_reviewed(cast)
    with pytest.raises(Trouble, match="no power to advise on that day"):
        asked(cast, decision, "advise")
    client.force_login(cast.national)
    page = client.get("/decisions/N-2014-001/decision/answer/").content.decode()
    assert "Under this power: The panel may disagree with a decision and say why." in page
    assert "Only to name what the law allows, below." in page
    assert "It needs no power of the law." in page

    for kind in ("question", "agree", "disagree"):
        asked(cast, decision, kind)
    remedy = law.remedies[0].sentence
    asked(cast, decision, "advise", remedy=remedy, remedy_step="asks")


def test_where_the_law_lists_no_powers_what_is_said_is_words_beside_it(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    none = replace(load_regime("eng.scr.wt2013"), powers=())
    monkeypatch.setattr("candour.stages.decide.national_law.regime_of", lambda _: none)
    decision = not_reviewed(cast)
    client.force_login(cast.national)

    assert "and binds nobody" in client.get("/decisions/N-2014-001/decision/answer/").content.decode()
    assert asked(cast, decision, "disagree").kind == "disagree"
