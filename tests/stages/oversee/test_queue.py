"""The national body's queue of decisions not to review, and counts that show a move as one."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from candour.domain.tallies import Moved
from candour.stages.decide.actions import challenge, reply_to_challenge
from candour.stages.decide.models import Decision
from candour.stages.oversee.came_of_it import came_of_it
from candour.stages.oversee.reads import counts_by_board, total
from candour.stages.oversee.waiting import State, queue_of
from tests.cast import Cast
from tests.notified import TESTS_AGAINST, answered, decided, not_reviewed, notified

pytestmark = pytest.mark.django_db

ON = date(2014, 6, 20)
ANOTHER_NAME = {
    "other_kind": "local_learning",
    "other_holder": "The board",
    "other_why": "There is less to learn than a review would cost.",
}


def by_another_name(cast: Cast) -> Decision:
    notification = notified(cast, "Child Birch")
    answered(cast, notification, TESTS_AGAINST)
    return decided(cast, notification, "other_review", **ANOTHER_NAME)


def test_a_decision_waits_from_its_day_told_or_not_and_so_does_one_by_another_name(cast: Cast) -> None:
    first, second = not_reviewed(cast), by_another_name(cast)
    Decision.objects.update(told_national_on=None)

    queue = queue_of(cast.national, date(2014, 6, 30))

    assert [one.decision for one in queue] == [first, second]
    assert {one.state for one in queue} == {State.WAITS}
    assert {one.telling.tag for one in queue if one.telling} == {"late"}, "fourteen days to tell are over"


def test_the_queue_says_whose_move_it_is(cast: Cast) -> None:
    decision = not_reviewed(cast)
    words = {"words": "Who asked the school?", "made_on": ON}
    said = challenge(by=cast.national, decision=decision, kind="disagree", **words)
    assert [(one.state, one.since) for one in queue_of(cast.national, ON)] == [(State.REPLY, ON)]

    reply_to_challenge(by=cast.manager, said=said, words="We did.", replied_on=date(2014, 6, 25))
    assert [one.state for one in queue_of(cast.national, ON)] == [State.READ]

    challenge(by=cast.national, decision=decision, kind="agree", **words)
    assert [one.state for one in queue_of(cast.national, ON)] == [State.AGREED]
    made = {one.title: (one.said, one.replied, one.as_it_was) for one in came_of_it([cast.board])}
    assert made == {"Disagreements": (1, 1, 1), "Agreement": (1, 0, 1)}


def test_the_queue_is_chosen_from_by_board_and_state(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    client.force_login(cast.national)

    every = client.get("/oversight/decisions/").content.decode()
    assert "One of one waits for an answer of the national body." in every
    assert "N/2014/001" in every
    assert "N/2014/001" in client.get("/oversight/decisions/?board=northmoor&state=waits").content.decode()
    for choice in ("board=eastmarsh", "state=reply"):
        page = client.get(f"/oversight/decisions/?{choice}").content.decode()
        assert "N/2014/001" not in page
        assert "None is in this state at this board." in page


@pytest.mark.parametrize("who", ["chair", "manager", "member", "lead", "outsider", "administrator"])
def test_the_queue_is_the_national_body_s_alone(client: Client, cast: Cast, who: str) -> None:
    client.force_login(cast.people[who])
    assert client.get("/oversight/decisions/").status_code == 403


def test_reviews_under_the_law_and_by_another_name_are_counted_apart(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    by_another_name(cast)

    counts = total(one.all_years for one in counts_by_board([cast.board]))

    assert (counts.reviews, counts.other_reviews, counts.none, counts.any_review) == (0, 1, 1, 1)
    client.force_login(cast.national)
    page = client.get("/oversight/").content.decode()
    assert "0 led to a review under the law, 1 to one by another name, 1 to none" in page
    assert "Death and serious harm apart" in page


def test_a_fall_that_is_only_a_move_shows_as_one() -> None:
    moved = Moved(law_before=6, law_after=2, other_before=1, other_after=5)
    assert (moved.fell, moved.moved, moved.only_moved) == (4, 4, True)

    in_part = Moved(law_before=6, law_after=2, other_before=1, other_after=2)
    assert (in_part.fell, in_part.moved, in_part.only_moved) == (4, 1, False)

    rose = Moved(law_before=2, law_after=6, other_before=1, other_after=5)
    assert (rose.fell, rose.moved, rose.only_moved) == (0, 0, False)
    assert Moved(0, 0, 0, 0).chance is None
    assert (moved.both_before, moved.both_after, moved.chance) == (7, 7, 1.0)
