"""Silences of a review's period: its edges, the child seen alone and heard. Invented, worked by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.chronology.gaps import Gap, GapKind, find_gaps
from candour.domain.chronology.period_gaps import gaps_in_period, never_said
from tests.invented import AGENCIES, HEALTH, POLICE, SCHOOL, entry, moment
from tests.strategies import chronologies

PERIOD = date(1999, 1, 1), date(1999, 12, 31)


def found(*entries: Entry, kind: GapKind, agency: str = HEALTH) -> list[tuple[str, str, int | None]]:
    gaps = gaps_in_period(Chronology(AGENCIES, entries), limit_days=60, period=PERIOD)
    return [
        (str(one.from_), str(one.to), one.days) for one in gaps if (one.kind, one.agency) == (kind, agency)
    ]


def said(day: str, **cells: str) -> Entry:
    return replace(entry(HEALTH, moment(day)), cells={name.replace("_", " "): cells[name] for name in cells})


def test_before_the_first_and_after_the_last_entry_is_told_apart_from_a_silence_between_two() -> None:
    rows = entry(HEALTH, moment("1999-06-01")), entry(HEALTH, moment("1999-06-30"))

    assert found(*rows, kind=GapKind.BEFORE_FIRST) == [("1999-01-01", "1999-06-01", 151)]
    assert found(*rows, kind=GapKind.AFTER_LAST) == [("1999-06-30", "1999-12-31", 184)]
    assert found(*rows, kind=GapKind.NO_ENTRY) == []


def test_an_agency_without_any_entry_is_silent_for_the_whole_period() -> None:
    row = entry(HEALTH, moment("1999-06-01"))

    assert found(row, kind=GapKind.NO_ENTRY, agency=POLICE) == [("1999-01-01", "1999-12-31", 364)]
    assert found(row, kind=GapKind.BEFORE_FIRST, agency=SCHOOL) == []


def test_a_child_seen_and_not_seen_alone_is_a_silence_of_its_own() -> None:
    rows = (
        replace(said("1999-02-01", Seen_alone="yes"), flags=("child_seen", "child_alone")),
        replace(said("1999-05-01", Seen_alone="no"), flags=("child_seen",)),
        replace(said("1999-08-01", Seen_alone="yes"), flags=("child_seen", "child_alone")),
    )

    assert found(*rows, kind=GapKind.CHILD_NOT_SEEN_ALONE) == [("1999-02-01", "1999-08-01", 181)]
    assert found(*rows, kind=GapKind.CHILD_NOT_SEEN) == [
        ("1999-02-01", "1999-05-01", 89),
        ("1999-05-01", "1999-08-01", 92),
    ]


def test_words_in_the_column_for_the_childs_voice_are_hearing_it_and_a_no_is_not() -> None:
    rows = (
        said("1999-02-01", Voice_of_the_child="Said she likes the nursery"),
        said("1999-05-01", Voice_of_the_child="Not recorded."),
        said("1999-08-01", Voice_of_the_child="Pointed at the door"),
    )

    assert found(*rows, kind=GapKind.CHILD_NOT_HEARD) == [("1999-02-01", "1999-08-01", 181)]


def test_what_no_return_has_a_column_for_is_said_and_not_counted_as_silence() -> None:
    row = entry(HEALTH, moment("1999-06-01"))

    assert never_said([row]) == (
        GapKind.CHILD_NOT_SEEN,
        GapKind.CHILD_NOT_SEEN_ALONE,
        GapKind.CHILD_NOT_HEARD,
    )
    assert never_said([replace(row, flags=("child_seen",))]) == (
        GapKind.CHILD_NOT_SEEN_ALONE,
        GapKind.CHILD_NOT_HEARD,
    )
    assert found(row, kind=GapKind.CHILD_NOT_HEARD) == []


@given(chronologies())
def test_without_a_period_nothing_is_lost_that_was_found_before(made_up: Chronology) -> None:
    here: set[Gap] = set(gaps_in_period(made_up, limit_days=20))

    assert here.issuperset(find_gaps(made_up, limit_days=20))
