"""Which row of a table is its heading, and which column tells what: proposed, or as a person has said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from candour.domain.moments import ALONE, read_cell
from candour.domain.returns.fields import CERTAIN, Field, field_of, fold_heading
from candour.domain.returns.tables import Row, Table, is_blank
from candour.domain.trouble import Trouble

LOOK_FOR_HEADING_IN = 40
"""Rows. Title blocks are shorter than this; a heading further down is no heading of this table."""

_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said about one return, as in MAP.toml. Whatever is not said is proposed.

    `left_out` are headings that mean none of our fields: their cells are kept with the row all the same.
    """

    agency: str | None = None
    part: str | None = None
    heading_row: int | None = None
    columns: Mapping[Field, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one table: its row number, the words of each column, and the column of each field."""

    row: int
    words: tuple[str, ...]
    columns: Mapping[Field, int]
    confidence: Mapping[Field, float]
    lines: tuple[tuple[str, ...], ...] = ((),)
    """The words of each row the heading was written over, where those are more than one."""
    told_beside: tuple[int, ...] = ()
    """Further columns of who was told: a return may have one for "informed" and one for "copied to"."""

    def column_names(self) -> dict[Field, str]:
        return {one: self.words[column] for one, column in self.columns.items()}

    def repeated_by(self, row: Row) -> bool:
        """True when a later row says the same headings again, as at the top of a printed page."""
        return any(_same_words(row, line) for line in (self.words, *self.lines))


def find_heading(table: Table, said: Said = NOTHING_SAID) -> Heading | None:
    """The heading of a table, or None where no row has both a date and something else we know.

    The row that names the most fields wins, the first of equals.
    """
    if table.headings:
        return _heading_of(0, _kept_apart(table.headings), said)
    if said.heading_row is not None:
        return _said_heading(table, said)
    best: Heading | None = None
    rows = table.rows[:LOOK_FOR_HEADING_IN]
    for at, row in enumerate(rows):
        if best is not None and _has_entry(best, row):
            return best
        heading = _read_heading(row, said)
        if at and (over_two := _over_two_rows(rows[at - 1], row, heading, said)) is not None:
            heading = over_two
        if heading is not None and (best is None or _weight(heading) > _weight(best)):
            best = heading
    return best


def changed_heading(row: Row, now: Heading) -> Heading | None:
    """Another heading further down: a row of nothing but known headings, date and words among them."""
    if has_figure(row.words(now.columns[Field.DATE]) or "0") or now.repeated_by(row):
        return None  # at once for the rows of entries, which have a date here or nothing
    said = [row.words(c) for c in range(len(row.cells)) if row.words(c)]
    if len(said) < 3 or any(field_of(one) is None for one in said):
        return None
    found = _read_heading(row, NOTHING_SAID)
    if found is None or found.confidence[Field.DATE] < CERTAIN:
        return None
    worded = Field.EVENT in found.columns or (
        Field.ACTION in found.columns and Field.EVENT not in now.columns
    )
    return found if worded else None


def has_figure(words: str) -> bool:
    """True for words with any digit in them, as dates have and headings seldom."""
    return _FIGURE.search(words) is not None


def _weight(heading: Heading) -> float:
    return sum(heading.confidence.values())


def _has_entry(heading: Heading, row: Row) -> bool:
    """True when a row has a date where the heading says, and words beside it: the entries have begun."""
    date = heading.columns[Field.DATE]
    if date >= len(row.cells) or is_single(row) or not read_cell(row.cells[date], ALONE).placed:
        return False
    words = [heading.columns[one] for one in (Field.EVENT, Field.ACTION) if one in heading.columns]
    return any(row.words(column) for column in words)


def _read_heading(row: Row, said: Said) -> Heading | None:
    if not said.columns and any(read_cell(row.cells[c], ALONE).placed for c in range(len(row.cells))):
        return None
    return _heading_of(row.number, heading_words(row), said)


def _heading_of(number: int, words: tuple[str, ...], said: Said) -> Heading | None:
    if any(_column_headed(heading, words) is None for heading in said.columns.values()):
        return None
    columns, confidence = _propose(words, said)
    if Field.DATE not in columns or len(columns) < 2:
        return None
    return Heading(number, words, columns, confidence, told_beside=_told_beside(words, columns, said))


def _over_two_rows(upper: Row, lower: Row, alone: Heading | None, said: Said) -> Heading | None:
    """Headings written over two rows ("Details of" above "contact"), where only together all are known."""
    if lower.number != upper.number + 1 or is_single(upper) or is_single(lower):
        return None
    width = max(len(upper.cells), len(lower.cells))
    joined = tuple(f"{upper.words(c)} {lower.words(c)}".strip() for c in range(width))
    if any((guess := field_of(one)) is None or guess[1] < CERTAIN for one in joined if one):
        return None
    both = _heading_of(lower.number, _kept_apart(joined), said)
    above = _heading_of(upper.number, heading_words(upper), said)
    if both is None or any(one is not None and _weight(one) >= _weight(both) for one in (alone, above)):
        return None
    lines = tuple(tuple(row.words(c) for c in range(width)) for row in (upper, lower))
    return replace(both, lines=lines)


def _same_words(row: Row, headings: Sequence[str]) -> bool:
    met = False
    for column, heading in enumerate(headings):
        if words := row.words(column):
            if fold_heading(words) != fold_heading(heading):
                return False
            met = True
    return met


def _propose(words: Sequence[str], said: Said) -> tuple[dict[Field, int], dict[Field, float]]:
    """Each field's column: what is said first, then the surest heading, then the leftmost."""
    columns: dict[Field, int] = {}
    confidence: dict[Field, float] = {}
    for one, heading in said.columns.items():
        if (column := _column_headed(heading, words)) is not None:
            columns[one], confidence[one] = column, CERTAIN
    meant = [(column, one) for column, one in enumerate(words) if one not in said.left_out]
    guesses = [(guess, column) for column, one in meant if (guess := field_of(one))]
    for (one, sure), column in sorted(guesses, key=lambda each: (-each[0][1], each[1])):
        if one not in columns and column not in columns.values():
            columns[one], confidence[one] = column, sure
    return columns, confidence


def _told_beside(words: Sequence[str], columns: Mapping[Field, int], said: Said) -> tuple[int, ...]:
    """Only columns that surely tell who was told, that mean nothing else, and that no person left out."""
    free = [c for c in range(len(words)) if c not in columns.values() and words[c] not in said.left_out]
    return tuple(c for c in free if Field.TOLD in columns and field_of(words[c]) == (Field.TOLD, CERTAIN))


def _column_headed(heading: str, words: Sequence[str]) -> int | None:
    """The column with just this heading, else the first that differs only in case, signs or brackets."""
    written = " ".join(heading.split())
    if written in words:
        return words.index(written)
    folded = [fold_heading(one) for one in words]
    return folded.index(fold_heading(heading)) if fold_heading(heading) in folded else None


def heading_words(row: Row) -> tuple[str, ...]:
    """The words of each column, made different from each other: "Notes", "Notes (2)", "Column 5"."""
    return _kept_apart([row.words(column) for column in range(len(row.cells))])


def _kept_apart(written: Sequence[str]) -> tuple[str, ...]:
    seen: dict[str, int] = {}
    words = []
    for column, each in enumerate(written):
        one = " ".join(each.split()) or f"Column {column + 1}"
        seen[one] = seen.get(one, 0) + 1
        words.append(one if seen[one] == 1 else f"{one} ({seen[one]})")
    return tuple(words)


def _said_heading(table: Table, said: Said) -> Heading:
    row = next((row for row in table.rows if row.number == said.heading_row), None)
    if row is None:
        raise Trouble(
            f"The map says that row {said.heading_row} holds the headings, but nothing stands there.",
            where=table.part or None,
            do="Give the number of the row with the headings as heading_row in the map.",
        )
    words = heading_words(row)
    where = f"{table.part}, row {row.number}" if table.part else f"row {row.number}"
    use = f"Use one of its headings: {', '.join(words)}."
    for one, heading in said.columns.items():
        if _column_headed(heading, words) is None:
            what = f"The map says that {one} stands under {heading!r}, but no column has that heading."
            raise Trouble(what, where=where, do=use)
    columns, confidence = _propose(words, said)
    if Field.DATE not in columns:
        what = "The map says that the headings stand there, but none of them is a heading of dates."
        raise Trouble(what, where=where, do=f"Say in the map which column is the date. {use}")
    return Heading(row.number, words, columns, confidence, told_beside=_told_beside(words, columns, said))


def is_single(row: Row) -> bool:
    """True when only one cell of the row says anything (one cell spread over the columns counts as one)."""
    said = {
        row.words(c) for c in range(len(row.cells)) if not is_blank(row.cells[c]) and c not in row.carried
    }
    return len(said) == 1
