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
    [
        "14 July",
        "July 1999",
        "1999",
        "section 14.7",
        "14 of 19",
        "14 7 99 12 3",
        "99\n14\n\n7",
        "114/7/1999",
        "14/7/19990",
    ],
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


KEPT = [
    "12\n02\n14", "born\n12\n02\n14\nin", "4\t12\t02\t14", "3\n12\n2\n2014\n5\n6",
    "1\t2\t12\t02\t14\t5", "3\n4\n12\n02\n14",
    "the 12th of February 2014", "12 (February) 2014", "12th day of February in the year 2014",
    "12. Februar 2014", "12 February, in 2014", "12\nFebruary\n2014", "12\tFebruary 2014", "12.2.\n2014",
    "on 12. February 2014", "12 | February | 2014", "Note 12 February 2014", "February the 12th of 2014",
    "12 de febrero del 2014", "In 2014, the 12th of February", "the twelfth of February 2014",
    "12 February, as she said, 2014", "11 February 2014\n12 February 2014\n13 February 2014",
    "11\nFebruary 2014\n12\nFebruary 2014\n13\nFebruary 2014", "twelfth\nFebruary\n2014", "12\n2\n2014",
    "FEBRUARY 12 2014", "11\n2\n2014\n12\n2\n2014\n13\n2\n2014", "10\nIt is\n2\n12\n2\n2014\n3\nNo",
]  # fmt: skip
INNOCENT = [
    "3\n12\n2\n14\n5", "Calls\t9\t12\t2\t14\t6",
    "2012 2013\nFebruary 12 9\nMarch 8 11", "2012\t2013\nFebruary\t12\t9\nMarch\t8\t11",
    "Paragraph 12 says so. In February 2014 it went on.", "See paragraph 12. In February 2014 it went on.",
    "Social Worker 2 in November 2013 wrote to Child 3 in May 2012.", "Note 1. In October 2013 he came.",
    "12\nIn February 2014 it went on.", "12. In February 2014 it went on.", "She was 12 in February 2014.",
    "Aged 12, in February 2014, and aged 3 (May 2012).", "Note 1. February 2014: a conversation.",
    "She told Social Worker 2. November 2013 passed.", "paragraphs 10 to 12. February 2014 was cold.",
    "Issue 12, February 2014", "Child 3\tMay 2012\nChild 4\tJune 2013",
    "In paragraph 12 the February 2014 meeting", "Social Worker 2 may have known in 2013.",
    "Child 3 may in 2012 have moved.", "Section 3 set out the law of 2014.",
    "He came second in October 2013 and first in May 2012.",
    "two visits: the first (May 2012), the second (July 2013)",
    "January 2014\n3\nFebruary 2014\n4\nMarch 2014\n7", "January 2014 3\nFebruary 2014 4\nMarch 2014 7",
    "10\nIt rained.\n11\nIt was cold.\n12\nFebruary 2014 was cold.\n13\nIt rained.\n14\nMay 2012 was dry.",
    "10 It rained.\n11 It was cold.\n12 February 2014 was cold.\n13 It rained.\n14 Nobody came.",
    "It was cold\t1\tFebruary 2014\nIt was cold\t2\tNobody came\nIt was cold\t3\tIt rained",
    "Of those, 12 in February 2014 and 13 in May 2012.", "Twelve in February 2014, one in May 2012.",
    "In May 2012 the 2nd review began.", "In May 2012, on the 2nd visit, he left.",
    "1\nFebruary 2014 was cold.\n2\nMarch 2014 was cold.\n3\nMay 2014 was warm.",
    "In May 2012, 3 children; in June 2012, 4.", "In May 3 in 2012 had left.",
    "2\nIt rained.\n8\n3\n2014 was cold.\n4\nIt rained.\n5\n2013 was warm.",
]  # fmt: skip
EVERY_DAY = frozenset(date(2012, 1, 1) + timedelta(number) for number in range(1100))


@every("spelling", KEPT)
def test_a_day_in_a_strange_guise_is_still_found(spelling: str) -> None:
    assert named(f"He came {spelling}, it says", date(2014, 2, 12)) or named(spelling, date(2014, 2, 12))


@every("sentence", INNOCENT)
def test_a_number_before_a_month_is_no_day_of_it(sentence: str) -> None:
    """Whatever days are in the register: a plain report must not be kept from its readers."""
    assert [*days_in(sentence, EVERY_DAY)] == []
    assert [*days_in(f"He said so.\n{sentence}\nShe agreed.", EVERY_DAY)] == []


@every("row", ["Day\tMonth\tYear\n11\t12\t14\n14\t7\t11", "DOB\t11\t12\t14\t7\t9", "11\t12\t14\t14\t07\t11"])
def test_a_row_of_figures_below_its_heading_or_beside_a_nought_is_a_day(row: str) -> None:
    assert [*days_in(row, frozenset([date(2014, 12, 11)]))]
    assert not [*days_in("Calls\t9\t11\t12\t14\t6", frozenset([date(2014, 12, 11)]))]
