"""What was assumed, mended or noticed on the way is flagged, and a second date is kept beside the first."""

from __future__ import annotations

import pytest

from candour.domain.moments import Fate, read


@pytest.mark.parametrize(
    ("words", "flags"),
    [
        ("14/07/1999", set()),
        ("04/07/1999", {"day_first_assumed"}),
        ("05/05/1999", {"day_first_assumed"}),
        ("04/07/99", {"day_first_assumed", "two_digit_year"}),
        ("07/14/1999", {"us_order_forced"}),
        ("3/13/99", {"us_order_forced", "two_digit_year"}),
        ("01/07/1999", {"day_first_assumed", "first_of_month_filler"}),
        ("1 July 1999", {"first_of_month_filler"}),
        ("1st July 1999", set()),
        ("Thursday 1 July 1999", set()),
        ("l4/07/1999", {"typo_mended"}),
        ("22.05/2016", {"typo_mended"}),
        ("14//07/1999", {"typo_mended"}),
        ("12 Septmber 1999", {"typo_mended"}),
        ("0044 NNOOVVEEMMBBEERR 22001133", {"typo_mended"}),
        ("14 lipca 2011", {"foreign_month"}),
        ("14.vii.1999", {"roman_month"}),
        ("w/c 12 July 1999", set()),
        ("w/c 14 July 1999", {"week_not_from_monday"}),
        ("x3 in July 1999", {"several"}),
        ("weekly, June - July 1999", {"repeating"}),
        ("undated, spring 1999", {"undated"}),
        ("14/07/1999 (phone call)", {"aside"}),
        ("14/07/1999 (recorded in September)", {"recorded_unread"}),
        ("Tuesday 14 July 1999", {"weekday_disagrees"}),
    ],
)
def test_what_was_assumed_or_mended_is_flagged_and_nothing_else(words, flags):
    assert set(read(words).flags) == flags


@pytest.mark.parametrize(
    ("words", "edtf", "also"),
    [
        ("14/07/99 (recorded 02/09/99)", "1999-07-14", {"recorded": "1999-09-02"}),
        ("14/07/99 typed up 02/09/99", "1999-07-14", {"recorded": "1999-09-02"}),
        ("14/07/99, late entry made 15/07/99", "1999-07-14", {"recorded": "1999-07-15"}),
        ("Rec'd 20/8/99, dated 13/8/99", "1999-08-13", {"received": "1999-08-20"}),
        ("Letter dated 13/8/99 (received 20/8/99)", "1999-08-13", {"received": "1999-08-20"}),
        ("14/07/99 (reported 16/07/99)", "1999-07-14", {"reported": "1999-07-16"}),
        ("July 1999 (recorded Sept 1999)", "1999-07", {"recorded": "1999-09"}),
    ],
)
def test_the_event_s_date_is_placed_and_the_other_kept_beside_it(words, edtf, also):
    moment = read(words)

    assert (moment.edtf, dict(moment.also)) == (edtf, also)


def test_the_day_something_was_recorded_alone_is_not_taken_for_the_day_it_happened():
    moment = read("recorded 02/09/99")

    assert (moment.fate, moment.readings) == (Fate.HELD, ("1999-09-02",))


def test_a_weekday_that_disagrees_offers_the_day_as_written_its_neighbour_and_other_years():
    moment = read("Tuesday 14 July 1999")

    assert moment.code == "weekday_disagrees"
    assert moment.readings == ("1999-07-14?", "1999-07-13?", "1998-07-14?")
    assert moment.refused == "14 July 1999 was a Wednesday, not a Tuesday."


def test_a_weekday_that_fits_the_other_order_of_day_and_month_offers_it():
    assert "1999-05-03?" in read("Mon 5/3/99").readings


def test_a_day_that_does_not_exist_offers_its_neighbours():
    assert read("31 June 1999").readings == ("[1999-06-30,1999-07-01]", "1999-06-30", "1999-07-01")


def test_a_date_no_calendar_could_hold_is_refused():
    moment = read("45/13/1999")

    assert (moment.fate, moment.code) == (Fate.REFUSED, "impossible_date")


@pytest.mark.parametrize(
    ("words", "doubt"),
    [
        ("14/07/1999", None),
        ("? 14/07/1999", "uncertain"),
        ("14/07/1999 ?", "uncertain"),
        ("probably July 1999", "uncertain"),
        ("c. July 1999", "approximate"),
        ("c. July 1999?", "both"),
        ("Between October and mid-December 2011", "approximate"),
        ("? 14/07/1999 14:30", "uncertain"),
    ],
)
def test_the_writer_s_doubt_is_kept(words, doubt):
    assert read(words).doubt == doubt
