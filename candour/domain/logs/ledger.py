"""A whole log read: each row that says anything is placed, held or refused, and in no two of these."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from candour.domain.logs.columns import LogHeading, find_log_heading, proposed, tables_below
from candour.domain.logs.dates_read import assumed_in, month_first_columns
from candour.domain.logs.fields import LogField
from candour.domain.logs.questions import ABOUT_ROW, LEAVE_OUT, OWN_CASE, Answers, Ask, Question
from candour.domain.logs.reading_row import Around, Held, Laws, RowReader
from candour.domain.logs.rows import Known, LogRow, differences, fingerprint_of
from candour.domain.logs.said import NOTHING_SAID, SaidOfLog
from candour.domain.logs.words import LogWords, fold
from candour.domain.moments import Fate
from candour.domain.returns.mapping import is_single
from candour.domain.returns.tables import ReturnFile, Row, Table
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class LogLedger:
    """The rows of a file with their fates, and the headings of each sheet that has any."""

    file: str
    rows: tuple[LogRow, ...]
    headings: Mapping[str, LogHeading]
    furniture: int
    """Titles and headings, which are no rows of the log."""

    def of(self, fate: Fate) -> tuple[LogRow, ...]:
        return tuple(one for one in self.rows if one.fate is fate)

    @property
    def new(self) -> tuple[LogRow, ...]:
        """Placed, and not taken in before."""
        return tuple(one for one in self.of(Fate.PLACED) if not one.taken_in)

    @property
    def day_first(self) -> tuple[str, ...]:
        """Dates of placed rows that might have been meant with the month first."""
        return tuple(words for one in self.of(Fate.PLACED) for words in one.day_first)


@dataclass(slots=True)
class _Met:
    """What has been read so far: rows by their fingerprint, and cases by what names them."""

    by_fingerprint: dict[str, str] = field(default_factory=dict)
    by_name: dict[str, str] = field(default_factory=dict)
    before: Mapping[str, Known] = field(default_factory=dict)
    """Cases that were taken in before, by what names them."""


def read_log(
    file: ReturnFile,
    *,
    words: LogWords,
    laws: Laws,
    today: date,
    said: SaidOfLog = NOTHING_SAID,
    answers: Answers | None = None,
    known: Mapping[str, Known] | None = None,
) -> LogLedger:
    """Read every row. `known` are the rows of this board that were taken in before, by fingerprint.

    Raises Trouble where no sheet has the headings of a log.
    """
    headings = {one.part: find_log_heading(one, words, said) for one in file.tables}
    if not any(headings.values()):
        raise Trouble(
            f"{file.file} does not read like a log: no row has three headings that are known, one of a date.",
            where=file.file,
            do="Point at the row that holds the headings, and say what each column means.",
        )
    rows: list[LogRow] = []
    before = known or {}
    furniture, met = 0, _Met(before=_by_name(before.values(), words, said))
    for table in file.tables:
        heading = headings[table.part]
        if heading is None:
            rows += [_refused(table.part, one, ()) for one in table.rows]
            continue
        read = len(rows)
        for over, below in tables_below(table, heading, words, said):
            month_first = month_first_columns(below, over)
            around = Around(over, words, laws, answers or {}, today, month_first, said.left_out)
            rows += _read_table(file.file, table, below, around, before, met)
        furniture += len(table.rows) - (len(rows) - read)
    found = {part: one for part, one in headings.items() if one is not None}
    return LogLedger(file.file, tuple(rows), found, furniture)


def _read_table(
    file: str, table: Table, rows: list[Row], around: Around, known: Mapping[str, Known], met: _Met
) -> Iterator[LogRow]:
    for row in rows:
        cells = _cells(row, around.heading.words)
        if is_single(row):
            yield _refused(table.part, row, around.heading.words)
            continue
        one = _fate(table.part, row, cells, around, known, met)
        if one.code != "twice":
            met.by_fingerprint[one.fingerprint] = one.place_in(file)
        if one.fate is Fate.PLACED and (name := _name_in(cells, around.heading)):
            met.by_name.setdefault(name, one.place_in(file))
        yield one


def _fate(
    part: str,
    row: Row,
    cells: Mapping[str, str],
    around: Around,
    known: Mapping[str, Known],
    met: _Met,
) -> LogRow:
    mark = fingerprint_of(cells)
    if mark in met.by_fingerprint:
        why = f"It says the same in every cell as {met.by_fingerprint[mark]}."
        return LogRow(part, row.number, Fate.REFUSED, mark, cells, "twice", why)
    keep = around.answers.get((Ask.KEEP, f"{ABOUT_ROW}{mark}"))
    if keep == LEAVE_OUT:
        return LogRow(part, row.number, Fate.REFUSED, mark, cells, "left_out", "A person left it out.")
    if mark in known:
        taken_in = known[mark].place
        return LogRow(part, row.number, Fate.PLACED, mark, cells, taken_in=taken_in)
    try:
        case = RowReader(row, mark, around).case()
    except Held as held:
        return LogRow(
            part, row.number, Fate.HELD, mark, cells, held.code, held.reason, question=held.question
        )
    assumed = assumed_in(row, around.heading.columns)
    placed = LogRow(part, row.number, Fate.PLACED, mark, cells, case=case, day_first=assumed)
    if keep == OWN_CASE:
        return placed
    return _two_in_one(placed, around) or _named_before(placed, around, met) or placed


def _two_in_one(one: LogRow, around: Around) -> LogRow | None:
    """Held where a heading stands over two columns and both speak: the second may be another case."""
    for said_field in (LogField.REFERENCE, LogField.NOTIFIED_ON):
        column = around.heading.columns.get(said_field)
        second = f"{around.heading.words[column]} (2)" if column is not None else ""
        if second in one.cells and second not in around.left_out:
            first = around.heading.words[column or 0]
            why = (
                f"“{first}” heads two columns, and both say something: two cases may stand side by side. "
                "Put one table below the other and give the log in again, or take in what the first says."
            )
            question = Question(Ask.KEEP, f"{ABOUT_ROW}{one.fingerprint}", one.cells[second])
            return replace(one, fate=Fate.HELD, case=None, code="two_cases", reason=why, question=question)
    return None


def _named_before(one: LogRow, around: Around, met: _Met) -> LogRow | None:
    """Held where a case of this name is there already and says otherwise: nothing is written over unseen.

    One that says the same was taken in before.
    """
    name = _name_in(one.cells, around.heading)
    if not name:
        return None
    question = Question(Ask.KEEP, f"{ABOUT_ROW}{one.fingerprint}", name)
    if name in met.by_name:
        why = f"{met.by_name[name]} has the same reference and says otherwise."
        return replace(one, fate=Fate.HELD, case=None, code="same_reference", reason=why, question=question)
    if (earlier := met.before.get(name)) is not None:
        if sorted(earlier.cells.values()) == sorted(one.cells.values()):
            return replace(one, taken_in=earlier.place)  # only its headings have other names now
        changed = "; ".join(differences(earlier.cells, one.cells))
        why = f"It was taken in before, from {earlier.place}, and says otherwise now: {changed}."
        return replace(one, fate=Fate.HELD, case=None, code="changed", reason=why, question=question)
    return None


def _by_name(known: Iterable[Known], words: LogWords, said: SaidOfLog) -> dict[str, Known]:
    """Whatever the column of their reference was headed then."""
    found: dict[str, Known] = {}
    for one in known:
        headings = tuple(one.cells)
        column = proposed(headings, words, said).get(LogField.REFERENCE)
        if column is not None and (name := fold(one.cells[headings[column]])):
            found.setdefault(name, one)
    return found


def _name_in(cells: Mapping[str, str], heading: LogHeading) -> str:
    """What names a case in its log: the board's own reference, where the log has any."""
    column = heading.columns.get(LogField.REFERENCE)
    return fold(cells.get(heading.words[column], "")) if column is not None else ""


def _cells(row: Row, headings: tuple[str, ...]) -> dict[str, str]:
    """Every cell that says anything, by its heading; a cell beyond the headings by its column's number."""
    named = [*headings, *(f"Column {c + 1}" for c in range(len(headings), len(row.cells)))]
    return {named[c]: row.words(c) for c in range(len(row.cells)) if row.words(c)}


def _refused(part: str, row: Row, headings: tuple[str, ...]) -> LogRow:
    cells = _cells(row, headings)
    if headings:
        code, why = "one_cell", "Only one cell says anything: it is a heading, a note or an empty line."
    else:
        code, why = "no_headings", "Its sheet has no headings of a log, or another sheet was chosen."
    return LogRow(part, row.number, Fate.REFUSED, fingerprint_of(cells), cells, code, why)
