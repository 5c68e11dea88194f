"""The order of an integrated chronology: by time, then by each agency's own order."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime

from candour.domain.chronology.entry import Entry

Instant = tuple[datetime, datetime]


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Entries by first possible time, the narrower first, then agency, its sequence number, and its row.

    What began at an unknown time ("before April 1999") stands where it ended. Nothing depends on the
    order given, or on the name of any file.
    """
    return sorted(entries, key=_key)


def instant(entry: Entry) -> Instant:
    """First and last possible minute, an open end taken from the other side."""
    earliest, latest = entry.when.earliest, entry.when.latest
    first = earliest or latest or datetime.max
    return first, latest or datetime.max


def _key(entry: Entry) -> tuple[datetime, datetime, str, float, str, int, str]:
    sequence = math.inf if entry.sequence is None else entry.sequence
    return (*instant(entry), entry.agency, sequence, entry.place.part, entry.place.row, entry.id)
