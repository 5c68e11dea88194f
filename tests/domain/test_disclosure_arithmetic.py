"""No day of birth and no exact day follows by arithmetic from what one open report tells."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.disclosure import Audience, Paragraph, Part, Source, view
from candour.domain.disclosure.days import Grain, age_on, band_of, in_words, whole_span
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.trouble import Trouble

CAST = Cast(
    (
        Person("sib", PersonKind.CHILD, "Ada Thorne", (), "Sibling 1", date(2008, 6, 11)),
        Person("mother", PersonKind.ADULT, "Delia Thorne", (), "Mother"),
    )
)


def told(*typed: str, audience: Audience = Audience.OPEN) -> list[str]:
    source = Source("Review", "2026/014", (Part("Part", tuple(map(Paragraph, typed))),))
    return [one.words for one in view(source, CAST, audience).paragraphs]


@pytest.mark.parametrize(
    ("text", "opened", "closed"),
    [
        ("[[sib]], [[on 2014-02-11 as age_band of sib]]", "Sibling 1, aged 5 to 8", "Ada Thorne, aged 5"),
        ("She was [[on 2014-06-10 as age of sib]].", "She was aged 5.", "She was aged 5."),
        ("She was [[on 2008-07-01 as age_band of sib]].", "She was aged under 1.", "She was aged under 1."),
        (
            "On [[on 2014-02-12 as count from 2014-02-01]]",
            "On Day 12",
            "On 12 February 2014 (Day 12)",
        ),
    ],
)
def test_ages_and_counted_days_are_told_by_rule(text: str, opened: str, closed: str) -> None:
    assert (told(text), told(text, audience=Audience.CLOSED)) == ([opened], [closed])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        # an exact age at an exact day
        ("[[on 2014-02-11 as age of sib]]", "On [[on 2014-02-11 as day]]"),
        # a birthday between two ages
        (
            "[[on 2014-05-20]] [[on 2014-05-20 as age of sib]]",
            "[[on 2014-06-28]] [[on 2014-06-28 as age of sib]]",
        ),
        # the edge of an age band
        (
            "[[on 2013-06-01 as day]] [[on 2013-06-01 as age_band of sib]]",
            "[[on 2013-06-20 as day]] [[on 2013-06-20 as age_band of sib]]",
        ),
        # Day 12 and an open day
        ("[[on 2014-02-12 as count from 2014-02-01]]", "On [[on 2014-02-12 as day]]"),
        ("[[on 2014-02-12 as count from 2014-02-01]]", "On [[on 2014-02-01 as day]]"),
        # two counted days at the two ends of a month
        (
            "[[on 2014-01-02]] [[on 2014-01-02 as count from 2014-01-02]]",
            "[[on 2014-01-30]] [[on 2014-01-30 as count from 2014-01-02]]",
        ),
        # a day of life, and the month of it
        ("[[on 2008-06-12]]", "[[on 2008-06-12 as count from 2008-06-11]]"),
    ],
)
def test_two_places_that_together_tell_too_much_are_both_named(first: str, second: str) -> None:
    with pytest.raises(Trouble) as trouble:
        told(f"{first}.", "Nothing here.", f"{second}.")

    assert trouble.value.where == "paragraph 1 and paragraph 3"
    assert "2008" not in str(trouble.value)
    assert [len(told(one)) for one in (first, second)] == [1, 1]


def test_a_day_of_birth_is_told_by_its_season_at_the_finest() -> None:
    with pytest.raises(Trouble, match="compute the day of birth of “sib”"):
        told("Born in [[on 2008-06-11]].")

    assert told("Born in [[on 2008-06-11 as season]].") == ["Born in summer 2008."]


def test_an_age_without_a_day_of_birth_or_before_it_is_refused() -> None:
    with pytest.raises(Trouble, match="no day of birth of “mother”"):
        told("[[on 2014-02-11 as age of mother]]")
    with pytest.raises(Trouble, match="before the birth"):
        told("[[on 2004-02-11 as age of sib]]")
    with pytest.raises(Trouble, match="before the day it is counted from"):
        told("[[on 2014-02-11 as count from 2014-02-12]]")


@given(
    st.dates(date(1990, 1, 1), date(2012, 12, 31)),
    st.lists(
        st.tuples(
            st.integers(0, 2000),
            st.sampled_from([Grain.MONTH, Grain.SEASON, Grain.YEAR]),
            st.sampled_from(["age", "age_band"]),
        ),
        min_size=1,
        max_size=5,
    ),
)
def test_by_brute_force_a_season_of_days_of_birth_stays_possible(
    born: date, events: list[tuple[int, Grain, str]]
) -> None:
    """Every day of birth is tried against what the open report says; the rule must leave ninety."""
    cast = Cast((Person("k", PersonKind.CHILD, "Ada Thorne", (), "Child A", born),))
    days = [(born + timedelta(after), grain, how) for after, grain, how in events]
    typed = " ".join(f"[[on {day} as {grain}]] [[on {day} as {how} of k]]" for day, grain, how in days)
    try:
        view(Source("R", "1", (Part("P", (Paragraph(typed),)),)), cast, Audience.OPEN)
    except Trouble:
        return

    def could_be(other: date) -> bool:
        for day, grain, how in days:
            age = age_on(born, day)
            low, high = band_of(age) if how == "age_band" else (age, age)
            first, last = whole_span(day, grain)
            if not (age_on(other, last) >= low and age_on(other, first) <= high):
                return False
        return True

    assert sum(could_be(born + timedelta(days)) for days in range(-400, 400)) >= 90


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.sampled_from([Grain.MONTH, Grain.SEASON, Grain.YEAR]))
def test_the_span_of_a_day_is_all_the_days_that_read_the_same(day: date, grain: Grain) -> None:
    first, last = whole_span(day, grain)
    one = timedelta(days=1)

    assert in_words(first, grain) == in_words(day, grain) == in_words(last, grain)
    assert in_words(first - one, grain) != in_words(day, grain) != in_words(last + one, grain)


def test_a_long_report_names_its_two_places_without_trying_every_pair() -> None:
    fill = [f"[[on {date(2013, 1, 1) + timedelta(n)} as year]]" for n in range(600)]
    told_twice = ["[[on 2014-02-12 as count from 2014-02-01]]", "On [[on 2014-02-12 as day]]"]

    with pytest.raises(Trouble) as trouble:
        told(told_twice[0], *fill, told_twice[1])

    assert trouble.value.where == "paragraph 1 and paragraph 602"
