"""Made-up returns for measuring: many agencies, rows of very different length, dates as people write them.

Every name and word is invented. A share of the events is told by several agencies, some rows cannot be
placed, and nothing repeats more than real returns do: the words of a cell are drawn anew for each row.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate
from pathlib import Path

import xlsxwriter

COLUMNS = (
    *("Date", "Time", "Event", "Action taken", "Role", "Who was told", "Date told", "Status"),
    *("Date recorded", "Child seen", "Source"),
)
KINDS = (
    *("School", "Police", "Health Visiting", "Midwifery", "Housing", "Hospital", "Social Care", "Probation"),
    *("Surgery", "Nursery", "Drug and Alcohol", "Mental Health", "Ambulance", "Youth Justice"),
)
ROLES = ("Social Worker", "Teacher", "Health Visitor", "Constable", "Nurse", "Doctor", "Housing Officer")
STATUSES = ("told", "told", "told", "not told", "joint", "disputed", "implied", "")
CONTACTS = (
    *(
        "home visit",
        "telephone call",
        "meeting",
        "appointment missed",
        "referral received",
        "strategy meeting",
    ),
    *("attendance at hospital", "letter sent", "school absence", "anonymous concern", "case closed"),
)
EVERYDAY = (
    "the a to of and was that she he they with mother father child about at in on for not had been said "
    "home family seen again before after from this were which told baby worker concerns visit called by"
).split()
"""A third of all words, as in any English text."""

FIRST_DAY, DAYS = date(2008, 1, 7), 4000
SHARED = 0.15
"""Share of the rows that tell of an event which other agencies tell of too."""
SPELT_OTHERWISE, UNREADABLE, UNDATED = 0.15, 0.004, 0.004

Cells = tuple[str | float | date, ...]


@dataclass(frozen=True)
class MadeReturn:
    """One agency's return: title rows, a heading, entries, month headings and blank rows."""

    agency: str
    rows: list[Cells]


@dataclass(frozen=True)
class _Happening:
    """What several agencies tell of: its day, its hour, and the words that each of them would use."""

    day: date
    minute: int
    words: tuple[str, ...]


def make_returns(*, returns: int, rows: int, seed: int) -> Iterator[MadeReturn]:
    """So many returns of so many rows; the same seed makes the same ones."""
    words = _Words(random.Random(seed))
    agencies = [_agency(number) for number in range(returns)]
    drawn = random.Random(seed + 1)
    happenings = [_happening(drawn, words) for _ in range(max(1, int(returns * rows * SHARED / 3)))]
    for number, agency in enumerate(agencies):
        others = [one for one in agencies if one != agency]
        maker = _Maker(random.Random(seed * 1000 + number), words, others, happenings)
        yield MadeReturn(agency, list(maker.rows(agency, rows)))


def write_workbook(made: MadeReturn, folder: Path) -> Path:
    """As a spreadsheet program would save it: words shared, days as true dates where they are."""
    path = folder / f"{made.agency}.xlsx"
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("Chronology")
        for number, row in enumerate(made.rows):
            for column, cell in enumerate(row):
                if isinstance(cell, date):
                    sheet.write_datetime(number, column, cell, day)
                elif cell != "":
                    sheet.write(number, column, cell)
    return path


def _agency(number: int) -> str:
    area = ("Ashmere", "Brindle", "Corrow", "Dunfold")[number // len(KINDS) % 4]
    return f"{area} {KINDS[number % len(KINDS)]}"


def _happening(drawn: random.Random, words: _Words) -> _Happening:
    on = FIRST_DAY + timedelta(days=drawn.randrange(DAYS))
    return _Happening(on, drawn.randrange(8 * 60, 22 * 60), tuple(words.rare(drawn) for _ in range(8)))


class _Words:
    """A vocabulary of invented words, each used the less the later it stands, as in real texts (Zipf)."""

    def __init__(self, drawn: random.Random, size: int = 9000) -> None:
        starts = "b br c ch d dr f g gr h j k l m n p pl qu r s sh st t th tr v w".split()
        ends = (
            "ack ade all and ane arn ast ell end ern est ide ill ing int ish oak old ond ook orn oss und"
        ).split()
        seen: dict[str, None] = {}
        while len(seen) < size:
            many = drawn.choice((1, 2, 2, 3))
            seen["".join(drawn.choice(starts) + drawn.choice(ends) for _ in range(many))] = None
        self._words = list(seen)
        self._weights = list(accumulate(1 / (rank + 10) for rank in range(size)))

    def some(self, drawn: random.Random, count: int) -> list[str]:
        everyday = count // 3
        chosen = drawn.choices(self._words, cum_weights=self._weights, k=count - everyday)
        chosen += drawn.choices(EVERYDAY, k=everyday)
        drawn.shuffle(chosen)
        return chosen

    def rare(self, drawn: random.Random) -> str:
        return self._words[drawn.randrange(len(self._words) // 3, len(self._words))]


class _Maker:
    """The rows of one return, drawn one by one."""

    def __init__(
        self,
        drawn: random.Random,
        words: _Words,
        others: Sequence[str],
        happenings: Sequence[_Happening],
    ) -> None:
        self._drawn, self._words, self._others, self._happenings = drawn, words, others, happenings
        self._style = drawn.choice(USUAL_STYLES)

    def rows(self, agency: str, count: int) -> Iterator[Cells]:
        yield (f"Agency: {agency}",)
        yield ("Made-up return for measuring; nobody in it is real.",)
        yield ()
        yield COLUMNS
        happened = self._in_order(count)
        month = 0
        for on, told in happened:
            if on.month != month and self._drawn.random() < 0.3:
                month = on.month
                yield ()
                yield (f"{on:%B %Y}",)
            yield self._row(on, told)

    def _in_order(self, count: int) -> list[tuple[date, _Happening | None]]:
        drawn = self._drawn
        shared = drawn.sample(self._happenings, min(len(self._happenings), int(count * SHARED)))
        happened: list[tuple[date, _Happening | None]] = [(one.day, one) for one in shared]
        while len(happened) < count:
            happened.append((FIRST_DAY + timedelta(days=drawn.randrange(DAYS)), None))
        return sorted(happened, key=lambda one: one[0])

    def _row(self, on: date, shared: _Happening | None) -> Cells:
        drawn = self._drawn
        named = self._others and drawn.random() < (0.5 if shared else 0.12)
        told = drawn.sample(self._others, min(len(self._others), drawn.choice((1, 1, 2)))) if named else []
        return (
            self._date_cell(on),
            self._time_cell(shared),
            self._narrative(shared),
            " ".join(self._words.some(drawn, drawn.randint(3, 20))) if drawn.random() < 0.6 else "",
            f"{drawn.choice(ROLES)} {drawn.randint(1, 30)}",
            "; ".join(told),
            f"{on + timedelta(days=drawn.choice((0, 0, 0, 1, 3))):%d/%m/%Y}" if told else "",
            drawn.choice(STATUSES) if told else "",
            f"{on + timedelta(days=drawn.choice((0, 0, 1, 2, 9))):%d/%m/%Y}" if drawn.random() < 0.7 else "",
            drawn.choice(("Yes", "No", "")),
            f"Record {drawn.randint(1, 400)}, page {drawn.randint(1, 60)}",
        )

    def _date_cell(self, on: date) -> str | date:
        chance = self._drawn.random()
        if chance < UNREADABLE:
            return self._drawn.choice(("see record", "31/02/2015", "45/13/2014"))
        if chance < UNREADABLE + UNDATED:
            return ""
        style = self._drawn.choice(STYLES) if self._drawn.random() < SPELT_OTHERWISE else self._style
        return style(on)

    def _time_cell(self, shared: _Happening | None) -> str:
        drawn = self._drawn
        if drawn.random() < 0.6:
            return ""
        hour, minute = divmod(shared.minute if shared else drawn.randrange(8 * 60, 22 * 60), 60)
        half = "am" if hour < 12 else "pm"
        return drawn.choice(
            (
                f"{hour:02}:{minute:02}",
                f"{hour:02}{minute:02}",
                f"{(hour - 1) % 12 + 1}.{minute:02}{half}",
                "pm",
            )
        )

    def _narrative(self, shared: _Happening | None) -> str:
        """Five to eighty words, most of them under forty; of a shared event, six of its eight words too."""
        drawn = self._drawn
        words = self._words.some(drawn, min(80, max(5, int(drawn.lognormvariate(3.2, 0.7)))))
        if shared:
            for one in drawn.sample(shared.words, 6):
                words.insert(drawn.randrange(len(words)), one)
        text = f"{drawn.choice(CONTACTS)} {' '.join(words)}."
        return text[0].upper() + text[1:]


def _ordinal(day: int) -> str:
    return f"{day}{'th' if 10 < day < 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(day % 10, 'th')}"


USUAL_STYLES = (
    lambda on: f"{on:%d/%m/%Y}",
    lambda on: f"{on:%d.%m.%y}",
    lambda on: f"{on.day} {on:%B %Y}",
    lambda on: f"{_ordinal(on.day)} {on:%b %Y}",
    lambda on: f"{on:%A} {on.day} {on:%B %Y}",
    lambda on: datetime(on.year, on.month, on.day),
)
"""How a day is spelt; each return has one of these that it uses most, and now and then any."""
STYLES = (
    *USUAL_STYLES,
    lambda on: f"c. {on.day} {on:%B %Y}",
    lambda on: f"w/c {on - timedelta(days=on.weekday()):%d/%m/%Y}",
    lambda on: f"early {on:%B %Y}",
)
