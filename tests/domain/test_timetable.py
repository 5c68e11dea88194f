"""The clocks of a law with pauses, exceptions and more time given: the day that counts, and the law's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from candour.domain.deadlines import Event, Pause, Stops, Unit, load_calendar
from candour.domain.packs.opening import Kind, pack_words
from candour.domain.rules import Clock, MoreTime, Regime, load_regime, read_regime, timetable

ENG = load_calendar("eng")
BASE = load_regime("eng.scr.wt2013")
EVENTS = {"initiated": date(2014, 1, 31)}
EXCEPTION = """
[[clocks.exceptions]]
from = 2014-03-01
to = 2014-03-31
says = "For one month the six months were an aim."
citation = "A relaxation made for this test"
verified = false
relaxed = true
length = 9
unit = "months"
"""


def with_clock(**changed: object) -> Regime:
    """The law of 2013 with its last clock changed."""
    finish = replace(BASE.clock("finish"), **changed)  # type: ignore[arg-type]
    return replace(BASE, clocks=(finish,))


def finish_due(regime: Regime, **rest: object) -> date:
    found = timetable(regime, EVENTS, ENG, **rest)  # type: ignore[arg-type]
    return found.deadlines[0].day


def read_with(after_finish: str) -> Clock:
    """The pack read with lines added to its clock "finish"."""
    words = pack_words(Kind.REGIMES, "eng.scr.wt2013")
    note = 'note = "Where the end is delayed'
    head, mark, tail = words.partition(note)
    line, newline, rest = tail.partition("\n")
    return read_regime(head + mark + line + newline + after_finish + rest, "test.toml").clock("finish")


def test_a_law_that_names_no_pause_stops_no_clock() -> None:
    paused = [
        Pause(Stops.PUBLICATION, date(2014, 2, 3), date(2014, 2, 12)),
        Pause(Stops.LEARNING, date(2014, 5, 1), None),
    ]

    assert finish_due(with_clock(), pauses=paused) == date(2014, 7, 31)
    assert finish_due(with_clock(pauses=(Stops.PUBLICATION,)), pauses=paused) == date(2014, 8, 10)
    stopped = timetable(with_clock(pauses=(Stops.LEARNING,)), EVENTS, ENG, pauses=paused).stopped
    assert [(one.clock.name, one.stopped.since) for one in stopped] == [("finish", date(2014, 5, 1))]


def test_more_time_leaves_the_law_s_own_day_beside_the_new_one() -> None:
    given = [
        MoreTime("finish", date(2014, 9, 30), "The inquest is heard first."),
        MoreTime("decide", date(2014, 12, 1), "Of another clock."),
        MoreTime("finish", date(2014, 11, 14), "The inquest was put off."),
    ]
    (one,) = timetable(BASE, EVENTS, ENG, more_time=given).deadlines

    assert (one.day, one.due.day) == (date(2014, 11, 14), date(2014, 7, 31))
    assert [more.now_due for more in one.extended] == [date(2014, 9, 30), date(2014, 11, 14)]


def test_an_exception_holds_for_clocks_that_run_on_one_of_its_days() -> None:
    regime = with_clock(exceptions=read_with(EXCEPTION).exceptions)
    (under,) = timetable(regime, EVENTS, ENG).deadlines
    (after,) = timetable(regime, {"initiated": date(2014, 4, 1)}, ENG).deadlines
    (before,) = timetable(regime, {"initiated": date(2013, 8, 31)}, ENG).deadlines

    assert (under.day, under.relaxed) == (date(2014, 10, 31), True)
    assert under.exception is not None
    assert under.exception.says.startswith("For one month")
    assert (after.day, after.exception) == (date(2014, 10, 1), None)
    assert (before.day, before.relaxed) == (date(2014, 2, 28), False)


def test_a_pack_says_what_day_the_event_is_and_what_stops_the_clock() -> None:
    clock = read_with('first_day = 1\npauses = ["publication", "learning"]\n')

    assert (clock.starts, clock.unit) == (Event.INITIATED, Unit.MONTHS)
    assert (clock.first_day, clock.pauses) == (1, (Stops.PUBLICATION, Stops.LEARNING))
    assert finish_due(replace(BASE, clocks=(clock,))) == date(2014, 7, 30)
