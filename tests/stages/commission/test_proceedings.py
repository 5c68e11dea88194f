"""Other proceedings hold things back from day to day: publication apart from learning."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.commission import actions
from candour.stages.commission.models import HeldBack, Proceeding
from tests.cast import Cast

pytestmark = pytest.mark.django_db

BEGAN, LATER, ENDED = date(2014, 6, 2), date(2014, 7, 1), date(2014, 11, 20)


def trial(cast: Cast, holds: tuple[str, ...] = ("publication",)) -> Proceeding:
    return actions.enter_proceeding(
        by=cast.manager,
        review=cast.review,
        kind="criminal",
        body="Crown Court at Northmoor",
        began_on=BEGAN,
        holds=holds,
    )


def paused(cast: Cast, day: date) -> set[str]:
    return {
        one.stops
        for one in cast.review.pauses.standing()
        if one.first_day <= day and (one.last_day is None or day <= one.last_day)
    }


def test_a_trial_pauses_publication_and_not_learning(cast: Cast) -> None:
    trial(cast)

    assert paused(cast, LATER) == {"publication"}
    assert Line.objects.get(did="entered_proceeding").why == "Crown Court at Northmoor"


def test_its_end_lets_publication_go_on_and_may_be_undone(cast: Cast) -> None:
    proceeding = trial(cast)

    actions.end_proceeding(by=cast.manager, proceeding=proceeding, ended_on=ENDED, outcome="Convicted.")

    assert proceeding.holds.get().lifted_on == ENDED
    assert paused(cast, date(2014, 11, 19)) == {"publication"}
    assert paused(cast, ENDED) == set()
    actions.take_back_end_of_proceeding(by=cast.manager, proceeding=proceeding)
    assert paused(cast, ENDED) == {"publication"}


def test_a_second_proceeding_keeps_the_pause_when_the_first_lifts_it(cast: Cast) -> None:
    first = trial(cast)
    inquest = actions.enter_proceeding(
        by=cast.manager,
        review=cast.review,
        kind="coroner",
        body="Coroner of Northmoor",
        holds=["publication"],
        holds_from=LATER,
    )
    actions.lift_hold(by=cast.manager, hold=first.holds.get(), lifted_on=ENDED)
    assert paused(cast, date(2014, 12, 1)) == {"publication"}

    actions.lift_hold(by=cast.manager, hold=inquest.holds.get(), lifted_on=date(2014, 12, 2))

    assert paused(cast, date(2014, 12, 2)) == set()


def test_conversations_are_held_back_without_a_clock_standing_still(cast: Cast) -> None:
    trial(cast, holds=("conversations",))
    assert paused(cast, LATER) == set()


def test_a_proceeding_that_never_was_leaves_no_pause(cast: Cast) -> None:
    proceeding = trial(cast, holds=("publication", "learning"))
    actions.withdraw_proceeding(by=cast.manager, proceeding=proceeding, why="Entered on the wrong review.")
    assert paused(cast, LATER) == set()

    actions.put_proceeding_back(by=cast.manager, proceeding=proceeding)

    assert paused(cast, LATER) == {"publication", "learning"}


def test_a_thing_is_held_back_once_at_a_time(cast: Cast) -> None:
    proceeding = trial(cast)
    with pytest.raises(Trouble, match="already"):
        actions.hold_back(by=cast.manager, proceeding=proceeding, what=HeldBack.PUBLICATION, from_on=LATER)


def test_a_reviewer_enters_proceedings_but_the_clock_is_not_theirs(cast: Cast) -> None:
    actions.enter_proceeding(
        by=cast.lead,
        review=cast.review,
        kind="other",
        body="An inquiry",
        holds=["learning"],
        holds_from=BEGAN,
    )
    assert paused(cast, LATER) == set()
    with pytest.raises(PermissionDenied):
        actions.enter_proceeding(by=cast.team, review=cast.review, kind="other", body="An inquiry")
