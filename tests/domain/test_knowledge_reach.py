"""How long facts took, and the view from the tunnel: small invented cases, worked by hand."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.chronology.entry import Chronology, Entry, Event, Status
from candour.domain.knowledge import Knowledge, Reach, reach, roles_of, view_of
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told, unread

D1, D3, D5, D9 = (moment(f"1999-07-0{day}") for day in (1, 3, 5, 9))
JULY = month(1999, 7)


def way(found: Reach, first: str, other: str) -> dict[str, object]:
    return next(one for one in found.as_json()["ways"] if (one["from"], one["to"]) == (first, other))


def test_days_run_from_the_first_holder_to_each_other() -> None:
    one = entry(HEALTH, D1, told(POLICE, D5), told(SCHOOL, D9))
    (fact,) = reach(chronology(one)).facts

    assert [(each.agency, each.days) for each in fact.holders] == [(HEALTH, 0), (POLICE, 4), (SCHOOL, 8)]


def test_a_way_counts_what_reached_what_is_unsure_and_what_no_return_shows() -> None:
    entries = [entry(HEALTH, D1, told(POLICE, on)) for on in (D1, D3, D9, None)]
    found = reach(
        chronology(
            *entries, entry(HEALTH, D1, told(POLICE, D3, Status.DISPUTED)), entry(HEALTH, D1, told(SCHOOL))
        )
    )

    assert way(found, HEALTH, POLICE) == {
        **{"from": HEALTH, "to": POLICE, "reached": 4, "median_days": 1, "max_days": 8},
        **{"worst": [entries[2].id, entries[1].id], "unsure": 1, "not_shown": 1},
    }
    assert way(found, HEALTH, SCHOOL)["not_shown"] == 5
    assert not [one for one in found.ways if one.first == POLICE]


@pytest.mark.parametrize("status", [Status.IMPLIED, Status.DISPUTED, Status.UNCLEAR])
def test_only_plain_tellings_carry_a_fact(status: Status) -> None:
    (fact,) = reach(chronology(entry(HEALTH, D1, told(POLICE, D5, status)))).facts

    assert ([one.agency for one in fact.holders], fact.unsure) == ([HEALTH], (POLICE,))


def test_not_told_is_neither_reached_nor_unsure() -> None:
    found = reach(chronology(entry(HEALTH, D1, told(POLICE, D5, Status.NOT_TOLD))))

    assert (way(found, HEALTH, POLICE)["unsure"], way(found, HEALTH, POLICE)["not_shown"]) == (0, 1)


def test_who_tells_of_a_thing_holds_it_by_then() -> None:
    some_time_in_july = entry(HEALTH, JULY, told(POLICE, D5))
    written_down_late = entry(HEALTH, D1, told(POLICE, D5), recorded=D9)

    for one in (some_time_in_july, written_down_late):
        (fact,) = reach(chronology(one)).facts
        assert [(each.agency, each.days) for each in fact.holders] == [(HEALTH, 0), (POLICE, 0)]


def test_accounts_of_a_confirmed_event_are_one_fact() -> None:
    ours, theirs = entry(HEALTH, D1), entry(POLICE, D5, told(SCHOOL, D9))
    both = (ours, theirs)

    def facts(state: str) -> list[list[tuple[str, int | None]]]:
        event = Event("v1", (ours.id, theirs.id), state)
        found = reach(Chronology((HEALTH, POLICE, SCHOOL), both, (event,)))
        return [[(each.agency, each.days) for each in one.holders] for one in found.facts]

    assert facts("confirmed") == [[(HEALTH, 0), (POLICE, 4), (SCHOOL, 8)]]
    assert facts("proposed") == [[(HEALTH, 0)], [(POLICE, 0), (SCHOOL, 4)]]


@pytest.mark.parametrize("when", [moment("1999-07-05", None), D5])
def test_who_was_first_is_not_known_where_no_day_says_so(when: object) -> None:
    recorded = unread() if when is D5 else None
    one = entry(HEALTH, when, recorded=recorded)  # type: ignore[arg-type]
    found = reach(chronology(one))

    assert (found.first_not_known, found.ways) == (found.facts, ())


def test_what_reached_somebody_at_a_time_not_known_has_no_days() -> None:
    one = entry(HEALTH, D1, told(POLICE, unread()))
    found = reach(chronology(one))

    assert [(each.agency, each.days) for each in found.facts[0].others] == [(POLICE, None)]
    assert (way(found, HEALTH, POLICE)["reached"], way(found, HEALTH, POLICE)["median_days"]) == (1, None)


def seen(*entries: Entry, role: str = "", day: int = 9) -> list[str]:
    found = view_of(Knowledge(chronology(*entries)), HEALTH, date(1999, 7, day), role)
    return [one.entry.event for one in found.seen]


def test_the_view_holds_what_had_come_and_nothing_later() -> None:
    own, heard, later = (
        entry(HEALTH, D3, event="own"),
        entry(POLICE, D1, told(HEALTH, D5), event="heard"),
        entry(HEALTH, D9, event="later"),
    )

    assert seen(own, heard, later, day=4) == ["own"]
    assert seen(own, heard, later, day=5) == ["own", "heard"]
    assert view_of(Knowledge(chronology(own, heard, later)), HEALTH, date(1999, 7, 5)).fenced == 1


def test_the_view_of_a_role_holds_its_own_rows_and_what_the_agency_was_told() -> None:
    visitor = entry(HEALTH, D1, event="visit", role="Health visitor 1; Nursery nurse")
    clinic = entry(HEALTH, D1, event="clinic", role="Clinic nurse")
    heard = entry(POLICE, D3, told(HEALTH), event="heard", role="PC")
    found = view_of(
        Knowledge(chronology(visitor, clinic, heard)), HEALTH, date(1999, 7, 9), "health visitor 1"
    )

    assert [one.entry.event for one in found.seen] == ["visit", "heard"]
    assert (found.other_roles, found.fenced) == (1, 0)
    assert roles_of([visitor, clinic, heard], HEALTH) == (
        "Clinic nurse",
        "Health visitor 1",
        "Nursery nurse",
    )


def test_what_we_cannot_say_stands_in_the_view_as_such() -> None:
    one = entry(POLICE, D1, told(HEALTH, D3, Status.UNCLEAR))
    found = view_of(Knowledge(chronology(one)), HEALTH, date(1999, 7, 3))

    assert ([each.entry for each in found.cannot_say], found.known) == ([one], ())
