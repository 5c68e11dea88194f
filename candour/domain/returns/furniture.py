"""Rows that belong to a return but tell of nothing: titles, headings, month headings, notes, glossaries."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.moments import Context, Fate, heading, read_cell
from candour.domain.returns.fields import Field, fold_heading
from candour.domain.returns.mapping import Heading, is_single
from candour.domain.returns.tables import Row, is_blank

AUTHOR_NOTE_MARKS = ("#", "^", "¬", "~")
"""Chronolator's marks: a row that begins with one is its author's note and is not an entry."""
CHRONOLATORS_SOURCE = "source of information"
"""Its own heading for a row's source. There such a mark makes a note of the row, dated though it is.

Source: Chronolator's help, glossary, "Author Note" (chronolator.com).
"""


class Furniture(StrEnum):
    TITLE = "title"
    HEADING = "heading"
    REPEATED_HEADING = "repeated_heading"
    MONTH_HEADING = "month_heading"
    NOTE = "note"
    GLOSSARY = "glossary"


_NOTE = re.compile(
    r"(please\s+)?(n\.?b\.?|note|notes|footnote|guidance|key to|continued)\b|page \d+( of \d+)?\W*$", re.I
)
_GLOSSARY_OF = r"(terms|abbreviations|acronyms|initials|names|roles|people|professionals|definitions)"
_GLOSSARY = re.compile(
    rf"(list of )?(glossary|abbreviations?|acronyms|key)( of {_GLOSSARY_OF}| used| and {_GLOSSARY_OF})*\s*:?",
    re.I,
)
_AGENCY_LABEL = (
    r"(?:name of )?(?:reporting )?(?:agency|organisation|organization|service|return from)(?: name)?"
)
_AGENCY_SAID = re.compile(rf"\s*{_AGENCY_LABEL}\s*[:–—-]\s*(\S.*)", re.I | re.S)
_AGENCY_ALONE = re.compile(rf"\s*{_AGENCY_LABEL}\s*:?\s*", re.I)


@dataclass(slots=True)
class Standing:
    """What the rows above say about those below: the month of a heading, and whether a glossary has begun."""

    context: Context
    in_glossary: bool = False


def furniture_of(row: Row, table_heading: Heading, standing: Standing) -> Furniture | None:
    """What kind of furniture a row is, or None where it is one that tells of something.

    Moves `standing` on when the row is a month heading or begins a glossary.
    """
    if row.number <= table_heading.row:
        return _above(row, table_heading, standing)
    if table_heading.repeated_by(row):
        return Furniture.REPEATED_HEADING
    if _authors_note(row, table_heading):
        return Furniture.NOTE
    first = _first_words(row)
    if _tells(row, table_heading, standing):
        standing.in_glossary = False
        return None
    if first[0] in AUTHOR_NOTE_MARKS and (is_single(row) or not _stands_under_words(row, table_heading)):
        return Furniture.NOTE
    if not is_single(row):
        return Furniture.GLOSSARY if standing.in_glossary else None
    if (context := heading(first)) is not None:
        standing.context, standing.in_glossary = context, False
        return Furniture.MONTH_HEADING
    if _stands_under_words(row, table_heading):
        return None
    if _GLOSSARY.fullmatch(first):
        standing.in_glossary = True
        return Furniture.GLOSSARY
    if standing.in_glossary:
        return Furniture.GLOSSARY
    return Furniture.NOTE if _NOTE.match(first) else None


def source_of_authors_notes(table_heading: Heading) -> int:
    """The column where Chronolator's marks make a note of a row; -1 where the return has none.

    Under another heading a # is part of a reference.
    """
    column = table_heading.columns.get(Field.SOURCE, -1)
    known = 0 <= column < len(table_heading.words)
    return column if known and fold_heading(table_heading.words[column]) == CHRONOLATORS_SOURCE else -1


def _authors_note(row: Row, table_heading: Heading) -> bool:
    """Before a figure a # is part of a reference: such a row stays an entry."""
    column = source_of_authors_notes(table_heading)
    words = row.words(column) if column >= 0 else ""
    return words.startswith(AUTHOR_NOTE_MARKS) and not words[1:2].isdigit()


def _above(row: Row, table_heading: Heading, standing: Standing) -> Furniture | None:
    """A row over the headings is a title, unless it has a date and words just where entries have theirs."""
    if row.number > table_heading.row - len(table_heading.lines):
        return Furniture.HEADING
    words = [
        table_heading.columns[one] for one in (Field.EVENT, Field.ACTION) if one in table_heading.columns
    ]
    date_column = table_heading.columns[Field.DATE]
    dated = date_column < len(row.cells) and read_cell(row.cells[date_column], standing.context).placed
    return None if dated and any(row.words(column) for column in words) else Furniture.TITLE


def _stands_under_words(row: Row, table_heading: Heading) -> bool:
    """True when all that is said stands where entries have their words: "Note: ..." may then be one."""
    said = {c for c in range(len(row.cells)) if row.words(c) and c not in row.carried}
    words = {
        table_heading.columns[one] for one in (Field.EVENT, Field.ACTION) if one in table_heading.columns
    }
    return said <= words


def agency_in_title(rows: Iterable[Row], preamble: Iterable[str]) -> str | None:
    """The agency a title block names: "Agency: Ealing Housing", in one cell or in two side by side."""
    for row in rows:
        for column in range(len(row.cells)):
            words = row.words(column)
            if said := _AGENCY_SAID.fullmatch(words):
                return _first_line(said[1])
            if _AGENCY_ALONE.fullmatch(words):
                beside = [row.words(c) for c in range(column + 1, len(row.cells)) if row.words(c)]
                if beside and not _is_heading_word(beside[0]):
                    return _first_line(beside[0])
    for paragraph in preamble:
        if said := _AGENCY_SAID.fullmatch(paragraph):
            return _first_line(said[1])
    return None


def _tells(row: Row, table_heading: Heading, standing: Standing) -> bool:
    """True when the row has a date of its own or carried, beside words: then it is never furniture.

    Under "Abbreviations" the date column holds the short forms, so there it must be one that could be a
    date; a row without one is no abbreviation where all its words are those of an entry.
    """
    date_column = table_heading.columns[Field.DATE]
    if date_column >= len(row.cells) or is_blank(row.cells[date_column]):
        return not is_single(row) and _stands_under_words(row, table_heading)
    if standing.in_glossary and read_cell(row.cells[date_column], standing.context).fate is Fate.REFUSED:
        return False
    return any(row.words(c) for c in range(len(row.cells)) if c != date_column)


def _first_words(row: Row) -> str:
    return next(row.words(c) for c in range(len(row.cells)) if row.words(c) and c not in row.carried)


def _first_line(words: str) -> str:
    return " ".join(words.strip().splitlines()[0].split())


def _is_heading_word(words: str) -> bool:
    return fold_heading(words) in {"date", "time", "event", "details", "role", "source"}
