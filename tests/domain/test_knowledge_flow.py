"""Who told whom and how soon; what was told and is in no return of the one told. Invented cases."""

from __future__ import annotations

import pytest

from candour.domain.chronology.entry import Entry, Kind, Status
from candour.domain.knowledge import Flow, flow
from candour.domain.moments import Moment
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told, unread

D1, D5, D9 = (moment(f"1999-07-0{day}") for day in (1, 5, 9))
VISITS = moment("1999-06-01", "1999-07-07")


def cells(*entries: Entry) -> dict[tuple[str, str], dict[str, object]]:
    return {(one["from"], one["to"]): one for one in flow(chronology(*entries)).as_json()["cells"]}


def unrecorded(*entries: Entry) -> list[tuple[str, str]]:
    return [(one["entry"], one["to"]) for one in flow(chronology(*entries)).as_json()["told_not_recorded"]]


def test_a_cell_counts_each_status_and_loses_none() -> None:
    one = entry(HEALTH, D1, *(told(POLICE, D1, status) for status in Status))

    assert cells(one) == {
        (HEALTH, POLICE): {
            **{"from": HEALTH, "to": POLICE, "told": 2, "not_told": 1, "disputed": 1},
            **{"implied": 1, "unclear": 1, "median_days": 0, "max_days": 0},
        }
    }


def test_pairs_without_a_telling_have_no_cell() -> None:
    assert list(
        cells(entry(POLICE, D1, told(HEALTH)), entry(HEALTH, D1, told(POLICE)), entry(SCHOOL, D1))
    ) == [
        (HEALTH, POLICE),
        (POLICE, HEALTH),
    ]


def test_a_telling_within_one_agency_stands_on_the_diagonal() -> None:
    one = entry(HEALTH, D1, told(HEALTH, D5))

    assert cells(one)[HEALTH, HEALTH]["max_days"] == 4
    assert unrecorded(one) == []


@pytest.mark.parametrize(
    ("when", "on", "status", "days"),
    [
        (D1, D5, Status.TOLD, 4),
        (D1, D5, Status.JOINT, 4),
        (D1, D1, Status.TOLD, 0),
        (month(1999, 7), moment("1999-08-02"), Status.TOLD, 2),
        (month(1999, 7), D5, Status.TOLD, 0),
        (D1, month(1999, 7), Status.TOLD, 30),
        (D1, None, Status.TOLD, None),
        (D1, unread(), Status.TOLD, None),
        (D1, moment("1999-07-02", None), Status.TOLD, None),
        (moment("1999-07-01", None), D5, Status.TOLD, None),
        (D5, D1, Status.TOLD, None),
        (D1, D5, Status.IMPLIED, None),
        (D1, D5, Status.DISPUTED, None),
        (D1, D5, Status.NOT_TOLD, None),
    ],
)
def test_days_run_from_the_end_of_the_entry_to_the_telling(
    when: Moment, on: Moment | None, status: Status, days: int | None
) -> None:
    assert cells(entry(HEALTH, when, told(POLICE, on, status)))[HEALTH, POLICE]["max_days"] == days


def test_the_median_is_of_the_dated_tellings_alone() -> None:
    tellings = (told(POLICE, D1), told(POLICE, D5), told(POLICE, D9), told(POLICE))

    assert cells(entry(HEALTH, D1, *tellings))[HEALTH, POLICE]["median_days"] == 4


def test_names_that_match_no_agency_are_listed_once_and_never_guessed() -> None:
    one = entry(
        HEALTH, D1, told(None, name="UK services"), told(None, name="A nurse"), told(None, name="A nurse")
    )
    found = flow(chronology(one))

    assert (found.unmatched_names, found.cells) == (("A nurse", "UK services"), ())


@pytest.mark.parametrize(
    ("theirs", "listed"),
    [
        (None, True),
        (entry(POLICE, D5), False),
        (entry(POLICE, moment("1999-07-02")), False),
        (entry(POLICE, moment("1999-07-01")), True),
        (entry(POLICE, moment("1999-07-08")), False),
        (entry(POLICE, moment("1999-07-09")), True),
        (entry(POLICE, month(1999, 7)), False),
        (entry(POLICE, moment("1999-01-01", "1999-12-31")), True),
        (entry(POLICE, moment("1999-07-01", None)), True),
        (entry(POLICE, moment("1999-01-01"), recorded=D5), False),
        (entry(POLICE, D5, kind=Kind.GAP_STATEMENT), True),
        (entry(SCHOOL, D5), True),
    ],
)
def test_told_and_not_recorded_is_told_with_no_entry_of_the_one_told_near_the_day(
    theirs: Entry | None, listed: bool
) -> None:
    one = entry(HEALTH, D1, told(POLICE, D5))
    entries = [one] if theirs is None else [one, theirs]

    assert unrecorded(*entries) == ([(one.id, POLICE)] if listed else [])


@pytest.mark.parametrize("status", [Status.IMPLIED, Status.DISPUTED, Status.UNCLEAR, Status.NOT_TOLD])
def test_only_what_a_return_says_was_told_can_be_told_and_not_recorded(status: Status) -> None:
    assert unrecorded(entry(HEALTH, D1, told(POLICE, D5, status))) == []


def test_one_record_answers_for_all_tellings_of_one_entry() -> None:
    one = entry(HEALTH, D1, told(POLICE, D1), told(POLICE, moment("1999-08-09")))

    assert unrecorded(one, entry(POLICE, D1)) == []
    assert unrecorded(one) == [(one.id, POLICE)]


def test_a_telling_without_an_end_is_near_every_later_entry() -> None:
    open_ended = entry(HEALTH, D1, told(POLICE, moment("1999-07-05", None)))

    assert unrecorded(open_ended, entry(POLICE, moment("2003-01-01"))) == []
    assert unrecorded(open_ended, entry(POLICE, moment("1999-07-01"))) == [(open_ended.id, POLICE)]


def test_a_telling_at_the_end_of_the_calendar_is_no_trouble() -> None:
    one = entry(HEALTH, moment("9999-12-31"), told(POLICE))

    assert unrecorded(one, entry(POLICE, moment("9999-12-28"))) == []
    assert unrecorded(one, entry(POLICE, moment("9999-12-27"))) == [(one.id, POLICE)]


def test_what_was_not_recorded_says_where_it_was_told() -> None:
    one = entry(HEALTH, D1, told(POLICE, D5))
    shape = flow(chronology(one)).as_json()["told_not_recorded"][0]

    assert shape == {
        **{"entry": one.id, "from": HEALTH, "to": POLICE, "place": one.place.as_json()},
        **{"since_earliest": "1999-07-05", "since_latest": "1999-07-05"},
        "why": "No entry of Invented Police itself is dated within 3 days of the telling.",
    }


def test_an_empty_chronology_has_an_empty_flow() -> None:
    assert flow(chronology()) == Flow((HEALTH, POLICE, SCHOOL), (), (), ())
