"""EDTF strings and the days they cover, and the grammar's way back from them."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.moments import bounds_of, read
from candour.domain.moments.edtf import doubt_of, with_doubt


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("1999-07-14", date(1999, 7, 14), date(1999, 7, 14)),
        ("1999-07-14T14:30:00", date(1999, 7, 14), date(1999, 7, 14)),
        ("1999-07", date(1999, 7, 1), date(1999, 7, 31)),
        ("2000-02", date(2000, 2, 1), date(2000, 2, 29)),
        ("1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("1999-07-XX", date(1999, 7, 1), date(1999, 7, 31)),
        ("1999-XX-XX", date(1999, 1, 1), date(1999, 12, 31)),
        ("1999-XX-14", date(1999, 1, 14), date(1999, 12, 14)),
        ("1999-21", date(1999, 3, 1), date(1999, 5, 31)),
        ("1999-22", date(1999, 6, 1), date(1999, 8, 31)),
        ("1999-23", date(1999, 9, 1), date(1999, 11, 30)),
        ("1999-24", date(1999, 12, 1), date(2000, 2, 29)),
        ("1999-07-14?", date(1999, 7, 14), date(1999, 7, 14)),
        ("2011-06~", date(2011, 6, 1), date(2011, 6, 30)),
        ("1999-06/..", date(1999, 6, 1), None),
        ("1999-06/", date(1999, 6, 1), None),
        ("../1999-07-07", None, date(1999, 7, 7)),
        ("1999-04/1999-06", date(1999, 4, 1), date(1999, 6, 30)),
        ("2014-07-20~/2014-08-10", date(2014, 7, 20), date(2014, 8, 10)),
        ("[1999-07-14,1999-07-15]", date(1999, 7, 14), date(1999, 7, 15)),
        ("{1999-06,1999-08}", date(1999, 6, 1), date(1999, 8, 31)),
        ("XXXX", None, None),
        ("XXXX-07-14", None, None),
    ],
)
def test_an_edtf_string_covers_these_days(edtf, first, last):
    assert bounds_of(edtf) == (first, last)


@pytest.mark.parametrize(
    "text",
    ["", "14/07/1999", "1999-7-14", "1999-13", "1999-02-30", "../..", "[1999", "1999-07/1999-06", "9999-24"],
)
def test_what_is_no_edtf_has_no_bounds(text):
    with pytest.raises(ValueError, match=r".+"):
        bounds_of(text)


@pytest.mark.parametrize(
    ("edtf", "mark", "marked"),
    [
        ("1999-07-14", "?", "1999-07-14?"),
        ("1999-07~", "?", "1999-07%"),
        ("1999-04/1999-06~", "~", "1999-04~/1999-06~"),
        ("../1999-07", "?", "../1999-07?"),
        ("[1999-07-14,1999-07-15]", "~", "[1999-07-14~,1999-07-15~]"),
        ("1999-07-14T14:30:00", "?", "1999-07-14T14:30:00"),
    ],
)
def test_doubt_is_marked_on_every_date_and_on_no_time(edtf, mark, marked):
    assert with_doubt(edtf, mark) == marked


def test_the_doubt_of_a_string_is_that_of_its_marks_together():
    assert [doubt_of(one) for one in ("1999", "1999?", "1999~/2000", "1999?/2000~", "1999%")] == [
        *(None, "uncertain", "approximate", "both", "both")
    ]


@pytest.mark.parametrize(
    "edtf",
    [
        *("1999-07-14", "1999-07", "1999", "1999-21", "1999-24", "199X", "1999-07-XX", "1999-XX-XX"),
        *("1999-07-14?", "1999-07~", "1999%", "1999-06/..", "../1999-07-07", "1999-04/1999-06", "1999-07/"),
        *("[1999-07-14,1999-07-15]", "{1999-07-14,1999-07-16}", "1999-07-14T14:30:00"),
        *(
            "/1999-07",
            "2011-10/2011-12-15~",
            "1998-12/1999-02",
            "[1999-06-30,1999-07-01]",
            "1999-04-06/2000-04-05",
        ),
    ],
)
def test_a_reading_chosen_and_typed_in_is_placed_as_it_stands(edtf):
    assert read(edtf).edtf == edtf


def test_what_people_also_write_so_is_not_taken_for_edtf():
    assert read("2004-05").placed is False
    assert read("1999/2000").placed is False
