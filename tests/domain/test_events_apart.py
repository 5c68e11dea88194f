"""Events proposed from links: what a person told apart never stands in one group."""

from __future__ import annotations

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.events import propose_events
from candour.domain.chronology.links import Link
from candour.domain.moments import read
from candour.domain.returns.tables import Place

ENTRIES = {
    name: Entry(name, f"Agency {name}", Place(f"{name}.csv", "", 2), read("4 March 2014"), "A talk")
    for name in "abc"
}
LINKS = [Link("a", "b", 0.9, ""), Link("b", "c", 0.8, ""), Link("a", "c", 0.7, "")]


def test_linked_entries_stand_together() -> None:
    assert [set(one.entries) for one in propose_events(LINKS, ENTRIES)] == [{"a", "b", "c"}]


def test_two_told_apart_are_in_no_group_even_by_way_of_a_third() -> None:
    groups = [set(one.entries) for one in propose_events(LINKS, ENTRIES, apart=[frozenset("ac")])]
    assert groups == [{"a", "b"}]
