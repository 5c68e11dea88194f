"""Times in which no row says that the child was seen alone, or heard: by the returns' own columns."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.gaps import Gap, GapKind
from candour.domain.chronology.row_words import yes_or_no
from candour.domain.chronology.spans import BY_END, BY_START, Span, Spans
from candour.domain.returns.fields import Field, field_of

SEEN = frozenset({"child_seen", "child_alone"})
NOTHING_SAID = frozenset(
    {"n/a", "na", "none", "nil", "-", "not recorded", "not known", "unknown", "not asked"}
)


@dataclass(frozen=True, slots=True)
class Saying:
    """What rows may say of the child. `says` is True or False for a row that says either, else None."""

    kind: GapKind
    was: str
    says: Callable[[Entry], bool | None]


def _seen(entry: Entry) -> bool | None:
    if not SEEN.isdisjoint(entry.flags):
        return True
    return False if "child_not_seen" in entry.flags else None


def _alone(entry: Entry) -> bool | None:
    if "child_alone" in entry.flags:
        return True
    return False if any(yes_or_no(words) is False for words in _cells(entry, Field.CHILD_ALONE)) else None


def _heard(entry: Entry) -> bool | None:
    """A row whose column for the child's voice holds words says that it was heard, but for "no" and "n/a"."""
    said = [" ".join(words.casefold().split()).strip(" .") for words in _cells(entry, Field.CHILD_VOICE)]
    if not any(said):
        return None
    return any(words not in NOTHING_SAID and yes_or_no(words) is not False for words in said if words)


def _cells(entry: Entry, field: Field) -> Iterator[str]:
    for heading, words in entry.cells.items():
        if words and (found := field_of(heading)) is not None and found[0] is field:
            yield words


WAS_SEEN = Saying(GapKind.CHILD_NOT_SEEN, "was seen", _seen)
WAS_SEEN_ALONE = Saying(GapKind.CHILD_NOT_SEEN_ALONE, "was seen alone", _alone)
WAS_HEARD = Saying(GapKind.CHILD_NOT_HEARD, "was heard", _heard)
SAYINGS = (WAS_SEEN, WAS_SEEN_ALONE, WAS_HEARD)


def times_without(agency: str, filling: Iterable[Span], limit: int, saying: Saying) -> Iterator[Gap]:
    """Times between rows that say it, or from and to a row that says the contrary.

    `filling` are entries short enough to fill a silence, in order of time. Silent where no row says either:
    a return without the column tells nothing about it.
    """
    asked = [(one, said) for one in filling if (said := saying.says(one.entry)) is not None]
    if not asked:
        return
    done = [one for one, said in asked if said]
    denied = Spans(one for one, said in asked if not said)
    edges = asked[0][0], max((one for one, _ in asked), key=BY_END)
    for before, after in _silences(sorted([*done, *edges], key=BY_START), limit):
        why = f"No row says that the child {saying.was} between {named(before)} and {named(after)}."
        if count := denied.count_within(before.end, after.start):
            not_ = saying.was.replace("was", "was not", 1)
            why += f" Rows of that time which say the child {not_}: {count}."
        days = (after.start - before.end).days
        yield Gap(agency, before.end, after.start, days, saying.kind, why)


def named(span: Span) -> str:
    return f"“{' '.join(span.entry.when.text.split())}” ({span.entry.place})"


def _silences(spans: Iterable[Span], limit: int) -> Iterator[tuple[Span, Span]]:
    furthest: Span | None = None
    for span in spans:
        if furthest is not None and (span.start - furthest.end).days > limit:
            yield furthest, span
        if furthest is None or span.end > furthest.end:
            furthest = span
