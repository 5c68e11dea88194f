"""What single cells of a row say: yes or no, a number, people, a time without contact; a row in words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from functools import lru_cache
from itertools import compress

from candour.domain.chronology.entry import Kind, Status
from candour.domain.moments import Moment, between
from candour.domain.returns.fields import Field, tells_who_attended
from candour.domain.returns.furniture import AUTHOR_NOTE_MARKS, source_of_authors_notes
from candour.domain.returns.mapping import Heading, has_figure
from candour.domain.returns.tables import Row

GAP_STATEMENT = re.compile(
    r"\s*(no|nil)\s+((known|further|recorded)\s+)*(contacts?|involvement|entries|activity|records?)\b", re.I
)
"""An agency's own words for having had nothing to do with the family over a time."""

A_DAY = timedelta(days=1)
NOWHERE = -1
"""The column of a field that a return has not: a blank is put after the last cell of each row."""

_LEADING_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")
_BETWEEN_PEOPLE = re.compile(r"[;\n]")


class Columns:
    """A heading made ready for its many rows: the column of each field, and the name of each column."""

    __slots__ = ("_authors", "_blanks", "_names", "heading", "telling", "told_in", *(f.value for f in Field))
    date: int
    end_date: int
    time: int
    end_time: int
    sequence: int
    agency: int
    role: int
    people: int
    event: int
    action: int
    told: int
    told_on: int
    told_status: int
    recorded_on: int
    child_seen: int
    child_alone: int
    source: int

    def __init__(self, heading: Heading) -> None:
        self.heading = heading
        for field in Field:
            setattr(self, field.value, heading.columns.get(field, NOWHERE))
        self._blanks = [""] * (1 + max(len(heading.words), 1 + max(heading.columns.values())))
        self._names = list(heading.words)
        self._authors = source_of_authors_notes(heading)
        told = [heading.columns[one] for one in (Field.TOLD,) if one in heading.columns]
        self.told_in = [(c, _status_under(heading, c)) for c in (*told, *heading.told_beside)]
        """Every column of who was told, with what it says where the row gives no status."""
        lines = [line for line in (heading.words, *heading.lines) if line]
        self.telling = all(self.date < len(line) and not has_figure(line[self.date]) for line in lines)
        """True when each line of headings names the dates, without a figure: a row with one is no repeat."""

    def words_of(self, row: Row) -> list[str]:
        """The words of a row, with a blank for each cell it lacks, and one more for the fields it lacks."""
        words = row.in_words()
        words += self._blanks[len(words) :] or [""]
        return words

    def by_name(self, words: Sequence[str]) -> dict[str, str]:
        """Every cell that says something, by the words of its column's heading."""
        names = self._names
        while len(names) < len(words):
            names.append(f"Column {len(names) + 1}")
        return dict(compress(zip(names, words, strict=False), words))

    def plainly_an_entry(self, number: int, words: Sequence[str]) -> bool:
        """True for a row that is surely no furniture and no other heading. Only for speed.

        It stands under the headings, and has a date with a figure in it and words beside; where a
        glossary has begun that is not enough.
        """
        date = words[self.date]
        plainly = self.under_headings(number, words) and has_figure(date) and "(" not in date
        return plainly and len(words) - words.count("") > 1

    def under_headings(self, number: int, words: Sequence[str]) -> bool:
        """True for a row under the headings that no mark of its author makes a note."""
        if not self.telling or number <= self.heading.row:
            return False
        return not (0 <= self._authors < len(words) and words[self._authors].startswith(AUTHOR_NOTE_MARKS))


def _status_under(heading: Heading, column: int) -> Status:
    attended = column < len(heading.words) and tells_who_attended(heading.words[column])
    return Status.JOINT if attended else Status.TOLD


def leading_number(words: str) -> float | None:
    found = _LEADING_NUMBER.match(words)
    return float(found[0]) if found else None


def people_in(words: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in _BETWEEN_PEOPLE.split(words) if one.strip()) if words else ()


def kind_of(event: str, when: Moment) -> Kind:
    """A gap statement covers a time; "No contact made" on one day is an entry like any other."""
    over_a_time = when.earliest is None or when.latest is None or when.latest - when.earliest >= A_DAY
    return Kind.GAP_STATEMENT if over_a_time and GAP_STATEMENT.match(event) else Kind.ENTRY


def until(moment: Moment, end: Moment) -> Moment:
    """To an end time on the same day; where it is earlier, the night ended on the next and is left unsaid."""
    in_order = moment.earliest and end.latest and moment.earliest <= end.latest
    return between(moment, end) if end.timed and in_order else moment


@lru_cache(maxsize=1024)  # a column of these holds a handful of words
def yes_or_no(words: str) -> bool | None:
    first = words.casefold().strip(" .")
    if first in {"y", "yes", "true", "seen", "x", "✓", "✔"} or first.startswith("yes"):
        return True
    if first in {"n", "no", "false", "not seen"} or first.startswith("no,"):
        return False
    return None
