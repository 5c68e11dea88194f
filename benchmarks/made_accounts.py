"""Made-up accounts with their own key: what happened, told by one to four agencies, each in its own words.

The people, places and words are invented, in made_accounts.toml, apart from the word lists that links are
found with. What they cannot show is how real people write; they show that the machine is sound.
"""

from __future__ import annotations

import random
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import combinations
from pathlib import Path

from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.moments import Fate, Moment, Precision
from candour.domain.returns.tables import Place

VOCABULARY = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
FIRST_DAY = datetime(2008, 1, 7)

TOLD_BY = (1, 1, 1, 1, 2, 2, 2, 3, 3, 4)
"""How many agencies tell of an event; more than half are told by one alone, or by two."""
SLIPS = (0,) * 86 + (1, -1) * 6 + (2, -2)
"""Days by which an account is dated wrongly, in a hundred."""
TIMED, TELLS, VAGUE, WITH_A_TWIN, ROUTINE = 0.4, 0.5, 0.06, 0.5, 0.8
"""Shares: accounts with a clock time, that name another as told, that are dated vaguely; events with another
much like it some days off, told by others; and routine rows for each event."""

PARTICULARS, SAID_OF_EACH = (2, 4), 0.7
"""How many particulars an event has, and the share of them that an account gives."""
OUT_OF_THE_WAY = 0.7
"""Share of particulars that hardly ever come twice; the rest come every other week, of other events."""

_SLOT = re.compile(r"\{(\w+)\}")
Facts = Mapping[str, str]
Pair = frozenset[str]


@dataclass(frozen=True)
class Made:
    """Entries in no order, and the key: every pair of ids, of two agencies, that tells of one event."""

    entries: list[Entry]
    key: frozenset[Pair]


@dataclass(frozen=True)
class _Happening:
    scene: str
    at: datetime
    facts: Facts
    particulars: Sequence[str] = ()


def make_accounts(*, events: int, seed: int, days: int = 3650) -> Made:
    """So many events over so many days; the same seed makes the same accounts."""
    drawn = random.Random(seed)
    writer = _Writer(drawn)
    key: set[Pair] = set()
    while writer.events < events:
        happening = _happen(drawn, drawn.choice(list(VOCABULARY["scenes"])), days)
        told = writer.tell(happening)
        key |= {frozenset(pair) for pair in combinations(told, 2)}
        if drawn.random() < WITH_A_TWIN:
            twin = _happen(drawn, happening.scene, days, near=happening)
            told = writer.tell(twin)
            key |= {frozenset(pair) for pair in combinations(told, 2)}
    for _ in range(int(events * ROUTINE)):
        writer.routine(FIRST_DAY + timedelta(days=drawn.randrange(days)))
    drawn.shuffle(writer.entries)
    return Made(writer.entries, frozenset(key))


def _happen(drawn: random.Random, scene: str, days: int, near: _Happening | None = None) -> _Happening:
    """Something that happens; a twin is of the same kind, within four days, with other facts."""
    day = FIRST_DAY + timedelta(days=drawn.randrange(days))
    if near:
        day = datetime.combine(near.at, time()) + timedelta(days=drawn.choice((-4, -3, -2, -1, 1, 2, 3, 4)))
    at = day + timedelta(minutes=drawn.randrange(7 * 60, 23 * 60))
    facts = {slot: drawn.choice(values) for slot, values in VOCABULARY["facts"].items()}
    return _Happening(scene, at, facts, _some_particulars(drawn))


def _some_particulars(drawn: random.Random) -> list[str]:
    return [_particular(drawn) for _ in range(drawn.randint(*PARTICULARS))]


def _particular(drawn: random.Random) -> str:
    """What is particular about one event, with its names and numbers; in two ways, parted by a bar."""
    words = VOCABULARY["particulars"]
    if drawn.random() < OUT_OF_THE_WAY:
        thing, befell, spot = (_ways(drawn.choice(words[slot])) for slot in ("thing", "befell", "spot"))
        return "|".join(f"{thing[one]} {befell[one]} {spot[one]}" for one in (0, -1))
    chosen = {slot: drawn.choice(words[slot]) for slot in ("name", "day", "letter")}
    chosen["number"] = str(drawn.randrange(2, 99))
    return _SLOT.sub(lambda slot: chosen[slot[1]], drawn.choice(words["seen"]))


def _ways(fact: str) -> list[str]:
    return fact.split("|")


class _Writer:
    """Writes the rows. Each row is an agency's own: its phrases, its slips, what it leaves out."""

    def __init__(self, drawn: random.Random) -> None:
        self.entries: list[Entry] = []
        self.events = 0
        self._drawn = drawn

    def tell(self, happening: _Happening) -> list[str]:
        """Let one to four agencies tell of it; the ids of their rows."""
        drawn, scene = self._drawn, VOCABULARY["scenes"][happening.scene]
        self.events += 1
        by = drawn.sample(scene["by"], min(len(scene["by"]), drawn.choice(TOLD_BY)))
        ways = drawn.sample(scene["told"], len(by))
        ids = []
        for agency, way in zip(by, ways, strict=True):
            asides = [one for one in scene["asides"] if drawn.random() < 0.35]
            said = " ".join(self._said(text, happening.facts) for text in (way, *asides))
            said = " ".join((said, *self._particulars(happening)))
            when = self._dated(happening.at + timedelta(days=drawn.choice(SLIPS)))
            ids.append(self._write(agency, when, said, self._tellings(agency, by, scene["by"])))
        return ids

    def routine(self, day: datetime) -> None:
        """A row of every day, of one agency alone."""
        agency = self._drawn.choice(list(VOCABULARY["routine"]))
        text = self._drawn.choice(VOCABULARY["routine"][agency])
        facts = {slot: self._drawn.choice(values) for slot, values in VOCABULARY["facts"].items()}
        at = day + timedelta(minutes=self._drawn.randrange(8 * 60, 18 * 60))
        said = self._said(text, facts)
        if self._drawn.random() < 0.4:
            said += f" {_particular(self._drawn).split('|')[0]}."
        self._write(agency, self._dated(at), said, ())

    def _particulars(self, happening: _Happening) -> Iterator[str]:
        for one in happening.particulars:
            if self._drawn.random() < SAID_OF_EACH:
                words = self._drawn.choice(one.split("|"))
                yield f"{words[0].upper()}{words[1:]}."

    def _said(self, text: str, facts: Facts) -> str:
        """The facts put in, each in one of the ways in which people write it."""
        return _SLOT.sub(lambda slot: self._drawn.choice(facts[slot[1]].split("|")), text)

    def _dated(self, at: datetime) -> Moment:
        day = datetime.combine(at, time())
        if self._drawn.random() < VAGUE:
            first = (
                (day - timedelta(days=day.weekday())) if self._drawn.random() < 0.6 else day.replace(day=1)
            )
            last = first + timedelta(days=6) if first.day != 1 else _end_of_month(first)
            return _moment(f"{first:%d/%m/%y} on", first, _night(last), Precision.INTERVAL)
        if self._drawn.random() < TIMED:
            at += timedelta(minutes=self._drawn.choice((0, 0, 0, 5, -10, 15, -20, 40)))
            return _moment(f"{at:%d/%m/%y %H:%M}", at, at, Precision.MINUTE)
        return _moment(f"{day:%d/%m/%y}", day, _night(day), Precision.DAY)

    def _tellings(self, own: str, by: Sequence[str], could: Sequence[str]) -> tuple[Telling, ...]:
        """Who was told: mostly one that tells of it too, sometimes one that wrote nothing."""
        if self._drawn.random() > TELLS:
            return ()
        others = [one for one in (by if self._drawn.random() < 0.8 else could) if one != own]
        if not others:
            return ()
        name = self._drawn.choice(others)
        return (Telling(name, name, None, Status.TOLD),)

    def _write(self, agency: str, when: Moment, said: str, told: tuple[Telling, ...]) -> str:
        number = len(self.entries)
        said = said[0].upper() + said[1:]
        action = self._drawn.choice(VOCABULARY["results"]["words"])
        place = Place(f"{agency}.csv", "", number + 2)
        entry = Entry(f"e{number:016x}", agency, place, when, said, action=action, told=told)
        self.entries.append(entry)
        return entry.id


def _moment(text: str, first: datetime, last: datetime, precision: Precision) -> Moment:
    return Moment(text, Fate.PLACED, earliest=first, latest=last, precision=precision)


def _night(day: datetime) -> datetime:
    return day.replace(hour=23, minute=59)


def _end_of_month(first: datetime) -> datetime:
    return (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def sample_of(made: Made, count: int) -> Iterator[str]:
    """Some of the rows in words, for whoever wants to see what they are like."""
    for entry in made.entries[:count]:
        yield f"{entry.when.text}  {entry.agency}: {entry.event} {entry.action}"
