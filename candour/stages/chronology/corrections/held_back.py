"""A workbook of held rows that came back, line by line: what it says, and what became of the row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from candour.domain.moments import Moment, read_cell
from candour.domain.moments.spoken import spoken
from candour.domain.returns.tables import is_blank
from candour.files.results.held_xlsx import as_sent
from candour.files.returns.held_back import HeldLine, read_held_back
from candour.kernel.papers.models import Paper
from candour.stages.chronology.ledger import HELD
from candour.stages.chronology.models import Return, UnplacedRow
from candour.stages.chronology.returns.held_words import code_words


class Became(StrEnum):
    """What became of a line, or would."""

    PLACED = "placed"
    HELD = "held"
    """Its date is missing, or leaves a doubt."""
    SETTLED = "settled"
    """Somebody placed the row in the meantime, or it was read otherwise."""
    UNKNOWN = "unknown"
    """No row of this return is held, or was, where the line says."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the workbook beside the row it speaks of. `changed` are cells that came back another."""

    came: HeldLine
    became: Became
    says: str
    row: UnplacedRow | None = None
    when: Moment | None = None
    changed: Mapping[str, str] = field(default_factory=dict)


def lines_of(sent: Return, name: str, content: bytes) -> list[Line]:
    """What each line would do now. Raises Trouble where the file is no workbook of held rows."""
    rows = {(one.part, one.row): one for one in sent.unplaced.all()}
    held = set(sent.unplaced.filter(HELD).values_list("pk", flat=True))
    seen: set[int] = set()
    found = []
    for came in read_held_back(name, content):
        row = rows.get((came.part, came.row)) if came.row is not None and came.file == sent.name else None
        line = _line(came, row, row is not None and row.pk in held and row.pk not in seen, sent)
        if row is not None and line.became is Became.PLACED:
            seen.add(row.pk)
        found.append(line)
    return found


def _line(came: HeldLine, row: UnplacedRow | None, held: bool, sent: Return) -> Line:
    if row is None:
        other = f"It speaks of a row of {came.file or 'no file'}, not of {sent.name}."
        says = "No such row was held." if came.file == sent.name else other
        return Line(came, Became.UNKNOWN, says)
    changed = cells_changed(came, row)
    if not held:
        return Line(came, Became.SETTLED, "It was held no longer.", row, changed=changed)
    if is_blank(came.date):
        return Line(came, Became.HELD, "No date was written.", row, changed=changed)
    when = read_cell(came.date)
    if not when.placed:
        says = f"“{when.text}”: {code_words(when.code or 'unreadable_date')}."
        return Line(came, Became.HELD, says, row, changed=changed)
    return Line(came, Became.PLACED, f"Placed at {spoken(when)}.", row, when, changed)


def cells_changed(came: HeldLine, row: UnplacedRow) -> dict[str, str]:
    """The agency's cells that are other words than we sent. A ' that we put before "=" is none of theirs."""
    names = {_folded(as_sent(heading)): heading for heading in row.cells}
    changed = {}
    for heading, words in came.cells.items():
        own = names.get(_folded(heading), heading)
        if _folded(words) not in {_folded(row.cells.get(own, "")), _folded(as_sent(row.cells.get(own, "")))}:
            changed[own] = words
    return changed


def _folded(words: str) -> str:
    return " ".join(words.split())


def what_became(sent: Return, paper: Paper) -> list[Line]:
    """The lines of a workbook that was sent back before, and how their rows stand today."""
    return [_today(line, paper) for line in lines_of(sent, paper.name, paper.read())]


def _today(line: Line, paper: Paper) -> Line:
    row = line.row
    if row is None or row.placed_entry is None:
        if line.became is Became.PLACED:
            says = f"“{line.when.text}” can be read, but the place was taken back." if line.when else ""
            return Line(line.came, Became.HELD, says, row, None, line.changed)
        return line
    if row.answered_in_id == paper.pk:
        says = f"Placed at {spoken(Moment.from_json(row.answer))}."
        return Line(line.came, Became.PLACED, says, row, None, line.changed)
    return Line(line.came, Became.SETTLED, f"{row.answered_by} had placed it.", row, None, line.changed)
