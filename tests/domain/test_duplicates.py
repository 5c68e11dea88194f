"""Rows of one agency that seem to tell one thing twice."""

from __future__ import annotations

from candour.domain.chronology.duplicates import propose_duplicates
from candour.domain.chronology.integrate import integrate
from tests.domain.test_integrate import a_return


def found(*returns) -> list[tuple[float, str]]:
    return [(one.score, one.why) for one in propose_duplicates(integrate(returns).chronology.entries)]


def test_a_row_sent_twice_is_proposed_as_a_duplicate_with_the_reason():
    row = ("1/5/1999", "", "Home visit by health visitor, child asleep")
    [(score, why)] = found(a_return("A.csv", row, ("2/5/1999", "", "Rent arrears letter sent"), row))

    assert score == 1
    assert why.startswith("same day; both say ")


def test_rows_of_two_agencies_are_never_duplicates():
    row = ("1/5/1999", "", "Home visit by health visitor, child asleep")

    assert found(a_return("A.csv", row), a_return("B.csv", row)) == []


def test_the_same_words_on_days_far_apart_are_two_things():
    rows = [(f"{day}/5/1999", "", "Home visit by health visitor, child asleep") for day in (1, 8, 15)]

    assert found(a_return("A.csv", *rows)) == []
