"""Dates are said in words that claim no more than was written."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.moments import read
from candour.domain.moments.spoken import spoken, spoken_day, spoken_days


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("14/7/99", "14 July 1999"),
        ("c. 21 June 1999", "about 21 June 1999"),
        ("? July 1999", "possibly July 1999"),
        ("July 1999", "July 1999"),
        ("spring 1999", "spring 1999"),
        ("Q1 2010", "January to March 2010"),
        ("1999", "1999"),
        ("1990s", "1990 to 1999"),
        ("3 to 5 May 2009", "3 to 5 May 2009"),
        ("28 April to 3 May 2009", "28 April to 3 May 2009"),
        ("29 Dec 2001 to 3 Jan 2002", "29 December 2001 to 3 January 2002"),
        ("w/c 4 May 2009", "week of 4 May 2009"),
        ("before April 1999", "before April 1999"),
        ("after 3 May 2001", "4 May 2001 or later"),
        ("4 or 5 August 1999", "4 or 5 August 1999"),
        ("30 April or 3 May 2001", "30 April or 3 May 2001"),
        ("May or June 1999", "May or June 1999"),
        ("14 July 1999 14:30", "14 July 1999, 14:30"),
        ("14/7/99 morning", "14 July 1999, morning"),
        ("between 14:00 and 15:00 on 3 May 2001", "3 May 2001, 14:00 to 15:00"),
        ("5/3", "“5/3”"),
        ("undated", "“undated”"),
    ],
)
def test_a_moment_is_said_as_people_say_it(written: str, said: str) -> None:
    assert spoken(read(written)) == said


@pytest.mark.parametrize(
    "written",
    ["14/7/99", "July 1999", "3 to 5 May 2009", "before April 1999", "4 or 5 August 1999", "spring 1999"],
)
def test_what_is_said_reads_back_as_the_same_bounds(written: str) -> None:
    moment = read(written)
    again = read(spoken(moment))

    assert (again.earliest, again.latest) == (moment.earliest, moment.latest)


def test_a_day_to_act_on_is_said_with_its_weekday() -> None:
    assert spoken_day(date(2014, 6, 19), weekday=True) == "Thursday 19 June 2014"


def test_whole_months_are_said_without_their_days() -> None:
    assert spoken_days(date(2009, 5, 1), date(2009, 6, 30)) == "May to June 2009"
    assert spoken_days(date(2009, 5, 1), date(2009, 6, 29)) == "1 May to 29 June 2009"
