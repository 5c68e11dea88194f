"""What stands around a date: a heading's year and month, an anchor, and what is carried down a list."""

from __future__ import annotations

import pytest

from candour.domain.moments import Context, Fate, bounds_of, from_edtf, heading, read, read_lines

JULY_1999 = Context(year=1999, month=7)


def after(edtf: str) -> Context:
    return Context(anchor=from_edtf(edtf))


@pytest.mark.parametrize(
    ("words", "context", "edtf"),
    [
        ("14", JULY_1999, "1999-07-14"),
        ("14th", JULY_1999, "1999-07-14"),
        ("Wed 14", JULY_1999, "1999-07-14"),
        ("14 2.30pm", JULY_1999, "1999-07-14T14:30:00"),
        ("14-16", JULY_1999, "1999-07-14/1999-07-16"),
        ("14/15", JULY_1999, "1999-07-14/1999-07-15"),
        ("14 & 16", JULY_1999, "{1999-07-14,1999-07-16}"),
        ("w/c 12", JULY_1999, "1999-07-12/1999-07-18"),
        ("3 Aug", JULY_1999, "1999-08-03"),
        ("3/8/98", JULY_1999, "1998-08-03"),
        ("7/12", Context(year=1999), "1999-12-07"),
        ("mid July", Context(year=1999), "1999-07-10/1999-07-20"),
        ("summer", Context(year=1999), "1999-22"),
        ("Christmas Day", Context(year=1999), "1999-12-25"),
        ("a few days after 18/6", Context(year=1999), "1999-06-21~"),
    ],
)
def test_a_heading_s_year_and_month_complete_what_lacks_them(words, context, edtf):
    moment = read(words, context)

    assert moment.edtf == edtf


def test_what_came_from_around_the_words_is_flagged():
    assert read("14", JULY_1999).flags == ("month_from_context", "year_from_context")
    assert read("14 July 1999", JULY_1999).flags == ()


@pytest.mark.parametrize(
    ("words", "context", "code"),
    [
        ("Tues 14", JULY_1999, "weekday_disagrees"),
        ("31", Context(year=1999, month=6), "impossible_date"),
        ("29 Feb", Context(year=1999), "impossible_date"),
        ("Wednesday September 26", Context(year=2000), "weekday_disagrees"),
        ("Dec - Feb", Context(year=1999), "ambiguous_date"),
        ("3-5", JULY_1999, "ambiguous_date"),
        ("July 09", Context(year=1999), "ambiguous_date"),
        ("07/12", Context(year=2012), "ambiguous_date"),
        ("14", Context(year=1999), "no_year"),
    ],
)
def test_a_heading_settles_nothing_that_the_words_leave_open(words, context, code):
    moment = read(words, context)

    assert (moment.fate, moment.code) == (Fate.HELD, code)


@pytest.mark.parametrize(
    ("words", "anchor", "edtf"),
    [
        ("same day", "1999-06-18", "1999-06-18"),
        ('"', "1999-06-18", "1999-06-18"),
        ("ditto", "1999-07", "1999-07"),
        ("the next day", "1999-06-18", "1999-06-19"),
        ("The day after their arrival", "1999-04-24", "1999-04-25"),
        ("the day before", "1999-06-18", "1999-06-17"),
        ("three days later", "1999-06-18", "1999-06-21"),
        ("22 days before", "1999-06-18", "1999-05-27"),
        ("2/7 ago", "1999-06-18", "1999-06-16"),
        ("2/52 later", "1999-06-18", "1999-07-02~"),
        ("3/12 ago", "1999-06-18", "1999-03~"),
        ("a fortnight later", "1999-06-18", "1999-07-02~"),
        ("a few days later", "1999-06-18", "1999-06-21~"),
        ("Five months later", "2011-01", "2011-06~"),
        ("two years later", "1999-06-18", "2001~"),
        ("that week", "1999-06-16", "1999-06-14/1999-06-20"),
        ("later that week", "1999-06-16", "1999-06-16/1999-06-20"),
        ("earlier that week", "1999-06-16", "1999-06-14/1999-06-16"),
        ("later that month", "1999-06-16", "1999-06-16/1999-06-30"),
        ("the following week", "1999-06-18", "1999-06-21/1999-06-27"),
        ("last month", "1999-06-18", "1999-05"),
        ("the following Monday", "1999-06-18", "1999-06-21"),
        ("the previous Friday", "1999-06-18", "1999-06-11"),
        ("the next day at 3pm", "1999-06-18", "1999-06-19T15:00:00"),
        ("same day 14:30", "1999-06-18", "1999-06-18T14:30:00"),
        ("three days later", "1999-06-18T14:30:00", "1999-06-21"),
        ("? the next day", "1999-06-18", "1999-06-19?"),
    ],
)
def test_what_leans_on_another_date_counts_from_the_anchor(words, anchor, edtf):
    assert read(words, after(anchor)).edtf == edtf


@pytest.mark.parametrize(
    "words",
    ["age 18/12", "aged 7 weeks", "28+4", "28/40", "3 weeks after birth", "18 months old"],
)
def test_ages_and_weeks_of_pregnancy_are_held_whatever_the_anchor(words):
    assert read(words, after("1999-06-18")).code == "relative_without_anchor"


@pytest.mark.parametrize(
    ("words", "anchor"),
    [
        ("next day", "1999-07"),
        ("three days later", "1999-06-18/1999-07-02"),
        ("several weeks later", "1999-06-18"),
        ("a few weeks later", "1999-06-18"),
        ("2 days after the fire", "1999-06-18"),
        ("2 hours later", "1999-06-18"),
    ],
)
def test_what_cannot_be_counted_is_held_even_with_an_anchor(words, anchor):
    moment = read(words, after(anchor))

    assert (moment.fate, moment.code) == (Fate.HELD, "ambiguous_date")


@pytest.mark.parametrize(
    ("words", "year", "month"),
    [
        ("July 1999", 1999, 7),
        ("AUGUST 1999:", 1999, 8),
        ("Aug-99", 1999, 8),
        ("July 99 (cont'd)", 1999, 7),
        ("* JULY 1999 *", 1999, 7),
        ("--- 1999 ---", 1999, None),
        ("Year 1999", 1999, None),
        ("August", None, 8),
        ("Gorffennaf 1999", 1999, 7),
    ],
)
def test_a_heading_is_known_by_saying_nothing_but_a_month_or_year(words, year, month):
    assert heading(words) == Context(year=year, month=month)


@pytest.mark.parametrize(
    "words",
    [
        "July 09",
        "14 July 1999",
        "1999/00",
        "14",
        "",
        "Date",
        "July 1999: home visit",
        "1830",
        "in care",
        "Sat",
    ],
)
def test_whatever_says_more_or_less_is_no_heading(words):
    assert heading(words) is None


def carried(*lines: str, context: Context | None = None) -> list[str | None]:
    return [moment.edtf or moment.code for moment in read_lines(lines, context or Context(), carry=True)]


def test_a_heading_is_carried_down_to_the_lines_under_it():
    assert carried("July 1999:", "14", "Wed 14th", "3 Aug", "2000", "1 May") == [
        *("1999-07", "1999-07-14", "1999-07-14", "1999-08-03", "2000", "2000-05-01"),
    ]


def test_the_year_of_a_line_is_carried_to_the_next_that_lacks_one():
    assert carried("1 March 2006", "May 2", "JULY", "14") == [
        "2006-03-01",
        "2006-05-02",
        "2006-07",
        "2006-07-14",
    ]


def test_a_year_is_never_carried_past_a_weekday_that_disagrees():
    assert carried("1999", "Tues 14 July") == ["1999", "weekday_disagrees"]


def test_a_date_that_would_fall_before_the_line_above_is_held_with_both_years():
    moments = list(read_lines(["20 Dec 1999", "3 Jan"], carry=True))

    assert moments[1].fate is Fate.HELD
    assert moments[1].readings == ("1999-01-03", "2000-01-03")


def test_a_heading_and_a_line_that_give_different_years_hold_the_next():
    moments = list(read_lines(["1999", "14 Dec 1998", "20 Dec"], carry=True))

    assert moments[2].readings == ("1998-12-20", "1999-12-20")


def test_a_line_over_two_years_carries_neither():
    assert carried("Dec 1999 - Feb 2000", "3 March") == ["1999-12/2000-02", "no_year"]


def test_a_month_that_goes_back_carries_no_year_further():
    assert carried("DECEMBER 1999", "JANUARY", "14") == ["1999-12", "ambiguous_date", "no_year"]


def test_without_carrying_every_line_stands_alone():
    moments = read_lines(["July 1999:", "14", "3 Aug"])

    assert [moment.edtf for moment in moments] == ["1999-07", None, None]


def test_a_given_year_serves_until_a_heading_gives_another():
    assert carried("3 Aug", "2001", "4 Aug", context=Context(year=1999)) == [
        "1999-08-03",
        "2001",
        "2001-08-04",
    ]


@pytest.mark.parametrize("words", ["1999-06-18", "1999-06", "2004-05", "1999-06-18T14:30:00", "1999-06/.."])
def test_edtf_given_as_such_is_taken_at_its_word(words):
    moment = from_edtf(words)

    assert moment.placed
    assert bounds_of(moment.edtf or "") == bounds_of(words)


@pytest.mark.parametrize("words", ["", "18/06/1999", "1999-13", "June", "9999-01-01", "../.."])
def test_what_is_no_edtf_is_said_not_to_be(words):
    with pytest.raises(ValueError, match="not a date in EDTF"):
        from_edtf(words)
