"""Where accounts disagree: listed as questions to settle, never settled here."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from functools import partial
from itertools import chain, pairwise
from operator import attrgetter

from candour.domain.agencies import fold_name
from candour.domain.chronology.claimed_first import out_of_turn
from candour.domain.chronology.conflict import Conflict as Conflict
from candour.domain.chronology.conflict import ConflictKind as ConflictKind
from candour.domain.chronology.contradictions import differences, says_itself
from candour.domain.chronology.entry import Entry, Status
from candour.domain.chronology.links import Link
from candour.domain.chronology.shares import ONE_SHARE, Shares
from candour.domain.moments import Precision

SAME_TIME = timedelta(minutes=30)
"""Clocks and memories differ by this much without anyone disagreeing."""


Said = tuple[ConflictKind, str, str, str, str, str]
"""A conflict with the ids of its entries and not the entries themselves: kind, a, b, says_a, says_b, why."""
_SAID = attrgetter("kind", "a.id", "b.id", "says_a", "says_b", "why")

_PLACES = [f"{one}.place.{field}" for one in "ab" for field in ("file", "part", "row")]
_IN_ORDER = attrgetter(*_PLACES, "kind", "says_a")


def find_conflicts(
    entries: Sequence[Entry],
    links: Iterable[Link],
    by_id: Mapping[str, Entry],
    *,
    of_rows: Iterable[Said] | None = None,
    shares: Shares = ONE_SHARE,
) -> list[Conflict]:
    """Every disagreement that the rows themselves show, in order of place.

    `of_rows` is what `conflicts_of_rows` says of these entries, where it was asked already.
    """
    pairs = [(link.a, link.b) for link in links]
    work = [partial(_of_pairs, pairs[one.start : one.stop], by_id) for one in shares.of(len(pairs))]
    of_pairs: Iterable[Said] = chain.from_iterable(shares.done(len(pairs), *work))
    if of_rows is None:
        of_rows = conflicts_of_rows(entries)
    found = [
        Conflict(kind, by_id[a], by_id[b], says_a, says_b, why)
        for kind, a, b, says_a, says_b, why in chain(of_pairs, of_rows)
    ]
    return sorted(found, key=_IN_ORDER)


def _of_pairs(pairs: Iterable[tuple[str, str]], by_id: Mapping[str, Entry]) -> list[Said]:
    found: list[Conflict] = []
    for a, b in pairs:
        found += _between_accounts(*_in_order_of_place(by_id[a], by_id[b]))
    return list(map(_SAID, found))


def conflicts_of_rows(entries: Sequence[Entry]) -> list[Said]:
    """Those that need no links: of a row with itself, and of rows with others of their agency."""
    found: list[Conflict] = []
    for entry in entries:
        if entry.told:
            found += _disputed_tellings(entry)
        if words := says_itself(entry):
            why = "The row itself says that accounts of this differ."
            found.append(Conflict(ConflictKind.CONTENT, entry, entry, words, "", why))
    found += _out_of_order(entries)
    found += out_of_turn(entries)
    return list(map(_SAID, found))


def _in_order_of_place(a: Entry, b: Entry) -> tuple[Entry, Entry]:
    return (a, b) if a.place <= b.place else (b, a)


def _between_accounts(a: Entry, b: Entry) -> Iterator[Conflict]:
    if _apart(a, b) or _apart(b, a):
        yield Conflict(
            ConflictKind.DATE, a, b, a.when.text, b.when.text, "The dates of the two accounts do not meet."
        )
    elif _clocks_differ(a, b):
        yield Conflict(
            ConflictKind.TIME, a, b, a.when.text, b.when.text, "The times of the two accounts differ."
        )
    if a.people and b.people and not _name_words(a) & _name_words(b):
        says_a, says_b = "; ".join(a.people), "; ".join(b.people)
        yield Conflict(ConflictKind.PERSON, a, b, says_a, says_b, "The accounts name no person in common.")
    yield from _told_and_not(a, b)
    for kind, says_a, says_b, why in differences(a, b):
        yield Conflict(kind, a, b, says_a, says_b, why)


def _apart(a: Entry, b: Entry) -> bool:
    """True when `a` surely ended before `b` began."""
    last, first = a.when.latest, b.when.earliest
    return last is not None and first is not None and last.date() < first.date()


def _clocks_differ(a: Entry, b: Entry) -> bool:
    first, second = a.when, b.when
    if first.precision is not Precision.MINUTE or second.precision is not Precision.MINUTE:
        return False
    return bool(first.earliest and second.earliest and abs(first.earliest - second.earliest) > SAME_TIME)


def _name_words(entry: Entry) -> set[str]:
    return {fold_name(word) for name in entry.people for word in name.split()}


def _told_and_not(a: Entry, b: Entry) -> Iterator[Conflict]:
    """Of one event, one account says that they told each other and the other that they did not."""
    if not (a.told and b.told):
        return
    for first, second in ((a, b), (b, a)):
        told = _statuses(first, second.agency) & {Status.TOLD, Status.JOINT}
        not_told = _statuses(second, first.agency) & {Status.NOT_TOLD}
        if told and not_told:
            says = {first.id: f"{second.agency} told", second.id: f"{first.agency} not told"}
            why = "One account says that the other agency was told; the other says not."
            yield Conflict(ConflictKind.TOLD, a, b, says[a.id], says[b.id], why)


def _statuses(entry: Entry, agency: str) -> set[Status]:
    return {one.status for one in entry.told if one.agency == agency}


def _disputed_tellings(entry: Entry) -> Iterator[Conflict]:
    """A telling that the return itself calls disputed: a conflict of one row with itself."""
    for one in entry.told:
        if one.status is Status.DISPUTED:
            why = "The return says that this telling, or what was told, is disputed."
            yield Conflict(ConflictKind.TOLD, entry, entry, f"told {one.name}", "disputed", why)


def _out_of_order(entries: Iterable[Entry]) -> list[Conflict]:
    """Rows whose dates run against the agency's own sequence numbers."""
    tables: dict[tuple[str, str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.sequence is not None:
            tables[entry.place.file, entry.place.part, entry.agency].append(entry)
    found = []
    for numbered in tables.values():
        numbered.sort(key=lambda entry: (entry.sequence or 0.0, entry.place.row))
        for before, after in pairwise(numbered):
            if before.sequence != after.sequence and _apart(after, before):
                why = "The agency numbers these rows the other way round from their dates."
                found.append(
                    Conflict(ConflictKind.ORDER, before, after, _numbered(before), _numbered(after), why)
                )
    return found


def _numbered(entry: Entry) -> str:
    return f"no. {entry.sequence:g}, {entry.when.text}"
