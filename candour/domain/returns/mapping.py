"""Which row of a table is its heading, and which column tells what: proposed, or as a person has said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from candour.domain.returns.fields import CERTAIN, Field, field_of, fold_heading
from candour.domain.returns.tables import Row, Table, is_blank
from candour.domain.trouble import Trouble

LOOK_FOR_HEADING_IN = 40
"""Rows. Title blocks are shorter than this; a heading further down is no heading of this table."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a person has said about one return in MAP.toml. Whatever is not said is proposed."""

    agency: str | None = None
    part: str | None = None
    heading_row: int | None = None
    columns: Mapping[Field, str] = field(default_factory=dict)


NOTHING_SAID = Said()


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of one table: its row number, the words of each column, and the column of each field."""

    row: int
    words: tuple[str, ...]
    columns: Mapping[Field, int]
    confidence: Mapping[Field, float]

    def column_names(self) -> dict[Field, str]:
        return {one: self.words[column] for one, column in self.columns.items()}

    def repeated_by(self, row: Row) -> bool:
        """True when a later row says the same headings again, as at the top of a printed page."""
        met = False
        for column, heading in enumerate(self.words):
            if words := row.words(column):
                if fold_heading(words) != fold_heading(heading):
                    return False
                met = True
        return met


def find_heading(table: Table, said: Said = NOTHING_SAID) -> Heading | None:
    """The heading of a table, or None where no row has both a date and something else we know.

    The row that names the most fields wins, the first of equals.
    """
    if said.heading_row is not None:
        return _said_heading(table, said)
    best: tuple[float, Heading] | None = None
    for row in table.rows[:LOOK_FOR_HEADING_IN]:
        heading = _read_heading(row, said)
        if heading is None:
            continue
        weight = sum(heading.confidence.values())
        if best is None or weight > best[0]:
            best = weight, heading
    return best[1] if best else None


def _read_heading(row: Row, said: Said) -> Heading | None:
    words = heading_words(row)
    columns, confidence = _propose(words, said.columns)
    if said.columns and not set(said.columns) <= set(columns):
        return None
    if Field.DATE not in columns or len(columns) < 2:
        return None
    return Heading(row.number, words, columns, confidence)


def _propose(words: Sequence[str], said: Mapping[Field, str]) -> tuple[dict[Field, int], dict[Field, float]]:
    """Each field's column: what is said first, then the surest heading, then the leftmost."""
    columns: dict[Field, int] = {}
    confidence: dict[Field, float] = {}
    folded = [fold_heading(one) for one in words]
    for one, heading in said.items():
        if fold_heading(heading) in folded:
            columns[one] = folded.index(fold_heading(heading))
            confidence[one] = CERTAIN
    guesses = [(guess, column) for column, one in enumerate(words) if (guess := field_of(one))]
    for (one, sure), column in sorted(guesses, key=lambda each: (-each[0][1], each[1])):
        if one not in columns and column not in columns.values():
            columns[one], confidence[one] = column, sure
    return columns, confidence


def heading_words(row: Row) -> tuple[str, ...]:
    """The words of each column, made different from each other: "Notes", "Notes (2)", "Column 5"."""
    seen: dict[str, int] = {}
    words = []
    for column in range(len(row.cells)):
        one = " ".join(row.words(column).split()) or f"Column {column + 1}"
        seen[one] = seen.get(one, 0) + 1
        words.append(one if seen[one] == 1 else f"{one} ({seen[one]})")
    return tuple(words)


def _said_heading(table: Table, said: Said) -> Heading:
    row = next((row for row in table.rows if row.number == said.heading_row), None)
    if row is None:
        raise Trouble(
            f"The map says that row {said.heading_row} holds the headings, but that row is blank.",
            where=table.part or None,
            do="Give the number of the row with the headings as heading_row in the map.",
        )
    words = heading_words(row)
    folded = [fold_heading(one) for one in words]
    for one, heading in said.columns.items():
        if fold_heading(heading) not in folded:
            raise Trouble(
                f"The map says that {one} stands under {heading!r}, but no column has that heading.",
                where=f"{table.part or 'table'}, row {said.heading_row}",
                do=f"Use one of its headings: {', '.join(words)}.",
            )
    columns, confidence = _propose(words, said.columns)
    return Heading(row.number, words, columns, confidence)


def is_single(row: Row) -> bool:
    """True when only one cell of the row says anything (one cell spread over the columns counts as one)."""
    said = {
        row.words(c) for c in range(len(row.cells)) if not is_blank(row.cells[c]) and c not in row.carried
    }
    return len(said) == 1
