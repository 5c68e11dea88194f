"""The quick ways of reading a day never answer otherwise than the whole grammar does."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.moments.plain import plain_day
from candour.domain.moments.quick import quick_day
from candour.domain.moments.reading import read_in_full

FORMS = (
    "%d/%m/%Y",
    "%d.%m.%y",
    "%Y-%m-%d",
    "%d %B %Y",
    "%-d %b %y",
    "%-d-%b-%Y",
    "%-dth %B %Y",
    "%-d/%-m/%y",
)
WEEKDAYS = ("%a ", "%A ", "%A, ", "%a, ", "Tues ", "Wed ", "friday ")
CLOCKS = (" %H:%M", ", %H:%M", " 00:00", " 12:00", " 24:00", " 9:05", " 25:10", " 10:61")


@st.composite
def days_in_company(draw: st.DrawFn) -> str:
    at = draw(st.datetimes(datetime(1899, 1, 1), datetime(2103, 1, 1)))
    weekday = draw(st.sampled_from(("", "", *WEEKDAYS)))
    clock = draw(st.sampled_from(("", "", *CLOCKS)))
    return at.strftime(weekday + draw(st.sampled_from(FORMS)) + clock)


@given(days_in_company())
def test_the_quick_way_answers_as_the_grammar_does_or_not_at_all(text: str) -> None:
    quick = plain_day(text) or quick_day(text)

    assert quick in (None, read_in_full(text))


def test_the_forms_people_write_most_take_the_quick_way() -> None:
    left = "14/07/1999|1999-07-14|Wed 14 July 1999|14/07/1999 14:30|Wednesday, 14/07/99 09:05".split("|")

    assert [text for text in left if not (plain_day(text) or quick_day(text))] == []


def test_a_wrong_weekday_is_never_passed_by() -> None:
    assert quick_day("Thu 14 July 1999") is None
    assert read_in_full("Thu 14 July 1999").flags == ("weekday_disagrees",)
