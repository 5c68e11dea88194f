"""The same day however it is spelt; another day never."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.leaks.dates import days_in
from tests.cases import every

DAY = date(1999, 7, 14)
SPELLINGS = [
    "14/7/99", "14.07.1999", "14-07-1999", "14–07–1999", "1999-07-14", "1999/7/14", "7/14/1999", "99-07-14",
    "19990714", "14071999", "D:19990714120000", "1999-07-14T10:00:00Z", "14/7/\n1999", "14 07 1999",
    "14 July 1999", "14th July 1999", "14th of July, 1999", "Wednesday 14 July 1999", "July 14, 1999",
    "July the 14th, 1999", "14 jul '99", "14-Jul-1999", "14July1999", "1999, July 14", "14.VII.1999",
    "the fourteenth of July nineteen ninety-nine", "July Fourteenth, Nineteen Ninety Nine", "14\nJuly\n1999",
    "12-14 July 1999", "on 12, 13 and 14 July 1999", "14 July to 3 August 1999", "July 1999, on the 14th",
    "14 Gorffennaf 1999", "14 de julio de 1999", "14. Juli 1999", "14 juillet 1999", "14 lipca 1999",
    "1999-W28-3", "1999-195", "1 4 / 0 7 / 1 9 9 9", "14 | July | 1999", "14_July_1999",
]  # fmt: skip


def named(text: str, day: date = DAY) -> bool:
    return bool([*days_in(text, frozenset([day]))])


@every("spelling", SPELLINGS)
def test_a_day_is_found_in_every_spelling(spelling: str) -> None:
    assert named(f"born {spelling}, it says")


@every("spelling", SPELLINGS)
def test_the_next_day_is_not_found_in_any(spelling: str) -> None:
    assert not named(f"born {spelling}, it says", DAY + timedelta(days=1))


@pytest.mark.parametrize(
    "text",
    ["14 July", "July 1999", "1999", "section 14.7", "14 of 19", "14 7 99 12 3", "114/7/1999", "14/7/19990"],
)
def test_less_than_a_day_is_no_day(text: str) -> None:
    assert not named(text)


@given(
    st.dates(date(1920, 1, 1), date(2049, 12, 31)),
    st.sampled_from(["%d/%m/%Y", "%-d %B %Y", "%B %-d, %Y", "%Y%m%d"]),
)
def test_any_day_is_found_as_programs_write_it(day: date, form: str) -> None:
    assert named(f"It was {day.strftime(form)}.", day)


def test_the_words_of_a_day_are_told_as_they_stand() -> None:
    text = "seen on 14 July 1999 at home"
    hits = days_in(text, frozenset([DAY]))

    assert "14 July 1999" in {text[hit.start : hit.end] for hit in hits}


def test_paragraph_numbers_in_a_margin_are_no_date() -> None:
    """A report's own numbering must not stop its release; the same figures with strokes are the day."""
    day = date(2013, 12, 11)

    assert not list(days_in("11\n12\n13", frozenset({day})))
    assert list(days_in("11/12/13", frozenset({day})))
    assert list(days_in("11\n12\n2013", frozenset({day})))
