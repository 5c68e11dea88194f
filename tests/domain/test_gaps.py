"""Silences: no entry, no contact, child not seen, handovers not taken up. Invented cases, worked by hand."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status
from candour.domain.chronology.gaps import HANDOVER, Gap, GapKind, _hands_over, find_gaps
from candour.domain.moments import Moment
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, month, told, unread
from tests.strategies import chronologies

JAN_1, FEB_1, JUN_1, OCT_1 = (moment(f"1999-{day}") for day in ("01-01", "02-01", "06-01", "10-01"))


def gaps(*entries: Entry, kind: GapKind, agency: str = HEALTH, limit: int = 60) -> list[Gap]:
    found = find_gaps(chronology(*entries), limit_days=limit)
    return [gap for gap in found if gap.kind is kind and gap.agency == agency]


def spans(found: list[Gap]) -> list[tuple[str, str, int | None]]:
    return [(str(gap.from_ or ""), str(gap.to or ""), gap.days) for gap in found]


def silences(*entries: Entry, agency: str = HEALTH, limit: int = 60) -> list[tuple[str, str, int | None]]:
    return spans(gaps(*entries, kind=GapKind.NO_ENTRY, agency=agency, limit=limit))


def unseen(*entries: Entry, agency: str = HEALTH) -> list[tuple[str, str, int | None]]:
    return spans(gaps(*entries, kind=GapKind.CHILD_NOT_SEEN, agency=agency))


def handovers(*entries: Entry) -> list[tuple[str, str, int | None]]:
    return spans(gaps(*entries, kind=GapKind.HANDOVER, agency=POLICE))


def seen(when: Moment) -> Entry:
    return entry(HEALTH, when, flags=("child_seen",))


def not_seen(when: Moment) -> Entry:
    return entry(HEALTH, when, flags=("child_not_seen",))


def test_a_silence_counts_the_days_from_one_entry_to_the_next() -> None:
    assert silences(entry(HEALTH, JAN_1), entry(HEALTH, JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


@pytest.mark.parametrize(("limit", "listed"), [(30, True), (31, False)])
def test_only_more_days_than_the_limit_are_a_silence(limit: int, listed: bool) -> None:
    """From 1 January to 1 February 1999 are 31 days."""
    assert bool(silences(entry(HEALTH, JAN_1), entry(HEALTH, FEB_1), limit=limit)) is listed


def test_a_silence_runs_from_the_latest_end_before_it() -> None:
    long, inside = entry(HEALTH, moment("1999-01-01", "1999-02-20")), entry(HEALTH, moment("1999-01-05"))

    assert silences(long, inside, entry(HEALTH, JUN_1)) == [("1999-02-20", "1999-06-01", 101)]


def test_before_its_first_and_after_its_last_entry_an_agency_may_not_be_involved() -> None:
    assert silences(entry(HEALTH, JUN_1), entry(POLICE, JAN_1), entry(POLICE, OCT_1)) == []


def test_an_entry_wider_than_the_limit_does_not_fill_a_silence_and_is_spoken_of() -> None:
    wide = entry(HEALTH, moment("1999-02-01", "1999-05-01"))
    found = gaps(entry(HEALTH, JAN_1), wide, entry(HEALTH, JUN_1), kind=GapKind.NO_ENTRY)

    assert spans(found) == [("1999-01-01", "1999-06-01", 151)]
    assert found[0].why.endswith("Entries dated too widely to fill it, which may belong here: 1.")


@pytest.mark.parametrize("ends", [("1999-03-01", None), (None, "1999-03-01")])
def test_an_entry_with_an_open_end_stands_at_the_end_it_gives(ends: tuple[str | None, str | None]) -> None:
    assert silences(entry(HEALTH, JAN_1), entry(HEALTH, moment(*ends)), entry(HEALTH, JUN_1)) == [
        ("1999-03-01", "1999-06-01", 92)
    ]


def test_a_silence_names_the_rows_on_both_sides() -> None:
    first, last = entry(HEALTH, JAN_1), entry(HEALTH, JUN_1)
    found = gaps(first, last, kind=GapKind.NO_ENTRY)

    assert found[0].why == f"No entry between “1999-01-01” ({first.place}) and “1999-06-01” ({last.place})."


def test_a_silence_across_all_is_one_that_no_agency_fills() -> None:
    entries = entry(HEALTH, JAN_1), entry(POLICE, FEB_1), entry(HEALTH, JUN_1)

    assert silences(*entries) == [("1999-01-01", "1999-06-01", 151)]
    assert silences(*entries, agency="*") == [("1999-02-01", "1999-06-01", 120)]


def test_what_the_agency_says_of_itself_is_no_contact_and_not_no_entry() -> None:
    said = entry(HEALTH, moment("1999-01-02", "1999-05-31"), kind=Kind.GAP_STATEMENT, event="No contact")
    entries = entry(HEALTH, JAN_1), said, entry(HEALTH, JUN_1)
    found = gaps(*entries, kind=GapKind.NO_CONTACT)

    assert silences(*entries) == []
    assert spans(found) == [("1999-01-02", "1999-05-31", 149)]
    assert found[0].why == f"The agency says so: “No contact” ({said.place})."


def test_what_a_statement_leaves_out_is_still_a_silence() -> None:
    said = entry(HEALTH, moment("1999-03-01", "1999-05-31"), kind=Kind.GAP_STATEMENT)

    assert silences(entry(HEALTH, JAN_1), said, entry(HEALTH, OCT_1)) == [
        ("1999-05-31", "1999-10-01", 123),
    ]


def test_a_statement_before_the_first_entry_begins_no_silence() -> None:
    said = entry(HEALTH, JAN_1, kind=Kind.GAP_STATEMENT)

    assert silences(said, entry(HEALTH, JUN_1)) == []


def test_a_statement_of_one_agency_says_nothing_for_all() -> None:
    said = entry(HEALTH, moment("1999-01-02", "1999-05-31"), kind=Kind.GAP_STATEMENT)

    assert silences(entry(HEALTH, JAN_1), said, entry(HEALTH, JUN_1), agency="*") != []


def test_a_statement_with_an_open_end_has_no_length() -> None:
    said = entry(HEALTH, moment("1999-03-01", None), kind=Kind.GAP_STATEMENT)

    assert spans(gaps(said, kind=GapKind.NO_CONTACT)) == [("1999-03-01", "", None)]


def test_a_statement_alone_is_no_silence_of_entries() -> None:
    said = entry(HEALTH, moment("1999-01-02", "1999-05-31"), kind=Kind.GAP_STATEMENT)

    assert silences(said) == []


def test_between_two_times_seen_the_child_was_not_seen() -> None:
    visit = entry(HEALTH, moment("1999-03-01"))

    assert unseen(seen(JAN_1), visit, seen(JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


def test_after_the_last_time_seen_the_rows_that_say_not_seen_show_how_long() -> None:
    rows = seen(JAN_1), not_seen(FEB_1), not_seen(JUN_1)
    found = gaps(*rows, kind=GapKind.CHILD_NOT_SEEN)

    assert spans(found) == [("1999-01-01", "1999-06-01", 151)]
    assert found[0].why.endswith("Rows of that time which say the child was not seen: 2.")


def test_before_the_first_time_seen_the_rows_that_say_not_seen_count_too() -> None:
    assert unseen(not_seen(JAN_1), seen(JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


def test_a_return_that_never_says_seen_or_not_tells_nothing_of_seeing() -> None:
    assert unseen(entry(HEALTH, JAN_1), entry(HEALTH, JUN_1)) == []


def test_a_child_seen_alone_was_seen() -> None:
    alone = entry(HEALTH, FEB_1, flags=("child_alone",))

    assert unseen(seen(JAN_1), alone, seen(moment("1999-03-01"))) == []


def test_across_all_the_child_was_seen_if_any_agency_saw_it() -> None:
    police = entry(POLICE, moment("1999-03-15"), flags=("child_seen",))

    assert unseen(seen(JAN_1), police, seen(JUN_1), agency="*") == [
        ("1999-01-01", "1999-03-15", 73),
        ("1999-03-15", "1999-06-01", 78),
    ]


@pytest.mark.parametrize(
    "words",
    ["Referred to police", "Case closed", "Transfer of file", "handed over", "Discharged", "re-referral"],
)
def test_a_case_passed_on_with_no_entry_after_it_was_not_taken_up(words: str) -> None:
    passed_on = entry(HEALTH, JAN_1, told(POLICE), event=words)

    assert handovers(passed_on, entry(POLICE, JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


@pytest.mark.parametrize(
    ("on", "taken_up"),
    [
        ("1999-01-01", True),
        ("1999-02-01", True),
        ("1999-03-02", True),
        ("1999-03-03", False),
    ],
)
def test_an_entry_within_the_limit_takes_it_up(on: str, taken_up: bool) -> None:
    """From 1 January to 2 March 1999 are 60 days."""
    found = handovers(entry(HEALTH, JAN_1, told(POLICE), event="Referral"), entry(POLICE, moment(on)))

    assert (found == []) is taken_up


def test_a_statement_of_no_contact_takes_nothing_up() -> None:
    said = entry(POLICE, moment("1999-01-02", "1999-02-01"), kind=Kind.GAP_STATEMENT)
    passed_on = entry(HEALTH, JAN_1, told(POLICE), event="Referral")

    assert handovers(passed_on, said, entry(POLICE, JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


def test_a_handover_runs_from_the_day_of_telling() -> None:
    passed_on = entry(HEALTH, JAN_1, told(POLICE, FEB_1), event="Referral")

    assert handovers(passed_on, entry(POLICE, moment("1999-01-15")), entry(POLICE, JUN_1)) == [
        ("1999-02-01", "1999-06-01", 120)
    ]


def test_a_telling_whose_date_was_not_read_counts_from_the_entry() -> None:
    passed_on = entry(HEALTH, JAN_1, told(POLICE, unread()), event="Referral")

    assert handovers(passed_on, entry(POLICE, JUN_1)) == [("1999-01-01", "1999-06-01", 151)]


def test_with_no_later_entry_a_handover_has_no_end_and_needs_time_to_have_passed() -> None:
    passed_on = entry(HEALTH, JAN_1, told(POLICE), event="Referral")
    elsewhere = entry(SCHOOL, JUN_1)
    found = gaps(passed_on, elsewhere, kind=GapKind.HANDOVER, agency=POLICE)

    assert spans(found) == [("1999-01-01", "", None)]
    assert found[0].why == (
        f"{HEALTH} passed this on, “1999-01-01” ({passed_on.place}); no later entry of {POLICE}."
    )
    assert handovers(passed_on, entry(SCHOOL, FEB_1)) == []


@pytest.mark.parametrize(
    "passed_on",
    [
        entry(HEALTH, JAN_1, told(POLICE), event="Home visit"),
        entry(HEALTH, JAN_1, told(POLICE, status=Status.DISPUTED), event="Referral"),
        entry(HEALTH, JAN_1, told(POLICE, status=Status.NOT_TOLD), event="Referral"),
        entry(HEALTH, JAN_1, told(None), event="Referral"),
        entry(POLICE, JAN_1, told(POLICE), event="Referral"),
        entry(HEALTH, moment("1999-01-01", None), told(POLICE), event="Referral"),
        entry(HEALTH, moment("1999-01-01", "1999-07-01"), told(POLICE), event="Referral"),
    ],
)
def test_what_was_not_surely_passed_on_to_another_is_no_handover(passed_on: Entry) -> None:
    assert handovers(passed_on, entry(POLICE, JUN_1)) == []


def test_the_same_gap_kinds_stand_in_order_of_agency_and_time() -> None:
    entries = [entry(agency, month(1999, n)) for agency in (SCHOOL, HEALTH) for n in (1, 6, 12)]
    found = find_gaps(chronology(*entries))

    assert [(gap.agency, str(gap.from_)) for gap in found] == [
        *[("*", "1999-01-31"), ("*", "1999-06-30")],
        *[(HEALTH, "1999-01-31"), (HEALTH, "1999-06-30")],
        *[(SCHOOL, "1999-01-31"), (SCHOOL, "1999-06-30")],
    ]


def test_a_chronology_without_entries_has_no_gaps() -> None:
    assert find_gaps(chronology()) == []


@given(chronologies())
def test_every_silence_is_longer_than_the_limit_and_as_long_as_it_says(made_up: Chronology) -> None:
    for gap in find_gaps(made_up, limit_days=20):
        if gap.kind is not GapKind.NO_CONTACT and gap.from_ and gap.to:
            assert gap.days == (gap.to - gap.from_).days
            assert gap.days > 20


@given(chronologies())
def test_no_entry_narrower_than_the_limit_touches_a_silence(made_up: Chronology) -> None:
    days = [
        (one.agency, one.when.earliest.date(), one.when.latest.date())
        for one in made_up.entries
        if one.kind is Kind.ENTRY and one.when.earliest and one.when.latest
    ]
    for gap in find_gaps(made_up, limit_days=20):
        if gap.kind is GapKind.NO_ENTRY and gap.from_ and gap.to:
            whose = [(first, last) for agency, first, last in days if gap.agency in ("*", agency)]
            inside = [one for one in whose if one[0] < gap.to and gap.from_ < one[1]]

            assert all((last - first).days >= 20 for first, last in inside)


@given(chronologies())
def test_gaps_do_not_depend_on_the_order_of_entries(made_up: Chronology) -> None:
    turned = Chronology(made_up.agencies, made_up.entries[::-1])

    assert find_gaps(turned) == find_gaps(made_up)


@given(chronologies())
def test_gaps_stand_in_order_and_once(made_up: Chronology) -> None:
    found = find_gaps(made_up, limit_days=20)
    keys = [(gap.agency, gap.from_ or date.min, gap.kind) for gap in found]

    assert all(one <= other for one, other in pairwise(keys))
    assert len(set(found)) == len(found)


@pytest.mark.parametrize(
    "words",
    ["TRANSFERRED", "re-referral", "refers", "Hand over", "handed-over", "closure", "DıſCHARGED", "handy"],
)
def test_a_handover_is_known_by_its_words_however_they_are_written(words):
    assert _hands_over(f"Case {words}.") == bool(HANDOVER.search(f"Case {words}."))
