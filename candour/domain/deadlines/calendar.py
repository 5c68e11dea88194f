"""Which days are worked: weekends, and the bank holidays of a calendar pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from candour.domain.packs.opening import Kind, pack_names, pack_words
from candour.domain.packs.tables import Table, read_pack
from candour.domain.trouble import Trouble

WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())


@dataclass(frozen=True, slots=True)
class Calendar:
    """The rest days of a nation, from `first_year` to `last_year`; other years it does not know.

    `holidays` are the bank holidays on which people would else work: one that falls on a weekend
    stands at its substitute day.
    """

    name: str
    title: str
    first_year: int
    last_year: int
    holidays: Mapping[date, str]
    sources: tuple[str, ...] = ()

    def why_rest(self, day: date) -> str | None:
        """Why nobody works on this day ("Saturday", "Christmas Day"), or None on a working day.

        Raises Trouble for a year whose bank holidays the pack does not hold.
        """
        if not self.first_year <= day.year <= self.last_year:
            raise Trouble(
                f"The calendar of {self.title} has no bank holidays for {day.year}.",
                do=f"It knows {self.first_year} to {self.last_year}. Check the day.",
            )
        return WEEKDAYS[day.weekday()] if day.weekday() >= 5 else self.holidays.get(day)

    def works(self, day: date) -> bool:
        """Whether this is a working day. Raises Trouble as `why_rest`."""
        return self.why_rest(day) is None


def calendar_names() -> tuple[str, ...]:
    """The names of the calendars there are."""
    return pack_names(Kind.CALENDARS)


@cache
def load_calendar(name: str) -> Calendar:
    """The calendar of a pack. Raises Trouble: no such pack; Troubles: one with slips."""
    return read_calendar(pack_words(Kind.CALENDARS, name), f"calendars/{name}.toml")


def read_calendar(words: str, where: str) -> Calendar:
    """The calendar that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, _calendar)


def _calendar(top: Table) -> Calendar:
    first, last = top.number("first_year"), top.number("last_year")
    return Calendar(
        name=top.slug("name"),
        title=top.text("title"),
        first_year=first,
        last_year=last,
        holidays=MappingProxyType(_holidays(top, range(first, last + 1))),
        sources=top.texts("sources", least=1),
    )


def _holidays(top: Table, years: range) -> dict[date, str]:
    table = top.table("holidays")
    found: dict[date, str] = {}
    for key in table:
        title = table.text(key)
        try:
            found[date.fromisoformat(key)] = title
        except ValueError:
            table.slip(key, "is not a day", "Write it like 2013-05-06.")
    for day in found:
        if day.year not in years or day.weekday() >= 5:
            table.slip(day.isoformat(), "is a weekend day or of a year outside the pack")
    return found
