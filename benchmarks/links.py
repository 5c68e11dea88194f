"""How well links are found: on the published example with its answer key, on made-up accounts with theirs.

`python -m benchmarks.links` prints, beside a crude baseline, every right pair that is missed and every wrong
one that is proposed among the best. `--speed` adds what it costs to compare up to a million accounts.
"""

from __future__ import annotations

import argparse
import csv
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path
from typing import TypeVar

from benchmarks.made_accounts import make_accounts
from candour.cli.reading_returns import read_returns
from candour.domain.chronology.account_words import stems
from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.conflicts import find_conflicts
from candour.domain.chronology.duplicates import propose_duplicates
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.links import propose_links
from candour.files.returns.merge_map import read_agency_names, read_map

EXAMPLE = Path(__file__).parents[1] / "examples" / "climbie-inquiry"
TEST_SEEDS = (1001, 1002, 1003)
"""Seeds with which nothing was chosen; for that there were 1 to 9."""
BEST = (10, 20, 50)
NAMED = 50
"""Of the best so many, each wrong one is named."""

Pair = frozenset[str]
Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Example:
    """The published example: its entries, the key's pairs of two agencies, each entry's name in the key."""

    entries: Sequence[Entry]
    key: frozenset[Pair]
    out_of_reach: int
    """Pairs of the key of which a row is held or refused, so that no link can be proposed."""
    name_of: Mapping[str, str]


def example() -> Example:
    merged = integrate(
        read_returns(sorted((EXAMPLE / "returns").glob("*.*")), read_map(EXAMPLE / "map.toml")),
        also=read_agency_names(EXAMPLE / "agencies.csv"),
    )
    source = {row["entry_id"]: row for row in _rows("master.csv")}
    keyed = {(row["file"], row["part"], int(row["row"])): source[row["entry_id"]] for row in _rows("key.csv")}
    entries = merged.chronology.entries
    row_of = {entry.id: keyed[entry.place.file, entry.place.part, entry.place.row] for entry in entries}
    wanted = _pairs(source.values())
    id_of = {row["entry_id"]: id_ for id_, row in row_of.items()}
    key = frozenset(frozenset(id_of[one] for one in pair) for pair in wanted if pair <= id_of.keys())
    return Example(
        entries, key, len(wanted) - len(key), {id_: row["entry_id"] for id_, row in row_of.items()}
    )


def _rows(name: str) -> list[dict[str, str]]:
    with (EXAMPLE / "source" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _pairs(rows: Iterable[Mapping[str, str]]) -> set[Pair]:
    groups = defaultdict(list)
    for row in rows:
        if row["event_group"]:
            groups[row["event_group"]].append((row["entry_id"], row["agency"]))
    return {
        frozenset((a, b))
        for group in groups.values()
        for (a, first), (b, second) in combinations(group, 2)
        if first != second
    }


def crude(entries: Sequence[Entry]) -> list[Pair]:
    """The baseline: pairs of two agencies that begin on one day, by how many words they share."""
    by_day: dict[object, list[tuple[Entry, frozenset[str]]]] = defaultdict(list)
    for entry in entries:
        if entry.when.earliest:
            by_day[entry.when.earliest.date()].append((entry, stems(f"{entry.event} {entry.action}")))
    scored = [
        (-len(first & second), a.id, b.id)
        for listed in by_day.values()
        for (a, first), (b, second) in combinations(listed, 2)
        if a.agency != b.agency
    ]
    return [frozenset(ids) for _, *ids in sorted(scored)]


def print_example() -> None:
    one = example()
    links = propose_links(one.entries, at_least=0)
    ranked = [frozenset((link.a, link.b)) for link in links]
    baseline = crude(one.entries)
    print(f"The published example: {len(one.entries)} entries, {len(one.key)} keyed pairs of two agencies")
    print(f"({one.out_of_reach} more have a row that is held, so that no link can be proposed).")
    print(f"{'right among the best':24}" + "".join(f"{count:>6}" for count in BEST))
    for name, pairs in (("Candour", ranked), ("same day, shared words", baseline)):
        print(f"{name:24}" + "".join(f"{len(one.key.intersection(pairs[:n])):>6}" for n in BEST))
    for count in (10, NAMED):
        print(f"\nWrong among the best {count}:")
        for link, pair in list(zip(links, ranked, strict=True))[:count]:
            if pair not in one.key:
                print(f"  {link.score:.2f} {_named(pair, one)}: {link.why}")
    print(f"\nMissed by the best {NAMED}:")
    for pair in sorted(one.key - set(ranked[:NAMED]), key=sorted):
        place = f"stands {ranked.index(pair) + 1}." if pair in ranked else "not compared"
        print(f"  {_named(pair, one)}: {place}")


def _named(pair: Pair, one: Example) -> str:
    return " and ".join(sorted(one.name_of[id_] for id_ in pair))


def print_made_up(events: int) -> None:
    print(f"\nMade-up accounts, {events} events (benchmarks/made_accounts.py), links from 0.5")
    print(f"{'seed':>6} {'days':>6} {'entries':>8} {'pairs':>7} {'precision':>10} {'recall':>7}   crude")
    for seed in TEST_SEEDS:
        for days in (3650, 1200):
            made = make_accounts(events=events, seed=seed, days=days)
            links = [frozenset((link.a, link.b)) for link in propose_links(made.entries)]
            told = f"{seed:>6} {days:>6} {len(made.entries):>8} {len(made.key):>7}"
            print(f"{told} {_right(links, made.key)}   {_right(crude(made.entries)[: len(links)], made.key)}")


def _right(pairs: Sequence[Pair], key: frozenset[Pair]) -> str:
    right = len(key.intersection(pairs))
    return f"{right / max(len(pairs), 1):>10.3f} {right / len(key):>7.3f}"


def print_speed(counts: Sequence[int]) -> None:
    """Made-up accounts over a time that grows with their number, and then squeezed into ten years."""
    print(
        "\nMicroseconds of CPU time an entry; memory is the most this run has used, entries and key included"
    )
    print(
        f"{'entries':>9} {'years':>6} {'read':>6} {'links':>6} {'twice':>6} "
        f"{'conflicts':>10} {'all':>6} {'MB':>6}"
    )
    for count in counts:
        for years in sorted({10, max(10, count // 1400)}, reverse=True):
            entries = make_accounts(
                events=int(count / 2.8), seed=TEST_SEEDS[0], days=365 * min(years, 1000)
            ).entries
            by_id = {entry.id: entry for entry in entries}
            took: list[float] = []
            accounts = _timed(took, partial(Accounts, entries))
            links = _timed(took, partial(propose_links, accounts))
            _timed(took, partial(propose_duplicates, accounts))
            _timed(took, partial(find_conflicts, entries, links, by_id))
            each = [seconds * 1e6 / len(entries) for seconds in (*took, sum(took))]
            most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
            print(
                f"{len(entries):>9} {min(years, 1000):>6} {each[0]:>6.1f} {each[1]:>6.1f} {each[2]:>6.1f} "
                f"{each[3]:>10.1f} {each[4]:>6.1f} {most:>6}"
            )


def _timed(took: list[float], run: Callable[[], Answer]) -> Answer:
    began = time.process_time()
    answer = run()
    took.append(time.process_time() - began)
    return answer


def main(words: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=5000, help="how many events to make up")
    parser.add_argument(
        "--speed", type=int, nargs="*", metavar="ENTRIES", help="measure the cost for so many"
    )
    said = parser.parse_args(words)
    print_example()
    print_made_up(said.events)
    if said.speed is not None:
        print_speed(said.speed or (15_000, 120_000, 1_000_000))


if __name__ == "__main__":
    main(sys.argv[1:])
