"""Days with a plain doubt, and plain times of day, are read quickly just as the whole grammar reads them."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.moments.context import Context
from candour.domain.moments.fair_copy import fair_copy
from candour.domain.moments.plain_clock import plain_clock
from candour.domain.moments.plain_doubts import plain_doubt
from candour.domain.moments.reading import read_in_full
from candour.domain.moments.times import clock_of
from tests.properties.test_quick_days import FORMS, WEEKDAYS

ROUND = (
    *("c. {a}", "c {a}", "ca. {a}", "circa {a}", "about {a}", "around {a}", "approx {a}", "approx. {a}"),
    *("approximately {a}", "Approx {a}", "C. {a}", "{a}?", "c. {a}?", "w/c {a}", "W/C {a}", "w/c  {a}"),
    *("between {a} and {b}", "Between {b} and {a}", "between {a} and {a}", "c.  {a}", "{a} 14:30?"),
    *("early {m}", "mid {m}", "late {m}", "Early {m}", "LATE {m}", "early {m}?", "late {a}", "mid {a}"),
)
MONTHS = ("%B %Y", "%b %Y", "%B %y", "%Y", "May %Y", "sept %Y", "%m %Y")


@st.composite
def doubtful(draw: st.DrawFn) -> str:
    at = draw(st.datetimes(datetime(1899, 1, 1), datetime(2102, 1, 1)))
    until = at + timedelta(days=draw(st.integers(-3, 400)))
    weekday = draw(st.sampled_from(("", "", "", *WEEKDAYS)))
    form, other = draw(st.sampled_from(FORMS)), draw(st.sampled_from(FORMS))
    month = at.strftime(draw(st.sampled_from(MONTHS)))
    return draw(st.sampled_from(ROUND)).format(
        a=at.strftime(weekday + form), b=until.strftime(other), m=month
    )


@given(doubtful())
def test_a_plain_doubt_is_read_as_the_grammar_reads_it_or_not_at_all(text: str) -> None:
    quick = plain_doubt(text)

    assert quick in (None, read_in_full(text))


@given(doubtful(), st.integers(1950, 2060), st.none() | st.integers(1, 12))
def test_what_a_plain_doubt_says_no_heading_changes(text: str, year: int, month: int | None) -> None:
    quick = plain_doubt(text)

    assert quick in (None, read_in_full(text, Context(year, month)))


def test_the_doubts_people_write_most_take_the_quick_way() -> None:
    often = (
        "c. 7 January 2008|circa 7/1/08|7 January 2008?|w/c 07/01/2008|early May 1999|Late Feb 2000|"
        "between 3 May 2009 and 5 May 2009|about Wed 14 July 1999"
    ).split("|")

    assert [text for text in often if plain_doubt(text) is None] == []


CLOCKS = "{h:02}:{m:02}|{h:02}{m:02}|{h:02}.{m:02}|{h}:{m:02}|{h}.{m:02}pm|{h}:{m:02} am|{h}{m:02}pm|{h}.{m}"


@given(st.sampled_from(CLOCKS.split("|")), st.integers(0, 25), st.integers(0, 61))
def test_a_plain_time_is_read_as_the_grammar_reads_it_or_not_at_all(
    form: str, hour: int, minute: int
) -> None:
    text = form.format(h=hour, m=minute)

    assert plain_clock(text) in (None, clock_of(fair_copy(text).words))


def test_the_times_people_write_most_take_the_quick_way() -> None:
    assert [text for text in "14:30|09:05|1430|2.30pm|11.59 am".split("|") if plain_clock(text) is None] == []
