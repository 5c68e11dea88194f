"""How well links are found: on the published example, on a review keyed blind, and on made-up accounts.

`python -m benchmarks.links` prints, beside a crude baseline, every right pair that is missed and every wrong
one that is proposed among the best. `--speed` adds what it costs to compare up to a million accounts.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from benchmarks.keyed_examples import Example, Pair, blind, crude, published
from benchmarks.made_accounts import make_accounts
from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.conflicts import find_conflicts
from candour.domain.chronology.duplicates import propose_duplicates
from candour.domain.chronology.links import Link, propose_links

TEST_SEEDS = (1001, 1002, 1003)
"""Seeds with which nothing was chosen; for that there were 1 to 9."""
BEST = (10, 20, 50)
NAMED = 50
"""Of the best so many, each wrong one is named."""
LIKELY = 0.5
NAME, CRUDE = "Candour", "same day, shared words"

Answer = TypeVar("Answer")


def print_published() -> None:
    one = published()
    links = propose_links(one.entries, at_least=0)
    ranked = [frozenset((link.a, link.b)) for link in links]
    print(f"The published example: {len(one.entries)} entries, {len(one.key)} keyed pairs of two agencies")
    print(f"({one.out_of_reach} more have a row that is held, so that no link can be proposed).")
    _print_among_the_best(one, ranked)
    print(f"\nWrong among the best {BEST[0]}:")
    _print_wrong(one, links[: BEST[0]])
    print(f"\nWrong among the best {NAMED}:")
    _print_wrong(one, links[:NAMED])
    print(f"\nMissed by the best {NAMED}:")
    _print_missed(one, ranked, NAMED)


def print_blind() -> None:
    """The invented Child Wren, keyed by a reader who had not seen the links; doubtful pairs are left out."""
    one = blind()
    links = [link for link in propose_links(one.entries, at_least=0) if _pair(link) not in one.unsure]
    likely = [link for link in links if link.score >= LIKELY]
    ranked = [_pair(link) for link in links]
    doubtful, count, every = len(one.unsure), len(likely), 2 * len(one.key)
    print(f"\nAn invented review, keyed blind: {len(one.entries)} entries, {len(one.key)} keyed pairs")
    print(f"({one.out_of_reach} more have a row that is held); {doubtful} doubtful pairs do not count.")
    _print_among_the_best(one, ranked)
    for name, pairs in ((NAME, ranked), (CRUDE, crude(one.entries, besides=one.unsure))):
        right, found = len(one.key.intersection(pairs[:count])), len(one.key.intersection(pairs[:every]))
        print(f"{name:24} first {count}: {right} of {count} right, {right} of {len(one.key)} found; ", end="")
        print(f"first {every}: {found} found")
    print(f"\nWrong of the {count} from {LIKELY}:")
    _print_wrong(one, likely)
    print(f"\nMissed at {LIKELY}:")
    _print_missed(one, ranked, count)


def _pair(link: Link) -> Pair:
    return frozenset((link.a, link.b))


def _print_among_the_best(one: Example, ranked: Sequence[Pair]) -> None:
    print(f"{'right among the best':24}" + "".join(f"{count:>6}" for count in BEST))
    for name, pairs in ((NAME, ranked), (CRUDE, crude(one.entries, besides=one.unsure))):
        print(f"{name:24}" + "".join(f"{len(one.key.intersection(pairs[:n])):>6}" for n in BEST))


def _print_wrong(one: Example, links: Iterable[Link]) -> None:
    for link in links:
        if _pair(link) not in one.key:
            print(f"  {link.score:.2f} {_named(_pair(link), one)}: {link.why}")


def _print_missed(one: Example, ranked: Sequence[Pair], best: int) -> None:
    for pair in sorted(one.key.difference(ranked[:best]), key=partial(_named, one=one)):
        place = f"stands {ranked.index(pair) + 1}." if pair in ranked else "not proposed"
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
    print_published()
    print_blind()
    print_made_up(said.events)
    if said.speed is not None:
        print_speed(said.speed or (15_000, 120_000, 1_000_000))


if __name__ == "__main__":
    main(sys.argv[1:])
