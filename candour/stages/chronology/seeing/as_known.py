"""The chronology as it was known to one agency by the end of a day: how each entry stood with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.knowledge import Knowing, Knowledge
from candour.domain.moments.spoken import spoken_day

UNKNOWN = "unknown"
"""No return shows it reaching them: what the agency knew we cannot say, only what the returns show."""


@dataclass(frozen=True, slots=True)
class AsKnown:
    """`standing` has "sure", "possible", "disputed" or "cannot_say" by entry; others are dimmed."""

    agency: str
    on: date
    standing: Mapping[str, str]

    def of(self, entry: Entry) -> str:
        return self.standing.get(entry.id, UNKNOWN)

    def fences(self, entry: Entry) -> bool:
        return happened_after(entry, self.on)

    def says(self, entries: Iterable[Entry]) -> str:
        """What of these entries was known; nothing later than the day is counted."""
        counts = Counter(self.of(one) for one in entries if not self.fences(one))
        said = [f"{counts[word]:,} {words}" for word, words in SAID.items() if counts[word]]
        known = ", ".join(said) or "none of these entries is known"
        dimmed = f"{counts[UNKNOWN]:,} {'is' if counts[UNKNOWN] == 1 else 'are'} dimmed"
        rest = f"; {dimmed}: no return shows them reaching it by then" if counts[UNKNOWN] else ""
        return f"As known to {self.agency} on {spoken_day(self.on)}: {known}{rest}. Later days are fenced."


SAID = {"sure": "sure", "possible": "possible", "disputed": "disputed", "cannot_say": "cannot be said"}


def as_known(chronology: Chronology, agency: str, on: date) -> AsKnown:
    known = Knowledge(chronology).known_to(agency, on)
    standing = {
        one.entry.id: str(one.certainty) if isinstance(one, Knowing) else "cannot_say" for one in known.held
    }
    return AsKnown(agency, on, standing)


def happened_after(entry: Entry, day: date) -> bool:
    """True for what happened only after a day, and so lies behind its fence."""
    first = entry.when.earliest or entry.when.latest
    return first is not None and first.date() > day
