"""Which entries of different agencies seem to tell of one event: proposed, scored, explained, not merged."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from candour.domain.chronology.account_words import Rarity, stems
from candour.domain.chronology.accounts import Account, read_account
from candour.domain.chronology.comparison import NEAR_DAYS, Comparison
from candour.domain.chronology.entry import Entry

MOST_PARTNERS = 5
"""Links kept for an entry with any one other agency; where many fit alike, more would tell nobody more.

Two returns dated by the month alone would otherwise be linked row by row, each with every other."""

Along = Callable[[Sequence[Account]], Iterable[Account]]
"""How the accounts are walked: as they are, or under a progress bar."""

RARE = 0.35
"""Only stems at least this rare (0 to 1) bring pairs together; else 100,000 entries would all be compared."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries of different agencies; `score` 0 to 1, `why` in words. `a` and `b` are entry ids."""

    a: str
    b: str
    score: float
    why: str


def propose_links(entries: Iterable[Entry], *, at_least: float = 0.5, along: Along = iter) -> list[Link]:
    """The likely pairs, best first, at most MOST_PARTNERS for an entry with any one other agency.

    Entries over a long or open time and gap statements link to nothing.

    The score is how strongly tellings, words, kinds of contact and mentions speak for one event
    (each independent of the others), less for days apart, vague dates, clocks far apart, and for a
    better partner elsewhere.
    """
    listed = list(entries)
    named = _agency_stems({entry.agency for entry in listed})
    accounts = [account for entry in listed if (account := read_account(entry, named)) is not None]
    rarity = Rarity(account.stems for account in accounts)
    pairs = [Comparison(a, b, rarity) for a, b in _pairs_worth_comparing(accounts, rarity, along)]
    likely = [(pair, score) for pair, score in _beside_rivals(pairs) if score >= at_least]
    likely.sort(key=lambda one: (-one[1], one[0].a.entry.id, one[0].b.entry.id))
    return [
        Link(pair.a.entry.id, pair.b.entry.id, score, pair.why()) for pair, score in _best_partners(likely)
    ]


def _agency_stems(agencies: Iterable[str]) -> dict[str, dict[str, float]]:
    """The stems by which an account may name an agency, weighed by how few agencies share them."""
    bags = {agency: stems(agency) for agency in agencies}
    rarity = Rarity(bags.values())
    return {agency: {one: rarity.of(one) for one in bag} for agency, bag in bags.items()}


def _pairs_worth_comparing(
    accounts: Sequence[Account], rarity: Rarity, along: Along
) -> Iterator[tuple[Account, Account]]:
    """Pairs of different agencies near in time that share a rare stem, a kind of contact, or a telling."""
    by_key: dict[tuple[int, str], list[int]] = defaultdict(list)
    keys = [_keys(account, rarity) for account in accounts]
    for number, account in enumerate(accounts):
        for day in account.days(margin=0):
            for key in keys[number]:
                by_key[day, key].append(number)
    for number, account in enumerate(along(accounts)):
        met: set[int] = set()
        for day in account.days(margin=NEAR_DAYS):
            for key in keys[number]:
                met.update(by_key.get((day, key), ()))
        for other in sorted(met):
            if other > number and accounts[other].entry.agency != account.entry.agency:
                yield account, accounts[other]


def _keys(account: Account, rarity: Rarity) -> list[str]:
    rare = [one for one in account.stems if rarity.of(one) >= RARE]
    agencies = [f"agency:{one}" for one in (*account.told, account.entry.agency)]
    return rare + [f"kind:{kind}" for kind in account.kinds] + agencies


def _beside_rivals(pairs: Sequence[Comparison]) -> Iterator[tuple[Comparison, float]]:
    """Each pair with its score, weakened by how much better its entries fit others of the two agencies."""
    scores = [pair.score() for pair in pairs]
    best: dict[tuple[str, str], float] = defaultdict(float)
    for pair, score in zip(pairs, scores, strict=True):
        for key in pair.rivals():
            best[key] = max(best[key], score)
    for pair, score in zip(pairs, scores, strict=True):
        first, second = (best[key] for key in pair.rivals())
        yield pair, round(score**3 / (first * second), 4) if score else 0.0


def _best_partners(pairs: Iterable[tuple[Comparison, float]]) -> Iterator[tuple[Comparison, float]]:
    """Of pairs given best first, those that are still among the best of both their entries."""
    kept: Counter[tuple[str, str]] = Counter()
    for pair, score in pairs:
        if all(kept[key] < MOST_PARTNERS for key in pair.rivals()):
            kept.update(pair.rivals())
            yield pair, score
