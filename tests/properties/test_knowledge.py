"""Laws of knowledge, over many made-up chronologies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.entry import Chronology, Entry, Event, Status, Telling
from candour.domain.knowledge import (
    Certainty,
    Knowing,
    Knowledge,
    Receipt,
    flow,
    reach,
    since_own,
    since_told,
    view_of,
)
from candour.domain.moments import Moment
from tests.invented import moment
from tests.strategies import chronologies, tellings

AGENCIES = ("Health", "Police", "School")
DAYS = st.dates(date(1998, 12, 1), date(2001, 7, 1))
LATER = moment("2050-01-01")
STRENGTH = {None: 0, "cannot_say": 1, "disputed": 2, "possible": 3, "sure": 4}


def answers(chronology: Chronology, on: date) -> list[dict[str, Any]]:
    """Every answer of a day: known to each agency, and lacked by each of each other."""
    knowledge = Knowledge(chronology)
    known = [knowledge.known_to(agency, on).as_json() for agency in AGENCIES]
    pairs = [(one, other) for one in AGENCIES for other in AGENCIES if one != other]
    return known + [knowledge.lacked_by(one, other, on).as_json() for one, other in pairs]


def strength(chronology: Chronology, agency: str, on: date) -> dict[str, int]:
    """How strongly each entry, and each confirmed event, was known, by id."""
    known = Knowledge(chronology).known_to(agency, on)
    strong = {one.entry.id: STRENGTH[one.certainty] for one in known.held if isinstance(one, Knowing)}
    strong |= {one.event.id: STRENGTH[one.certainty] for one in known.events}
    return strong | {one.entry.id: STRENGTH["cannot_say"] for one in known.cannot_say}


def starts_after(moment: Moment | None, day: date) -> bool:
    return moment is not None and moment.earliest is not None and moment.earliest.date() > day


def as_of(chronology: Chronology, day: date) -> Chronology:
    """Without what surely happened or was told after a day; what was recorded after it, recorded in 2050."""

    def cut(entry: Entry) -> Entry:
        told = tuple(one for one in entry.told if not starts_after(one.on, day))
        recorded = LATER if starts_after(entry.recorded, day) else entry.recorded
        return replace(entry, told=told, recorded=recorded)

    entries = tuple(cut(one) for one in chronology.entries if not starts_after(one.when, day))
    return Chronology(chronology.agencies, entries, chronology.events)


@st.composite
def with_confirmed(draw: st.DrawFn) -> Chronology:
    """A chronology in which people have confirmed events: each entry is in one of them, or in none."""
    plain = draw(chronologies())
    numbers = draw(st.lists(st.integers(0, 2), min_size=len(plain.entries), max_size=len(plain.entries)))
    events = tuple(
        Event(f"v{nth}", ids, "confirmed")
        for nth in (1, 2)
        if (ids := tuple(one.id for one, n in zip(plain.entries, numbers, strict=True) if n == nth))
    )
    return replace(plain, events=events)


@given(with_confirmed(), DAYS)
def test_knowledge_on_a_day_depends_on_nothing_that_came_after_it(chronology: Chronology, day: date) -> None:
    assert answers(as_of(chronology, day), day) == answers(chronology, day)


@given(with_confirmed(), tellings(AGENCIES), st.data(), DAYS)
def test_adding_a_telling_never_removes_or_weakens_knowledge(
    chronology: Chronology, telling: Telling, data: st.DataObject, day: date
) -> None:
    more = tuple(
        replace(one, told=(*one.told, telling)) if data.draw(st.booleans()) else one
        for one in chronology.entries
    )
    for agency in AGENCIES:
        before = strength(chronology, agency, day)
        after = strength(replace(chronology, entries=more), agency, day)

        assert all(after.get(id_, 0) >= strong for id_, strong in before.items())


@given(with_confirmed(), DAYS, DAYS)
def test_what_is_known_stays_known_and_is_never_less_sure(
    chronology: Chronology, one: date, other: date
) -> None:
    first, last = sorted((one, other))
    for agency in AGENCIES:
        before, after = strength(chronology, agency, first), strength(chronology, agency, last)

        assert all(after.get(id_, 0) >= strong for id_, strong in before.items())


@given(chronologies(), DAYS)
def test_proposed_events_change_no_answer(chronology: Chronology, day: date) -> None:
    linked = replace(chronology, events=(Event("v1", tuple(one.id for one in chronology.entries)),))

    assert answers(linked, day) == answers(chronology, day)


@given(with_confirmed(), DAYS)
def test_a_confirmed_event_removes_no_knowledge_and_gives_no_words(chronology: Chronology, day: date) -> None:
    plain = replace(chronology, events=())
    for agency in AGENCIES:
        before = Knowledge(plain).known_to(agency, day)
        after = Knowledge(chronology).known_to(agency, day)

        assert after.entries == before.entries
        assert after.cannot_say == before.cannot_say


@given(with_confirmed(), DAYS)
def test_an_account_of_an_event_that_was_known_is_told_apart_from_what_was_lacked(
    chronology: Chronology, day: date
) -> None:
    plain = Knowledge(replace(chronology, events=())).lacked_by("Health", "Police", day)
    found = Knowledge(chronology).lacked_by("Health", "Police", day)
    of_events = {one.held.entry.id for one in found.of_known_events}
    lacked = {one.entry.id for one in found.entries}

    assert lacked | of_events == {one.entry.id for one in plain.entries}
    assert lacked.isdisjoint(of_events)
    assert found.cannot_say == plain.cannot_say


@given(chronologies(), DAYS, st.randoms())
def test_the_order_of_entries_changes_no_answer(chronology: Chronology, day: date, chance: Any) -> None:
    shuffled = list(chronology.entries)
    chance.shuffle(shuffled)

    def by_id(shapes: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
        return [sorted(one["entries"] + one["cannot_say"], key=lambda entry: entry["id"]) for one in shapes]

    again = replace(chronology, entries=tuple(shuffled))
    assert by_id(answers(again, day)) == by_id(answers(chronology, day))


@given(with_confirmed(), DAYS)
def test_every_entry_surely_held_is_lacked_or_reached_the_other_or_is_unclear(
    chronology: Chronology, day: date
) -> None:
    knowledge = Knowledge(chronology)
    surely = {one.entry.id for one in knowledge.known_to("Health", day).of(Certainty.SURE)}
    reached = {one.entry.id for one in knowledge.known_to("Police", day).held if isinstance(one, Knowing)}
    answer = knowledge.lacked_by("Health", "Police", day)
    lacked = {one.entry.id for one in (*answer.entries, *(each.held for each in answer.of_known_events))}
    unclear = {one.entry.id for one in answer.cannot_say}

    assert lacked | unclear == surely - reached
    assert lacked.isdisjoint(unclear)


@given(with_confirmed(), DAYS)
def test_nobody_lacks_on_a_day_what_it_surely_told_by_then(chronology: Chronology, day: date) -> None:
    knowledge = Knowledge(chronology)
    for entry in chronology.entries:
        for telling in entry.told:
            told = telling.status in (Status.TOLD, Status.JOINT) and since_told(entry, telling).sure_by(day)
            if told and telling.agency not in (None, entry.agency):
                held = knowledge.known_to(entry.agency, day).held
                (own,) = [one for one in held if one.entry.id == entry.id]

                assert isinstance(own, Knowing)
                assert own.certainty is Certainty.SURE
                for other in AGENCIES:
                    lacked = knowledge.lacked_by(other, entry.agency, day)
                    assert entry.id not in {one.entry.id for one in lacked.entries}


@given(with_confirmed(), DAYS)
def test_nobody_lacks_an_entry_of_its_own(chronology: Chronology, day: date) -> None:
    knowledge = Knowledge(chronology)
    for holder, other in [(one, each) for one in AGENCIES for each in AGENCIES if one != each]:
        lacked = knowledge.lacked_by(holder, other, day)
        told = {one.entry.id for one in knowledge.known_to(other, day).told_already}

        assert all(one.entry.agency != other for one in lacked.entries)
        assert {one.entry.id for one in lacked.told_already} <= told


@given(chronologies())
def test_since_never_ends_before_it_starts_nor_before_the_entry_does(chronology: Chronology) -> None:
    for entry in chronology.entries:
        for since in [since_own(entry), *(since_told(entry, telling) for telling in entry.told)]:
            starts = [at for at in (since.earliest, entry.when.earliest) if at is not None]

            assert since.latest is None or all(at <= since.latest for at in starts)
            assert since.earliest is not None or entry.when.earliest is None


@given(chronologies(), DAYS)
def test_answers_stand_in_the_order_in_which_things_may_first_have_been_known(
    chronology: Chronology, day: date
) -> None:
    for agency in AGENCIES:
        first = [min_day(one.heard) for one in Knowledge(chronology).known_to(agency, day).entries]

        assert first == sorted(first)


def min_day(heard: Sequence[Receipt]) -> date:
    """The first day of anything heard that can give knowledge."""
    starts = [one.since.earliest for one in heard if one.status is not Status.NOT_TOLD]
    return min(at.date() if at else date.min for at in starts)


@given(chronologies())
def test_every_telling_is_in_one_cell_or_its_name_is_listed(chronology: Chronology) -> None:
    found = flow(chronology)
    every = [telling for entry in chronology.entries for telling in entry.told]

    assert sum(sum(cell.counts.values()) for cell in found.cells) == sum(1 for one in every if one.agency)
    assert set(found.unmatched_names) == {one.name for one in every if one.agency is None}
    assert len({(cell.teller, cell.receiver) for cell in found.cells}) == len(found.cells)


@given(with_confirmed())
def test_every_fact_is_counted_once_in_every_way_from_its_first_holder(chronology: Chronology) -> None:
    found = reach(chronology)
    first = Counter(one.first.agency for one in found.facts if one.first)

    assert sorted(each.id for one in found.facts for each in one.entries) == sorted(
        one.id for one in chronology.entries
    )
    for way in found.ways:
        assert way.reached + way.unsure + way.not_shown == first[way.first]
        assert all(days >= 0 for days in way.days)


@given(with_confirmed(), DAYS, st.sampled_from(AGENCIES))
def test_a_view_depends_on_nothing_that_came_after_its_day(
    chronology: Chronology, day: date, agency: str
) -> None:
    def view(of: Chronology) -> tuple[list[str], list[str]]:
        found = view_of(Knowledge(of), agency, day)
        return [f"{one.entry.id} {one.why}" for one in found.seen], [one.why for one in found.events]

    assert view(as_of(chronology, day)) == view(chronology)
