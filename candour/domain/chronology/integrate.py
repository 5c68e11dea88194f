"""Many agencies' returns -> one integrated chronology, with links, conflicts and a ledger beside it."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache, partial
from itertools import chain
from json.encoder import encode_basestring

from candour.domain.agencies import Agencies, fold_name
from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.conflicts import Conflict, Said, conflicts_of_rows, find_conflicts
from candour.domain.chronology.entry import Chronology, Entry
from candour.domain.chronology.events import propose_events
from candour.domain.chronology.gaps import LIMIT_DAYS, Gap, find_gaps
from candour.domain.chronology.links import Along, Link, propose_links
from candour.domain.chronology.order import in_order, instant
from candour.domain.chronology.returned import Returned
from candour.domain.chronology.row_entry import quick_entry
from candour.domain.chronology.shares import ONE_SHARE, Shares, Unhurried
from candour.domain.chronology.told import told_agencies


@dataclass(frozen=True, slots=True)
class Integrated:
    """What a merge yields. `returns` are in order of file name; nothing of them is lost or averaged."""

    chronology: Chronology
    returns: tuple[Returned, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]
    gaps: tuple[Gap, ...]
    unmatched_names: tuple[str, ...]


def integrate(
    returns: Iterable[Returned],
    *,
    also: Iterable[tuple[str, str]] = (),
    links_at: float = 0.5,
    gap_days: int = LIMIT_DAYS,
    along: Along = iter,
    shares: Shares = ONE_SHARE,
) -> Integrated:
    """Merge returns. `also` are pairs of names that a person says are one agency.

    Links are proposed from a score of `links_at`, silences listed that are longer than `gap_days` days.
    `along` walks the accounts while links are sought, the longest part: a progress bar may go there.
    `shares` says whether parts of that are done side by side; the answer is the same.

    The answer does not depend on the order of the returns or on the names of their files.
    """
    in_file_order = tuple(sorted(returns, key=lambda one: one.file.file))
    drafts = [entry for returned in in_file_order for entry in returned.entries()]
    agencies = Agencies((draft.agency for draft in drafts), also)
    sha_of = {returned.file.file: returned.file.sha256 for returned in in_file_order}
    named = cache(agencies.named)
    ids = _row_ids(drafts, shares)
    entries = in_order(_named(draft, id_, named) for draft, id_ in _with_ids(drafts, ids, sha_of))
    by_id = {entry.id: entry for entry in entries}
    linking = partial(_links, entries, links_at, along, shares)
    meanwhile = Unhurried(partial(_without_links, entries, gap_days))
    links, (of_rows, gaps) = shares.done(len(entries), linking, meanwhile)
    return Integrated(
        chronology=Chronology(agencies.names, tuple(entries), tuple(propose_events(links, by_id))),
        returns=in_file_order,
        links=tuple(links),
        conflicts=tuple(find_conflicts(entries, links, by_id, of_rows=of_rows, shares=shares)),
        gaps=tuple(gaps),
        unmatched_names=_unmatched(entries),
    )


def _links(entries: Sequence[Entry], at_least: float, along: Along, shares: Shares) -> list[Link]:
    return propose_links(Accounts(entries, shares), at_least=at_least, along=along, shares=shares)


def _without_links(entries: Sequence[Entry], gap_days: int) -> tuple[list[Said], list[Gap]]:
    """What may be asked while links are sought: where rows alone disagree, and the silences."""
    return conflicts_of_rows(entries), find_gaps(Chronology((), tuple(entries)), gap_days)


def _row_ids(drafts: Sequence[Entry], shares: Shares) -> list[str]:
    """Of each draft the id that it has if no row is equal to it."""
    work = [partial(_first_ids, drafts[one.start : one.stop]) for one in shares.of(len(drafts))]
    return list(chain.from_iterable(shares.done(len(drafts), *work)))


def _first_ids(drafts: Sequence[Entry]) -> list[str]:
    return [entry_id(draft, 0) for draft in drafts]


def _with_ids(
    drafts: Sequence[Entry], ids: Sequence[str], sha_of: Mapping[str, str]
) -> Iterator[tuple[Entry, str]]:
    """Each draft with an id made of its agency, its cells and, among equal rows, a count.

    Equal rows are counted in order of time and then of their file's hash, so that neither the order
    nor the name of a file can move an id.
    """
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
