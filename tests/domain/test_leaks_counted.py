"""A day told by counting is found, and what only counts is no day; a number read out is its figures."""

from __future__ import annotations

from datetime import date, timedelta

from candour.domain.leaks import Finder, Piece, Register
from candour.domain.leaks.dates import days_in
from tests.cases import every

DAY = date(2003, 11, 8)
TOLD = [
    "day 312 of 2003", "the 312th day of the year 2003", "2003, day 312", "DOY 312 2003", "2003312",
    "Saturday of week 45, 2003", "week 45 of 2003, on the Saturday", "the second Saturday of November 2003",
    "Date of birth: 37933", "name,date of birth\nA,37933", "serial 37933.0", "Excel 36471", "JD 2452951.5",
    "DOB (MJD) 52951", "VIII XI MMIII", "8 November MMIII", "the 8th day of November, MMIII",
    "the day after 7 November 2003", "two days before 10 November 2003", "a week after 1 November 2003",
    "the eighth of the eleventh, 2003", "8th of the 11th month of 2003", "8/11 in 2003", "8/eleven/2003",
    "dd=08 mm=11 yyyy=2003", '"year":2003,"month":11,"day":8', "8° novembre 2003",
    "eight/eleven/two thousand and three", "date of birth 03312",
]  # fmt: skip
OTHERS = [
    "Day 12, 2003", "it took 37933 steps", "£37,933", "case 312/2003", "the year MMIII", "week 45 of 2003",
    "the day after the 7th", "the second Saturday", "two days before the visit of 2003", "MMIII MMIV",
    "He was seen for the eighth time of the eleven in 2003", "day: 8, month: 11",
]  # fmt: skip
NUMBER = "943 476 5919"
READ_OUT = [
    "nine four three, four seven six, five nine one nine",
    "nine hundred and forty-three, four hundred and seventy-six, five thousand nine hundred and nineteen",
    "ninety-four thirty-four seventy-six fifty-nine nineteen",
    "943 four hundred seventy-six, fifty-nine nineteen",
    "neun vier drei vier sieben sechs fünf neun eins neun",
    "dziewięć cztery trzy cztery siedem sześć pięć dziewięć jeden dziewięć",
]


def named(text: str, day: date = DAY) -> bool:
    return bool([*days_in(text, frozenset([day]))])


@every("text", TOLD)
def test_a_day_told_by_counting_is_found_and_its_neighbours_are_not(text: str) -> None:
    assert named(f"It was {text}.")
    assert not named(f"It was {text}.", DAY + timedelta(days=3))


@every("text", OTHERS)
def test_what_only_counts_is_no_day(text: str) -> None:
    assert not named(f"And {text}, it says.")


def test_many_roman_years_on_end_are_read_in_no_time() -> None:
    assert not named("mmiii " * 400)


@every("said", READ_OUT)
def test_a_number_read_out_is_found(said: str) -> None:
    finder = Finder(Register(numbers=(NUMBER,)))

    assert finder.find([Piece("line 1", f"Call {said} now")])
    assert not Finder(Register(numbers=("943 476 5918",))).find([Piece("line 1", f"Call {said} now")])
