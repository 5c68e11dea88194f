"""Invented entries, tellings and moments for tests of chronologies. No agency or event here is real."""

from __future__ import annotations

from datetime import date, datetime, time
from itertools import count

from candour.domain.chronology.entry import Chronology, Entry, Kind, Status, Telling
from candour.domain.moments import Fate, Moment, Precision
from candour.domain.returns.tables import Place

HEALTH, POLICE, SCHOOL = "Invented Health Visiting", "Invented Police", "Invented School"
AGENCIES = (HEALTH, POLICE, SCHOOL)
ROWS = count(2)


def moment(first: str | None, last: str | None = "", precision: Precision | None = None) -> Moment:
    """From ISO days or local times: `moment("1999-07-14")`, `moment("1999-07-01", "1999-07-31")`.

    None is an open end. Two different ends are an interval unless said otherwise.
    """
    last = first if last == "" else last
    text = first or "" if first == last else f"{first or '..'}/{last or '..'}"
    return Moment(
        text=text,
        fate=Fate.PLACED,
        edtf=text,
        earliest=_at(first, time(0, 0)),
        latest=_at(last, time(23, 59)),
        precision=precision or (Precision.DAY if first == last else Precision.INTERVAL),
        rule="invented",
    )


def month(year: int, number: int) -> Moment:
    """Some time within a month, as "July 1999" is read."""
    last = (date(year + number // 12, number % 12 + 1, 1)).toordinal() - 1
    return moment(f"{year}-{number:02}-01", date.fromordinal(last).isoformat(), Precision.MONTH)


def unread(text: str = "see log") -> Moment:
    """A date cell that could not be placed."""
    return Moment(text=text, fate=Fate.HELD, refused="Nothing in it could be a date.", code="unreadable_date")


def told(
    agency: str | None, on: Moment | None = None, status: Status = Status.TOLD, *, name: str = ""
) -> Telling:
    return Telling(name or agency or "Somebody", agency, on, status)


def entry(
    agency: str, when: Moment, *tellings: Telling, recorded: Moment | None = None, **more: object
) -> Entry:
    """An entry with an id and a row of its own; `more` are further fields by name."""
    row = next(ROWS)
    given = {"event": "Invented visit", "kind": Kind.ENTRY} | more
    place = Place(f"{agency.split()[-1].lower()}.csv", "", row)
    return Entry(
        id=str(given.pop("id", f"e{row}")),
        agency=agency,
        place=place,
        when=when,
        recorded=recorded,
        told=tellings,
        **given,  # type: ignore[arg-type]  # tests name the fields they want
    )


def chronology(*entries: Entry, agencies: tuple[str, ...] = AGENCIES) -> Chronology:
    return Chronology(agencies, entries)


def _at(written: str | None, otherwise: time) -> datetime | None:
    if written is None:
        return None
    if "T" in written:
        return datetime.fromisoformat(written)
    return datetime.combine(date.fromisoformat(written), otherwise)
