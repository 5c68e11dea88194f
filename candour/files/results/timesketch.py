"""The chronology for Timesketch, an open timeline tool: csv and JSONL, no time made up to fill a column.

Timesketch gives every event one time. Here that is the first minute an entry may be of, and `timestamp_desc`
says where the entry reaches further. Times are UK civil time without an offset, which it shows as they stand.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from datetime import datetime

from candour.domain.chronology.entry import Entry, Kind
from candour.domain.moments import Moment
from candour.domain.moments.spoken import spoken
from candour.files.results.chronology_tables import Line, told_words
from candour.files.results.spreadsheet_words import neutral

TIMESKETCH = (
    *("message", "datetime", "timestamp_desc", "id", "agency", "earliest", "latest", "date_as_written"),
    *("precision", "doubt", "edtf", "told", "source", "file", "part", "row", "kind"),
)


def timesketch_csv(entries: Iterable[Entry]) -> bytes:
    """UTF-8 csv for Timesketch's importer, columns as TIMESKETCH; no cell can act as a formula."""
    kept = io.StringIO(newline="")
    writer = csv.writer(kept, lineterminator="\n")
    writer.writerow(TIMESKETCH)
    for line in _lines(entries):
        writer.writerow([neutral(cell) if isinstance(cell, str) else cell for cell in line])
    return kept.getvalue().encode("utf-8", "replace")


def timesketch_jsonl(entries: Iterable[Entry]) -> bytes:
    """The same, one JSON object a line, with every word as it was written."""
    shapes = (dict(zip(TIMESKETCH, line, strict=True)) for line in _lines(entries))
    said = (json.dumps(shape, ensure_ascii=False, sort_keys=True) + "\n" for shape in shapes)
    return "".join(said).encode("utf-8", "backslashreplace")


def _lines(entries: Iterable[Entry]) -> Iterator[Line]:
    for entry in entries:
        when = entry.when
        yield (
            *(_message(entry), _datetime(when), _meaning(entry), entry.id, entry.agency),
            *(_bound(when.earliest), _bound(when.latest), when.text),
            *(str(when.precision), str(when.doubt or ""), when.edtf or ""),
            *("; ".join(told_words(one) for one in entry.told), entry.source),
            *(entry.place.file, entry.place.part, entry.place.row, str(entry.kind)),
        )


def _message(entry: Entry) -> str:
    """What happened and what was done; Timesketch asks that a message never be empty."""
    said = [one for one in (entry.event, entry.action) if one]
    return "\nAction: ".join(said) if entry.event else "".join(said) or "(no words)"


def _datetime(when: Moment) -> str:
    """The first minute; the last, where the start is open; nothing, where both are."""
    return _bound(when.earliest or when.latest)


def _bound(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""


def _meaning(entry: Entry) -> str:
    when = entry.when
    if when.earliest is not None and when.earliest == when.latest:
        words = f"at this minute ({when.doubt})" if when.doubt else "at this minute"
    elif when.earliest is None or when.latest is None:
        words = f"some time, open-ended: {spoken(when)}"
    else:
        words = f"some time within {spoken(when)}"
    return f"no contact, {words}" if entry.kind is Kind.GAP_STATEMENT else words
