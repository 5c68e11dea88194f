"""Names of agencies: one where folded alike or said to be one, and never guessed."""

from __future__ import annotations

import pytest

from candour.domain.agencies import Agencies, fold_name


@pytest.mark.parametrize(
    "other", ["St Mary's Hospital", "ST MARYS HOSPITAL", "St. Mary’s  Hospital", "st-mary's hospital"]
)
def test_case_spaces_and_punctuation_make_no_difference(other):
    assert fold_name(other) == "stmaryshospital"


def test_names_that_differ_by_a_word_are_two_agencies():
    agencies = Agencies(["Brent Police", "Brent Social Services"])

    assert agencies.named("Brent") is None
    assert agencies.named("brent police") == "Brent Police"


def test_a_person_can_say_that_two_names_are_one_and_the_first_is_shown():
    for pair in (("Brent Police", "Brent CPT"), ("Brent CPT", "Brent Police")):
        assert Agencies(["Brent Police"], [pair]).named("brent cpt") == pair[0]
        assert Agencies(["Brent Police"], [pair]).named("brent police") == pair[0]


def test_sameness_carries_over_a_chain_of_names():
    agencies = Agencies(["Brent Police"], [("Brent CPT", "Brent Police"), ("BCPT", "Brent CPT")])

    assert agencies.named("BCPT") == agencies.named("Brent Police") == "Brent CPT"


def test_an_alias_of_an_agency_that_sent_nothing_matches_nobody():
    assert Agencies(["Brent Police"], [("Ealing Housing", "HPU")]).named("HPU") is None


def test_two_returns_of_one_agency_are_listed_once():
    agencies = Agencies(["Brent Police", "BRENT POLICE", "Brent CPT"], [("Brent Police", "Brent CPT")])

    assert agencies.names == ("Brent Police",)


def test_saying_a_thing_twice_or_of_itself_changes_nothing():
    pairs = [("A", "B"), ("B", "A"), ("A", "A")]

    assert Agencies(["A"], pairs).named("b") == "A"
