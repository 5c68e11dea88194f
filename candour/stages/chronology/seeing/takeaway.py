"""Rows of a chronology as a file to take away: the kinds there are, and their bytes."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.http import HttpResponse

from candour.domain.chronology.entry import Chronology, Entry
from candour.files.results.chronology_tables import INTEGRATED, Line, integrated_lines
from candour.files.results.csv_out import write_csv
from candour.files.results.integrated_docx import integrated_docx
from candour.files.results.integrated_xlsx import write_integrated_xlsx
from candour.files.results.timesketch import timesketch_csv, timesketch_jsonl


@dataclass(frozen=True, slots=True)
class FileKind:
    """`ending` follows the name of the file; `says` what it is good for."""

    title: str
    says: str
    ending: str
    content_type: str


KINDS = {
    "xlsx": FileKind(
        "Spreadsheet",
        "Excel, with real dates beside the words as written",
        ".xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
    "docx": FileKind(
        "Word document",
        "A table on pages on their side, to read and to print",
        ".docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    "csv": FileKind("csv", "For any other program", ".csv", "text/csv; charset=utf-8"),
    "json": FileKind("JSON", "Everything that is known of each row", ".json", "application/json"),
    "timesketch-csv": FileKind(
        "Timesketch csv", "For Timesketch, a tool for timelines", "-timesketch.csv", "text/csv; charset=utf-8"
    ),
    "timesketch-jsonl": FileKind(
        "Timesketch JSONL",
        "The same, one JSON object a line",
        "-timesketch.jsonl",
        "application/x-ndjson; charset=utf-8",
    ),
}


def file_of(
    kind: str, chronology: Chronology, entries: Sequence[Entry], *, title: str, subtitle: str, note: str = ""
) -> bytes:
    """The entries given, in their order; `chronology` is the whole of which they are a part.

    A `note` stands in a column of its own and in JSON: a table has no other place for it.
    """
    if kind == "docx":
        return integrated_docx(entries, title=title, subtitle=subtitle)
    if kind == "json":
        return _json(chronology, entries, note)
    if kind == "timesketch-csv":
        return timesketch_csv(entries)
    if kind == "timesketch-jsonl":
        return timesketch_jsonl(entries)
    columns = (*INTEGRATED, "note") if note else INTEGRATED
    lines: Iterable[Line] = integrated_lines(entries)
    if note:
        lines = ((*line, note) for line in lines)
    if kind == "csv":
        return csv_of(columns, lines)
    return _written(lambda path: write_integrated_xlsx(path, lines, columns=columns))


def csv_of(columns: Sequence[str], lines: Iterable[Line]) -> bytes:
    return _written(lambda path: write_csv(path, columns, lines))


def _written(write: Callable[[Path], None]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table"
        write(path)
        return path.read_bytes()


def sent(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file for the browser to keep."""
    response = HttpResponse(content, content_type=KINDS[kind].content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}{KINDS[kind].ending}"'
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _json(chronology: Chronology, entries: Sequence[Entry], note: str) -> bytes:
    """The shape of integrated.json; an event only where more than one of its accounts is here."""
    here = {one.id for one in entries}
    events = tuple(one for one in chronology.events if len(here.intersection(one.entries)) > 1)
    shape = Chronology(chronology.agencies, tuple(entries), events).as_json()
    shape |= {"note": note} if note else {}
    out = io.StringIO()
    json.dump(shape, out, ensure_ascii=False, indent=1, sort_keys=True)
    return out.getvalue().encode("utf-8", "backslashreplace")
