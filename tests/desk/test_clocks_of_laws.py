"""What ends each clock, whichever law it is of."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from candour.domain.deadlines import Event
from candour.domain.rules import load_regime, regime_names
from candour.stages.decide.clocks import BY_NAME, EndedBy, clock_to_decide, clocks_of, ended_by
from tests.cast import Cast
from tests.notified import notified


def clocks_with_names() -> list[tuple[str, str]]:
    return [(law, clock.name) for law in regime_names() for clock in load_regime(law).clocks]


def test_every_clock_of_every_law_has_a_name_whose_end_is_known() -> None:
    assert {name for _, name in clocks_with_names()} <= set(BY_NAME)


def test_a_clock_of_another_name_ends_as_its_start_and_its_decision_say() -> None:
    finish = load_regime("eng.scr.wt2013").clock("finish")
    named = {
        start: ended_by(replace(finish, name="other", starts=start))
        for start in (Event.PUBLISHED, Event.INITIATED)
    }
    assert named == {Event.PUBLISHED: EndedBy.PUBLICATION, Event.INITIATED: EndedBy.REPORT}


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
