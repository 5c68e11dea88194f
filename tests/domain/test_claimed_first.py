"""Which rows call a contact the agency's first though it has one before: rows of several invented cases."""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.cli.reading_returns import read_returns
from candour.domain.chronology.claimed_first import out_of_turn
from candour.domain.chronology.integrate import integrate
from candour.files.returns.merge_map import read_agency_names
from tests.domain.test_integrate import a_return

WREN = Path(__file__).parents[2] / "examples" / "northmoor" / "wren"
HEADINGS = ("Date", "Event", "Role")


def questions(before: str, claim: str, *, day: str = "25/4/1999", role: str = "Officer", of: str = "Officer"):
    """Dates of the conflicts between a row and one of 26 April that calls something the first."""
    rows = ((day, before, of), ("26/4/1999", claim, role))
    entries = integrate([a_return("A.csv", *rows, headings=HEADINGS)]).chronology.entries
    return [(one.says_a, one.says_b) for one in out_of_turn(entries)]


@pytest.mark.parametrize(
    ("before", "claim"),
    [
        ("Mother attends the housing unit", "First recorded attendance, asks for housing"),
        ("Home visit, boiler broken", "First home visit. Boiler seen to be broken"),
        ("Call from the tenant about noise", "First call about noise from the flat"),
        ("Attended walk-in clinic with rash", "Child's first attendance at clinic: rash"),
        ("Midwife visited, feeding well", "This is the first visit by the midwife, feeding discussed"),
        ("Seen at drop-in with croup", "First seen at drop-in, croup"),
        ("Referral from school on attendance and lice", "First known referral from school: lice"),
        ("Presented at A&E with burn", "FIRST PRESENTATION to A&E, burn dressed"),
        ("Telephone contact with father about school place", "Initial contact by father about school"),
        ("Dental appointment, two teeth out", "First dental appointment; teeth decayed"),
        ("Admitted to ward 4 with asthma", "First documented admission with asthma"),
        ("Approach to the benefits desk for a loan", "Her first approach to the desk, loan refused"),
    ],
)
def test_a_first_contact_after_another_of_its_kind_is_a_question(before, claim):
    assert questions(before, claim) == [("25/4/1999", "26/4/1999")]


@pytest.mark.parametrize(
    ("before", "claim"),
    [
        ("Home visit to the flat", "First floor flat. Home visit"),
        ("Home visit, boiler broken", "First home visit since discharge, boiler broken"),
        ("Home visit, boiler broken", "First visit by new worker, boiler broken"),
        ("Attended clinic with rash", "First attendance at clinic this term, rash"),
        ("Home visit planned, boiler broken", "First home visit, boiler broken"),
        ("Missed appointment at dental clinic", "First dental appointment at clinic"),
        ("Clinic appointment not kept, dental pain", "First dental appointment at clinic, pain"),
        ("Letter: attended clinic with rash", "First attendance at clinic, rash"),
        ("Did not attend rash clinic", "First attendance at clinic, rash"),
        ("Strategy meeting on the burn", "Initial meeting on the burn"),
        ("Assessment of the burn", "Initial assessment of the burn"),
        ("Call to First Contact team about noise", "First Contact team call about noise"),
        ("Visit about noise by warden", "First visit letter about noise typed by warden"),
        ("Visit about noise by warden", "Minutes of first visit about noise by warden"),
        ("Visit about noise by warden", "After first visit by warden, noise stops"),
        ("Visit about noise by warden", "First visit by warden about noise cancelled"),
        ("Visit by mother with baby", "First visit by plumber, mother and baby out"),
        ("Call about noise", "Last call about noise"),
    ],
)
def test_what_is_not_the_first_of_all_is_no_claim(before, claim):
    assert questions(before, claim) == []


def test_a_role_of_ones_own_is_no_other_roles_first():
    rows = ("Home visit, boiler broken", "First home visit. Boiler broken")

    assert questions(*rows, of="Warden") == []
    assert questions(*rows, of="", role="") != []
    assert questions("Home visit, boiler broken", "First home visit, boiler", of="", role="") != []
    assert questions("Home visit, noise", "First home visit, noise", of="", role="") != []
    assert questions("Visit, noise", "First visit, noise", of="", role="") == []


def test_long_after_another_visit_a_first_visit_may_begin_a_new_run_and_a_first_recorded_one_may_not():
    assert questions("Home visit, noise", "First home visit, noise", day="1/2/1999") == []
    assert questions("Home visit, noise", "First recorded home visit, noise", day="1/2/1999") != []


def test_a_contact_on_the_same_day_or_later_is_not_before_it():
    assert questions("Home visit, noise", "First home visit, noise", day="26/4/1999") == []
    assert questions("Home visit, noise", "First home visit, noise", day="28/4/1999") == []
    assert questions("Home visit, noise", "First home visit, noise", day="April 1999") == []


def test_the_firsts_and_lasts_of_an_invented_review_that_were_taken_for_claims_are_none():
    """Child Wren: an initial assessment for each referral, a first visit after others, a last meeting."""
    returns = read_returns(sorted((WREN / "returns").glob("*.*")), {})
    entries = integrate(returns, also=read_agency_names(WREN / "agencies.csv")).chronology.entries
    told = " ".join(entry.event for entry in entries)

    for words in (
        "First visit.",
        "Initial assessment",
        "first meeting",
        "Last CIN meeting",
        "when last seen",
    ):
        assert words in told
    assert list(out_of_turn(entries)) == []
