"""What ends each clock, whichever law it is of."""

from __future__ import annotations

from datetime import date

import pytest

from candour.stages.decide.actions import conclude_rapid_review, sign_off_rapid_review
from candour.stages.decide.clocks import clock_to_decide, clocks_of
from candour.stages.notify.models import Notification
from tests.cast import Cast
from tests.notified import TESTS_FOR_REVIEW, answered, decided, notified


@pytest.mark.django_db
def test_a_clock_that_ends_with_the_notification_is_done_by_it(cast: Cast) -> None:
    """The law of 2015 gives five working days to notify, and then a month to decide."""
    told = notified(cast, notified_on=date(2016, 5, 20), aware_on=date(2016, 5, 16))
    told.regime = "eng.scr.wt2015"
    told.save()
    shown = {one.clock.name: one for one in clocks_of(told, date(2016, 6, 1))}

    assert (shown["notify"].tag, shown["notify"].done) == ("done", date(2016, 5, 20))
    assert shown["notify"].due == date(2016, 5, 23)
    assert "finish" not in shown
    deciding = clock_to_decide(told, date(2016, 6, 1))
    assert deciding is not None
    assert (deciding.clock.name, deciding.due) == ("decide", date(2016, 6, 20))


def under_a_law_with_a_rapid_review(cast: Cast) -> Notification:
    told = notified(cast)
    told.notified_on, told.aware_on = date(2022, 5, 20), date(2022, 5, 16)
    told.regime = "eng.lcspr.wt2018"
    told.save()
    answered(cast, told, {fact: TESTS_FOR_REVIEW[fact] for fact in ("abuse_or_neglect", "seriously_harmed")})
    return told


@pytest.mark.django_db
def test_the_clock_of_a_rapid_review_ends_with_its_sign_off_and_not_with_the_decision(cast: Cast) -> None:
    told = under_a_law_with_a_rapid_review(cast)
    day, decided_on = date(2022, 6, 8), date(2022, 6, 14)
    concluded = conclude_rapid_review(
        by=cast.manager, notification=told, next_step="review", reason="Seen.", concluded_on=day
    )
    decided(cast, told, decided_on=decided_on)
    before = {one.clock.name: one for one in clocks_of(told, date(2022, 9, 1))}["rapid_review"]
    assert (before.done, before.tag, before.words) == (None, "unknown", "No sign-off recorded")

    sign_off_rapid_review(by=cast.chair, concluded=concluded, signed_off_on=day)

    after = {one.clock.name: one for one in clocks_of(told, date(2022, 9, 1))}["rapid_review"]
    assert (after.done, after.words) == (day, "Done 8 June 2022")
