"""Laws of reading dates: it never fails, claims no bound its EDTF lacks, and takes a plain day plainly."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

from hypothesis import assume, example, given
from hypothesis import strategies as st

from candour.domain.moments import (
    ALONE,
    Context,
    Fate,
    Moment,
    Precision,
    at_time,
    between,
    bounds_of,
    from_edtf,
    heading,
    read,
    read_cell,
)
from candour.domain.moments import cells as moments_of_cells
from candour.domain.moments.edtf import edges_of
from candour.domain.moments.fair_copy import fair_copy
from candour.domain.moments.reading import read_in_full
from tests.cases import every
from tests.strategies import days_as_written, days_of_our_time, spellings_gone_wrong

DATA = Path(__file__).parents[1] / "data"
SPELLINGS = [
    row["text"] for row in csv.DictReader((DATA / "date_spellings.csv").read_text("utf-8").splitlines())
]
INVENTED = [
    line.rpartition(" => ")[0].strip()
    for path in sorted((DATA / "dates").glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
]
EVERY = SPELLINGS + INVENTED

CONTEXTS = [
    ALONE,
    Context(year=1999),
    Context(year=1999, month=7),
    Context(month=2),
    Context(anchor=from_edtf("1999-06-18")),
    Context(year=2001, month=12, anchor=from_edtf("1999-07")),
]
IN_DAYS = {Precision.MINUTE, Precision.HOUR, Precision.PART_OF_DAY, Precision.DAY}


def contexts() -> st.SearchStrategy[Context]:
    return st.sampled_from(CONTEXTS)


def check_whole(moment: Moment) -> None:
    """What holds of every moment, whatever it was read from."""
    if moment.fate is not Fate.PLACED:
        assert moment.refused
        assert moment.code
        assert (moment.edtf, moment.earliest, moment.latest) == (None, None, None)
        assert moment.precision is Precision.UNKNOWN
        for reading in moment.readings:
            bounds_of(reading)
        return
    assert moment.edtf is not None
    assert moment.rule
    days = moment.earliest and moment.earliest.date(), moment.latest and moment.latest.date()
    assert days == bounds_of(moment.edtf)
    if not moment.timed:
        assert (moment.earliest, moment.latest) == edges_of(moment.edtf)
    if moment.earliest and moment.latest:
        assert moment.earliest <= moment.latest


@given(st.text(), contexts())
def test_any_text_at_all_is_placed_held_or_refused(text: str, context: Context) -> None:
    moment = read(text, context)

    assert moment.text == text
    check_whole(moment)


@given(st.text(alphabet="0123456789/.-:? ,~xXlO'\"()[]{}TZW+&", max_size=24), contexts())
def test_any_digits_and_marks_are_placed_held_or_refused(text: str, context: Context) -> None:
    check_whole(read(text, context))


@given(spellings_gone_wrong(EVERY), contexts())
def test_spellings_gone_wrong_are_placed_held_or_refused(text: str, context: Context) -> None:
    check_whole(read(text, context))
    heading(text)


@given(
    spellings_gone_wrong(EVERY), spellings_gone_wrong(EVERY), st.sampled_from(["14:30", "am", 0.5, "see log"])
)
def test_two_columns_and_a_time_give_a_moment_of_the_same_kind(
    one: str, other: str, cell: str | float
) -> None:
    check_whole(at_time(read(one), cell))
    joined = between(read(one), read(other))

    assert joined.fate is not Fate.PLACED or joined.edtf is not None
    check_whole(joined)


@given(
    st.one_of(st.integers(), st.floats(), st.booleans(), st.datetimes(), st.dates(), st.times(), st.none())
)
def test_any_typed_cell_is_placed_held_or_refused(cell: object) -> None:
    check_whole(read_cell(cell))


@given(days_as_written())
def test_a_day_written_in_any_uk_style_is_that_day(written: tuple[date, str]) -> None:
    day, words = written
    moment = read(words)

    assert moment.edtf == day.isoformat()
    assert moment.precision is Precision.DAY


@given(st.integers(0, 40), st.integers(0, 20), st.integers(1990, 2025), st.sampled_from("/.-"))
def test_numbers_are_day_first_wherever_a_day_first_reading_exists(d: int, m: int, y: int, mark: str) -> None:
    assume((d, m, y) != (1, 1, 1900))
    moment = read(f"{d}{mark}{m}{mark}{y}")
    try:
        expected = date(y, m, d).isoformat()
    except ValueError:
        assert moment.edtf != f"{y}-{m:02}-{d:02}"
        return

    assert moment.edtf == expected
    assert ("day_first_assumed" in moment.flags) == (d <= 12)


@given(days_of_our_time(), st.sampled_from(["{d.day}/{d.month}/{d:%y}", "{d:%d.%m.%y}", "{d.day} {d:%b %y}"]))
def test_two_digits_of_a_year_mean_the_nearer_century_or_hold(day: date, style: str) -> None:
    moment = read(style.format(d=day))
    short = day.year % 100
    if 30 <= short < 50:
        assert {one[:4] for one in moment.readings} == {f"19{short}", f"20{short}"}
    else:
        assert moment.edtf == day.replace(year=(1900 if short >= 50 else 2000) + short).isoformat()


@given(
    st.sampled_from(
        ["{a}/{b}/{y}", "{a}.{b}.{y}", "{a}-{b}-{y}", "{a} {n} {y}", "{a}-{n}-{y}", "{a}th {n} {y}"]
    ),
    st.integers(0, 33),
    st.integers(0, 14),
    st.sampled_from(["Jan", "FEB", "march", "Sept", "sep", "Juy", "May", "Mars", "december"]),
    st.sampled_from(["1999", "99", "00", "1900", "1899", "2100", "35", "07", "007"]),
)
def test_the_fast_way_answers_exactly_as_the_grammar_does(style: str, a: int, b: int, n: str, y: str) -> None:
    words = style.format(a=a, b=b, n=n, y=y)

    assert read(words) == read_in_full(words)


@given(days_as_written())
def test_the_fast_way_agrees_on_every_uk_style_too(written: tuple[date, str]) -> None:
    assert read(written[1]) == read_in_full(written[1])


@every("text", EVERY)
def test_the_same_words_are_read_the_same_way_each_time(text: str) -> None:
    first = read(text)
    read_in_full.cache_clear()

    assert read(text) == first


@example("2007-08-03T11:35:00Z", "\ufeff{}")
@given(st.sampled_from(EVERY), st.sampled_from([" {} ", "\u00a0{}", "{}\n", "\ufeff{}", "\t{}"]))
def test_spaces_around_words_change_nothing(text: str, around: str) -> None:
    assert replace(read(around.format(text)), text=text) == read(text)


@given(st.sampled_from([text for text in EVERY if text.isascii()]))
def test_capitals_and_wide_letters_change_nothing(text: str) -> None:
    wide = "".join(
        chr(ord(one) + 0xFEE0) if "!" <= one <= "~" and one not in "'\"`|~-\\" else one for one in text
    )
    assume(unicodedata.normalize("NFKC", wide) == text)
    capitals = read(re.sub(r"[a-wyz]", lambda match: match.group().upper(), text))

    assert fair_copy(wide) == fair_copy(text)
    assert (capitals.edtf, capitals.code) == (read(text).edtf, read(text).code)


@given(spellings_gone_wrong(EVERY), contexts())
def test_a_moment_comes_back_from_json_as_it_went(text: str, context: Context) -> None:
    moment = read(text, context)
    back = Moment.from_json(json.loads(json.dumps(moment.as_json())))

    assert back.as_json() == moment.as_json()
    assert back == replace(moment, code=None)


@given(st.sampled_from(EVERY))
def test_what_was_placed_is_placed_again_from_its_own_edtf(text: str) -> None:
    moment = read(text)
    assume(moment.edtf is not None)
    again = from_edtf(moment.edtf or "")

    assert bounds_of(again.edtf or "") == bounds_of(moment.edtf or "")


@given(days_of_our_time(), days_of_our_time(), st.sampled_from([" - ", " to ", " until ", "-"]))
def test_a_range_runs_from_its_first_day_to_its_last_or_is_held(one: date, other: date, join: str) -> None:
    first, last = sorted((one, other))
    forward, backward = (read(f"{a:%d/%m/%Y}{join}{b:%d/%m/%Y}") for a, b in ((first, last), (last, first)))

    assert bounds_of(forward.edtf or "") == (first, last)
    assert backward.edtf == first.isoformat() if first == last else backward.code == "ends_before_it_starts"


@given(days_of_our_time(), st.integers(0, 6))
def test_a_weekday_is_placed_only_when_it_is_that_day_s(day: date, weekday: int) -> None:
    name = ("Mon", "Tues", "Weds", "Thurs", "Fri", "Sat", "Sun")[weekday]
    moment = read(f"{name} {day:%d/%m/%Y}")

    assert moment.placed == (day.weekday() == weekday)
    assert moment.placed or f"{day.isoformat()}?" in moment.readings


TIMES = [
    "%H:%M",
    "%H%M",
    "%I.%M%p",
    "%I%p",
    "after %H:%M",
    "pm",
    "00:00",
    "c. %H:%M",
    "noon",
    "see log",
    None,
]


@given(days_as_written(), st.times(), st.sampled_from(TIMES))
def test_a_time_of_a_plain_day_is_what_any_clock_would_make_of_it(
    written: tuple[date, str], at: time, spelt: str | None
) -> None:
    moment, cell = read(written[1]), at.strftime(spelt) if spelt else at
    hand = moments_of_cells._hand_in(cell)
    if not moment.placed or moment.precision is not Precision.DAY or hand is None:
        return

    quickly = moments_of_cells._on_a_plain_day(moment, hand)

    assert quickly in (None, moments_of_cells._at_any_clock(moment, hand.clock))


@given(st.sampled_from(EVERY), days_of_our_time())
def test_an_anchor_adds_nothing_to_a_date_that_is_whole_alone(text: str, on: date) -> None:
    alone = read_in_full(text)
    for anchor in (from_edtf(on.isoformat()), from_edtf(f"{on:%Y-%m}")):
        assert not alone.placed or read_in_full(text, Context(anchor=anchor)) == alone


@given(st.datetimes(timezones=st.none() | st.sampled_from([UTC, timezone(timedelta(hours=5))])))
def test_a_true_date_asked_twice_is_read_as_if_for_the_first_time(cell: datetime) -> None:
    read_cell(cell.astimezone(UTC) if cell.tzinfo else cell)

    assert read_cell(cell) == moments_of_cells._typed_cell.__wrapped__(cell)
