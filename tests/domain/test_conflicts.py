"""Where accounts disagree on what was found and what came of it, and rows that disagree with themselves."""

from __future__ import annotations

import pytest

from candour.domain.chronology.conflicts import Conflict, find_conflicts
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.links import Link
from tests.domain.test_integrate import a_return

SEEN = ("Date", "Event", "Action", "Child seen", "Role")


def between(a: tuple, b: tuple) -> list[Conflict]:
    """Conflicts of two rows of two agencies that a person has confirmed as one event."""
    entries = integrate([a_return("A.csv", a, headings=SEEN), a_return("B.csv", b, headings=SEEN)])
    listed = entries.chronology.entries
    link = Link(listed[0].id, listed[1].id, 1.0, "")
    return find_conflicts(listed, [link], {entry.id: entry for entry in listed})


def row(event: str, action: str = "", seen: str = "", day: str = "4/8/1999", role: str = "") -> tuple:
    return (day, event, action, seen, role)


def said(conflicts: list[Conflict]) -> list[tuple[str, str, str]]:
    return [(str(one.kind), one.says_a, one.says_b) for one in conflicts]


def test_a_child_seen_by_one_account_and_not_by_the_other_is_a_question():
    assert said(between(row("Home visit", seen="Yes"), row("Home visit", seen="No"))) == [
        ("content", "child seen", "child not seen")
    ]


def test_a_fact_told_and_denied_is_a_question():
    found = between(row("Ward round. Bruising to the back."), row("Ward round, no bruises."))

    assert said(found) == [("content", "bruising", "no bruises")]


def test_different_numbers_of_one_thing_are_a_question():
    found = between(row("Office attended on 14 occasions"), row("Twelve occasions at the office"))

    assert said(found) == [("content", "14 occasions", "twelve occasions")]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Admitted", "Sent home"),
        ("Accepted for service", "No further action"),
        ("Case closed", "Case remains open"),
        ("Found non-accidental", "Put down as accidental"),
    ],
)
def test_outcomes_that_shut_each_other_out_are_a_question(one, other):
    kinds = [
        str(found.kind) for found in between(row("Strategy meeting", one), row("Strategy meeting", other))
    ]

    assert kinds == ["outcome"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (row("Child admitted overnight"), row("Ward round", "Discharged next day")),
        (row("No bruises at first, then bruising"), row("Bruising seen")),
        (row("Waited two hours"), row("Waited three hours")),
        (row("Seen in 2 rooms and 3 rooms"), row("Seen in 3 rooms")),
        (row("Meeting", "Agreed"), row("Meeting", "Logged")),
        (row("Not known. Injuries photographed"), row("Injuries")),
    ],
)
def test_what_both_may_be_right_in_is_no_question(one, other):
    assert between(one, other) == []


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Child seen", "Child not seen"),
        ("Children seen at home", "Children were not seen"),
        ("Saw the child", "Child could not be seen"),
        ("Child seen alone", "Child not seen alone"),
        ("Injuries photographed", "Did not find any injuries"),
        ("Injuries photographed", "Injuries: none"),
        ("Mother consented", "Mother refused consent"),
        ("Consent given by mother", "Consent was withheld"),
        ("Consent given", "Mother declined to give consent"),
        ("Bruises to arm", "No signs of bruising"),
        ("Fracture of left arm", "No bruises, burns or fractures"),
        ("Concerns about weight", "No concerns"),
        ("Concerns about weight", "No concerns about weight gain"),
        ("Mother raised concerns about school", "Mum has no concerns"),
        ("Crime recorded", "Crime was not recorded"),
    ],
)
def test_what_one_account_tells_and_the_other_denies_is_a_question(told, denied):
    assert [kind for kind, _, _ in said(between(row(told), row(denied)))] == ["content"]
    assert between(row(denied), row(denied)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mother refused consent", "Mother did not give consent"),
        ("Consent withheld", "Consent not given"),
        ("Consent was denied", "No consent"),
        ("Child not seen", "Child was not seen"),
        ("Child seen", "Child not seen by the doctor"),
        ("Child seen", "Child not seen alone"),
        ("Concerns about weight", "Mother had no concerns"),
        ("Concerns about weight", "No concerns from school"),
        ("Concerns about weight", "No concerns about housing"),
        ("School raised concerns", "No concerns"),
        ("Bruising seen", "Father did not explain the bruising"),
        ("Bruising seen", "No explanation for bruising"),
        ("Injuries to arm", "No new injuries"),
        ("Disclosure in class", "Unable to discuss the disclosure"),
        ("Bruises", "No reply. Bruises"),
        ("Injury to arm", "No bruises, injury to arm"),
    ],
)
def test_accounts_that_deny_the_same_or_speak_of_different_things_agree(one, other):
    assert between(row(one), row(other)) == []
    assert between(row(other), row(one)) == []


def test_a_denied_result_is_not_that_result():
    assert between(row("Case", "Has not been allocated"), row("Case", "Unallocated")) == []
    assert said(between(row("Case", "Allocated"), row("Case", "Unallocated"))) != []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Visit to 24 Marsh Lane", "Visit to 26 Marsh Lane"),
        ("Visit to 3 Rivers Court", "Visit to 5 Rivers Court"),
        ("Moved from 7 The Acres", "Moved from 9 the Acres"),
        ("Flat 3 mould", "Flat 5 mould"),
        ("Weight 8.6 lbs", "Weight 8.2 lbs"),
        ("Year 3, class 2 teacher", "Year 3, class 4 teacher"),
    ],
)
def test_house_numbers_and_measures_are_no_numbers_of_things(one, other):
    assert between(row(one), row(other)) == []


@pytest.mark.parametrize(
    ("one", "other"), [("Three bruises", "1 bruise"), ("2 children seen", "Four children seen")]
)
def test_a_count_may_be_of_one_thing_or_of_a_plural_without_an_s(one, other):
    assert [kind for kind, _, _ in said(between(row(one), row(other)))] == ["content"]


def alone(*rows: tuple) -> list[tuple[str, str, str]]:
    entries = integrate([a_return("A.csv", *rows, headings=SEEN)]).chronology.entries
    return said(find_conflicts(entries, [], {entry.id: entry for entry in entries}))


def test_a_row_that_says_itself_that_accounts_differ_is_a_question():
    assert alone(row("Two printouts.", "Conflicting outcome.")) == [
        ("content", "Two printouts. Conflicting outcome.", "")
    ]


def test_an_account_accepted_is_no_dispute():
    assert alone(row("Account accepted, rent undisputed")) == []
