"""Lanes of people: nothing leaves the picture by being regrouped. Invented rows, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.timeline import Mark, Picture, lanes_named, lanes_of, lay_out
from tests.invented import AGENCIES, HEALTH, POLICE, SCHOOL, entry, moment, told

SPRING = {"start": date(1999, 4, 1), "end": date(2000, 2, 29)}


def mark_of(picture: Picture, one: Entry) -> Mark:
    return next(mark for row in picture.lanes for mark in row.marks if mark.entry == one.id)


def by_people(*entries: Entry, most: int = 9, **more: object) -> Picture:
    chronology = Chronology(AGENCIES, entries)
    lanes, lanes_in = lanes_named(
        chronology, lambda one: one.people, most=most, others="Other people", none="Nobody named"
    )
    agencies = lanes_of(chronology, {})
    return lay_out(entries, lanes, lanes_in=lanes_in, agencies=agencies, **(SPRING | more))


def named(agency: str, day: str, *people: str) -> Entry:
    return replace(entry(agency, moment(day), told(SCHOOL)), people=people)


def test_lanes_of_people_lose_no_entry_and_keep_each_agencys_mark() -> None:
    both = named(POLICE, "1999-06-01", "Officer 1", "Worker 2")
    nobody, worker = named(HEALTH, "1999-05-01"), named(HEALTH, "1999-07-01", "Worker 2")
    picture = by_people(both, nobody, worker)

    assert [row.lane.agency for row in picture.lanes if row.lane] == [
        "Officer 1",
        "Worker 2",
        "Nobody named",
    ]
    assert [len(row.marks) for row in picture.lanes] == [1, 2, 1]
    assert picture.counts.shown == 3, "an entry in two lanes is one entry"
    police = lanes_of(Chronology(AGENCIES, (both, nobody, worker)), {})
    assert mark_of(picture, both).kind is next(one.kind for one in police if one.agency == POLICE)
    assert not picture.arrows, "who told whom is told between agencies"


def test_people_past_the_most_stand_in_one_lane_together() -> None:
    often = [named(POLICE, f"1999-06-0{day}", "Officer 1") for day in range(1, 4)]
    once = named(HEALTH, "1999-05-01", "Worker 2")
    picture = by_people(*often, once, most=1)

    assert [(row.lane.agency, len(row.marks)) for row in picture.lanes if row.lane] == [
        ("Officer 1", 3),
        ("Other people", 1),
    ]


def test_a_name_that_always_has_a_lane_has_it_first_and_never_shares_one() -> None:
    often = [named(POLICE, f"1999-06-0{day}", "Officer 1") for day in range(1, 4)]
    once = named(HEALTH, "1999-05-01", "Worker 2")
    lanes, lanes_in = lanes_named(
        Chronology(AGENCIES, (*often, once)),
        lambda one: one.people,
        most=0,
        others="Other people",
        none="Nobody named",
        always=("Nobody yet", "Worker 2"),
    )

    assert [lane.agency for lane in lanes] == ["Nobody yet", "Worker 2", "Other people"]
    assert lanes_in(once) == ("Worker 2",)
    assert lanes_in(often[0]) == ("Other people",)
