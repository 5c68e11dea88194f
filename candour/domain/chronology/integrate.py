"""Many agencies' returns -> one integrated chronology, with links, conflicts and a ledger beside it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from json.encoder import encode_basestring

from candour.domain.agencies import Agencies, fold_name
from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.conflicts import Conflict, conflicts_of_rows, find_conflicts
from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.chronology.events import propose_events
from candour.domain.chronology.links import Along, Link, propose_links
from candour.domain.chronology.order import in_order, instant
from candour.domain.chronology.returned import Returned
from candour.domain.chronology.row_entry import quick_entry
from candour.domain.chronology.shares import ONE_SHARE, Shares
from candour.domain.chronology.told import told_agencies


@dataclass(frozen=True, slots=True)
class Integrated:
    """What a merge yields. `returns` are in order of file name; nothing of them is lost or averaged."""

    chronology: Chronology
    returns: tuple[Returned, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]
    unmatched_names: tuple[str, ...]


def integrate(
    returns: Iterable[Returned],
    *,
    also: Iterable[tuple[str, str]] = (),
    links_at: float = 0.5,
    along: Along = iter,
    shares: Shares = ONE_SHARE,
) -> Integrated:
    """Merge returns. `also` are pairs of names that a person says are one agency.

    `along` walks the accounts while links are sought, the longest part: a progress bar may go there.
    `shares` says whether parts of that are done side by side; the answer is the same.

    The answer does not depend on the order of the returns or on the names of their files.
    """
    in_file_order = tuple(sorted(returns, key=lambda one: one.file.file))
    drafts = [entry for returned in in_file_order for entry in returned.entries()]
    agencies = Agencies((draft.agency for draft in drafts), also)
    sha_of = {returned.file.file: returned.file.sha256 for returned in in_file_order}
    named = cache(agencies.named)
    entries = in_order(_named(draft, id_, named) for draft, id_ in _with_ids(drafts, sha_of))
    by_id = {entry.id: entry for entry in entries}
    reading, of_rows_alone = partial(Accounts, entries, shares), partial(conflicts_of_rows, entries)
    accounts, of_rows = shares.done(len(entries), reading, of_rows_alone)
    links = propose_links(accounts, at_least=links_at, along=along, shares=shares)
    return Integrated(
        chronology=Chronology(agencies.names, tuple(entries), tuple(propose_events(links, by_id))),
        returns=in_file_order,
        links=tuple(links),
        conflicts=tuple(find_conflicts(entries, links, by_id, of_rows=of_rows)),
        unmatched_names=_unmatched(entries),
    )


def _with_ids(drafts: Sequence[Entry], sha_of: Mapping[str, str]) -> Iterator[tuple[Entry, str]]:
    """Each draft with an id made of its agency, its cells and, among equal rows, a count.

    Equal rows are counted in order of time and then of their file's hash, so that neither the order
    nor the name of a file can move an id.
    """
    ids = [entry_id(draft, 0) for draft in drafts]
    counts = Counter(ids)
    equal: dict[str, list[Entry]] = {}
    for draft, id_ in zip(drafts, ids, strict=True):
        if counts[id_] == 1:
            yield draft, id_
        else:
            equal.setdefault(id_, []).append(draft)
    for rows in equal.values():
        rows.sort(key=lambda row: (instant(row), sha_of[row.place.file], row.place.part, row.place.row))
        for count, draft in enumerate(rows):
            yield draft, entry_id(draft, count)


def entry_id(draft: Entry, count: int) -> str:
    """The id of an entry: made of its agency, its cells and how many equal rows were counted before it."""
    return "e" + hashlib.sha256(_content(draft) + str(count).encode()).hexdigest()[:16]


def _content(draft: Entry) -> bytes:
    """The bytes of `json.dumps([folded agency, sorted cells])`, which ids have always been made of.

    They are put together here, as what all rows of a return share need not be written anew for each.
    """
    order, frame = _frame(draft.agency, tuple(draft.cells))
    written = frame % tuple(map(encode_basestring, map(draft.cells.__getitem__, order)))
    return written.encode("utf-8", "surrogatepass")


@lru_cache(maxsize=4096)  # one for each agency and each set of columns in which its rows say something
def _frame(agency: str, headings: tuple[str, ...]) -> tuple[list[str], str]:
    """The headings in order, and what stands round the words of their cells."""
    order = sorted(headings)
    before = [f"[{encode_basestring(one)}, ".replace("%", "%%") for one in order]
    folded = encode_basestring(fold_name(agency)).replace("%", "%%")
    return order, f"[{folded}, [{', '.join(f'{one}%s]' for one in before)}]]"


def _named(draft: Entry, id_: str, named: Callable[[str], str | None]) -> Entry:
    """The draft with its id and the agencies found: written out, as `replace` takes many times as long."""
    told = told_agencies(draft, named)
    return quick_entry(
        id_,
        named(draft.agency) or draft.agency,
        draft.place,
        draft.when,
        draft.event,
        draft.recorded,
        draft.kind,
        draft.action,
        draft.role,
        draft.people,
        told,
        draft.source,
        draft.cells,
        draft.flags,
        draft.sequence,
    )


def _unmatched(entries: Iterable[Entry]) -> tuple[str, ...]:
    return tuple(
        sorted({one.name for entry in entries if entry.told for one in entry.told if one.agency is None})
    )
