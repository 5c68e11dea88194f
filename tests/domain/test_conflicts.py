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


def alone(*rows: tuple) -> list[tuple[str, str, str]]:
    entries = integrate([a_return("A.csv", *rows, headings=SEEN)]).chronology.entries
    return said(find_conflicts(entries, [], {entry.id: entry for entry in entries}))


def test_a_row_that_says_itself_that_accounts_differ_is_a_question():
    assert alone(row("Two printouts.", "Conflicting outcome.")) == [
        ("content", "Two printouts. Conflicting outcome.", "")
    ]


def test_an_account_accepted_is_no_dispute():
    assert alone(row("Account accepted, rent undisputed")) == []
