"""What an agency told before it wrote it down: it never lacked that, and it stands apart."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.chronology.entry import Status, Telling
from candour.domain.knowledge import Certainty, Knowledge
from candour.domain.moments import read
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told, unread

D1, D3, D5, D9 = (moment(f"1999-07-0{day}") for day in (1, 3, 5, 9))
JULY = month(1999, 7)
LATE_JULY, VISITS, BEFORE_5 = read("late July 1999"), read("1 June - 7 July 1999"), read("by 5 July 1999")
AFTER_5 = moment("1999-07-05", None)
AT_HALF_TWO = moment("1999-07-05T14:30")


def test_who_told_of_a_thing_never_lacked_it_though_it_was_recorded_later() -> None:
    one = entry(POLICE, D1, told(HEALTH, D3), recorded=D9)
    knowledge = Knowledge(chronology(one))
    on_5, on_9 = (knowledge.lacked_by(HEALTH, POLICE, date(1999, 7, day)) for day in (5, 9))

    assert (on_5.entries, on_5.cannot_say) == ((), ())
    (shape,) = on_5.as_json()["told_already"]
    assert (shape["id"], shape["held_since"]) == (one.id, "1999-07-03")
    assert (on_9.entries, on_9.told_already) == ((), ())


def test_what_was_told_before_it_was_recorded_stands_beside_what_was_known() -> None:
    one = entry(POLICE, D1, told(HEALTH, D3), told(SCHOOL, D5), recorded=D9)
    ask = Knowledge(chronology(one)).known_to

    on_5 = ask(POLICE, date(1999, 7, 5))
    assert on_5.entries == ()  # as the contract has it: its own entry, from when it was recorded
    assert on_5.held == on_5.told_already
    (shape,) = on_5.as_json()["told_already"]
    assert (shape["how"], shape["certainty"]) == ("told_others", "sure")
    assert (shape["since_earliest"], shape["since_latest"]) == ("1999-07-03", "1999-07-03")
    assert shape["why"] == f"{POLICE} says that it told {HEALTH}, “1999-07-03”."
    assert ask(POLICE, date(1999, 7, 2)).told_already == ()
    assert ask(POLICE, date(1999, 7, 9)).told_already == ()


def test_a_telling_makes_its_tellers_own_wide_date_sure() -> None:
    one = entry(HEALTH, JULY, told(POLICE, D3))
    known = Knowledge(chronology(one)).known_to(HEALTH, date(1999, 7, 5))

    assert [each.certainty for each in known.entries] == [Certainty.POSSIBLE]
    assert [(each.entry, each.certainty) for each in known.held] == [(one, Certainty.SURE)]  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "telling",
    [
        *(told(HEALTH, D3, status) for status in Status if status not in (Status.TOLD, Status.JOINT)),
        told(POLICE, D3),
        told(None, D3),
        told(HEALTH, D9),
        told(HEALTH, JULY),
        told(HEALTH, unread()),
    ],
)
def test_only_a_plain_telling_to_another_by_the_day_gives_its_teller_anything(telling: Telling) -> None:
    one = entry(POLICE, D1, telling, recorded=D9)

    assert Knowledge(chronology(one)).known_to(POLICE, date(1999, 7, 5)).held == ()
