"""`candour deadlines`: when each clock of a regime runs out, and which days were skipped and why."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import click

from candour.cli.answers import Exit, answering, print_json, say
from candour.cli.packs_named import packs_option
from candour.cli.wording import counted, in_columns
from candour.domain.deadlines import (
    Calendar,
    Event,
    Pause,
    State,
    Stops,
    calendar_names,
    in_words,
    load_calendar,
    skipped_in_words,
    state,
)
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Clock, Deadline, StoppedClock, Timetable, day_written, load_regime, timetable
from candour.domain.trouble import Trouble

PAUSE_DO = "Write it as 2014-05-21..2014-07-31, or with publication: or learning: before it."


@click.command("deadlines")
@packs_option
@click.option(
    "--regime", "regime_name", required=True, help="The regime's name, as `candour regimes list` gives it."
)
@click.option(
    "--event",
    "events",
    multiple=True,
    metavar="NAME=DATE",
    help=f"What happened on which day: {', '.join(Event)}. May be given several times.",
)
@click.option("--nation", type=click.Choice(calendar_names()), help="Whose bank holidays: the regime's own.")
@click.option(
    "--pause",
    "pauses",
    multiple=True,
    metavar="DATE..DATE",
    help="Days that do not count, both ends among them; without the second date it still lasts. "
    "Stops only clocks whose law says so.",
)
@click.option("--today", metavar="DATE", help="The day on which to say what is due, at risk or late.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on stdout.")
def command(
    regime_name: str,
    events: tuple[str, ...],
    nation: str | None,
    pauses: tuple[str, ...],
    today: str | None,
    as_json: bool,
) -> None:
    """Say when each clock of a regime runs out, from the days of the events given.

    The day of an event is day 0, unless the regime counts it as day 1.
    """

    def work() -> int:
        regime = load_regime(regime_name)
        calendar = load_calendar(nation or regime.nation)
        day = None if today is None else _day(today, "--today")
        held = [one for words in pauses for one in _pauses(words)]
        found = timetable(regime, _events(events), calendar, pauses=held)
        if as_json:
            print_json({"regime": regime.name, **_as_json(found, calendar, day)})
        else:
            _print_for_people(found, calendar, day)
        return Exit.DONE

    answering(work, as_json_too=as_json)


def _events(given: Iterable[str]) -> dict[str, date]:
    """Each event on its one day: a second day for the same event is asked about, and not taken."""
    found: dict[str, date] = {}
    for name, day in map(_event, given):
        if found.setdefault(name, day) != day:
            raise Trouble(f"Two days are given for {name}.", where=f"--event {name}", do="Keep one of them.")
    return found


def _event(words: str) -> tuple[str, date]:
    name, sign, day = words.partition("=")
    if not sign or name not in list(Event):
        raise Trouble(f"{words!r} is no event.", do=f"Write NAME=DATE. The names are: {', '.join(Event)}.")
    return name, _day(day, f"--event {name}")


def _pauses(words: str) -> Iterable[Pause]:
    """One pause of each kind, unless the words say which of the two waits."""
    kind, sign, span = words.rpartition(":")
    first, dots, last = span.partition("..")
    if (sign and kind not in list(Stops)) or not dots:
        raise Trouble(f"{words!r} is no pause.", do=PAUSE_DO)
    start, end = _day(first, "--pause"), _day(last, "--pause") if last else None
    if end is not None and end < start:
        raise Trouble(f"The pause {words!r} ends before it begins.", do=PAUSE_DO)
    return [Pause(one, start, end) for one in ([Stops(kind)] if sign else Stops)]


def _day(words: str, option: str) -> date:
    try:
        return day_written(words)
    except ValueError:
        raise Trouble(f"{words!r} is no day.", where=option, do="Write it as 2014-06-19.") from None


def _as_json(found: Timetable, calendar: Calendar, today: date | None) -> dict[str, Any]:
    return {
        "deadlines": [_deadline(one, calendar, today) for one in found.deadlines],
        "paused": [_stopped(one) for one in found.stopped],
        "waiting": [{"name": one.name, "needs": str(one.starts)} for one in found.waiting],
    }


def _deadline(one: Deadline, calendar: Calendar, today: date | None) -> dict[str, Any]:
    excepted = one.exception
    return {
        **_clock(one.clock, one.start),
        "due": one.day.isoformat(),
        "skipped": [{"day": day.isoformat(), "why": why} for day, why in one.due.skipped],
        "state": None if today is None else str(state(one.day, today, calendar)),
        "exception": None if excepted is None else {"says": excepted.says, "citation": excepted.citation},
    }


def _stopped(one: StoppedClock) -> dict[str, Any]:
    return {
        **_clock(one.clock, one.start),
        "since": one.stopped.since.isoformat(),
        "left": one.stopped.left,
    }


def _clock(clock: Clock, start: date) -> dict[str, Any]:
    return {
        "name": clock.name,
        "title": clock.title,
        "from": start.isoformat(),
        "starts": str(clock.starts),
        "length": clock.length_in_words,
        "citation": clock.citation,
        "verified": clock.verified,
    }


def _print_for_people(found: Timetable, calendar: Calendar, today: date | None) -> None:
    for one in found.deadlines:
        standing = "" if today is None else f" ({in_words(one.day, today, calendar)})"
        click.echo(f"{one.clock.title}: {spoken_day(one.day)}{standing}")
        _say_why(one.clock, one.start, skipped_in_words(one.due.skipped))
        if one.exception is not None:
            click.echo(f"  {one.exception.says}")
    for held in found.stopped:
        click.echo(f"{held.clock.title}: no date. {held.stopped.in_words}, {held.stopped.left} days left")
        _say_why(held.clock, held.start, skipped_in_words(held.stopped.skipped))
    if found.waiting:
        click.echo("Not started yet:")
        rows = [[f"  {one.title}", f"needs {one.starts}"] for one in found.waiting]
        click.echo("\n".join(in_columns(rows)))
    late = 0 if today is None else sum(_is_late(one, today, calendar) for one in found.deadlines)
    say(f"{counted(len(found.deadlines), 'day')} due{f', {late} late' if late else ''}.")


def _say_why(clock: Clock, start: date, skipped: str) -> None:
    """What was counted, from when, by which law, and what was left out."""
    check = "" if clock.verified else " Check against the guidance in force."
    click.echo(
        f"  {clock.length_in_words} from {spoken_day(start)} ({clock.starts}). {clock.citation}.{check}"
    )
    if skipped:
        click.echo(f"  {skipped}")


def _is_late(one: Deadline, today: date, calendar: Calendar) -> bool:
    return state(one.day, today, calendar) is State.LATE
