"""Which entries of different agencies seem to tell of one event: proposed, scored, explained, not merged."""

from __future__ import annotations

import math
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain

from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.comparison import Comparison
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.neighbours import Along as Along
from candour.domain.chronology.neighbours import neighbours, worth_all
from candour.domain.chronology.reasons import reason
from candour.domain.chronology.rivals import FAINT, Pair, likelihoods
from candour.domain.chronology.shares import ONE_SHARE, Shares

MOST_PARTNERS = 5
"""Links kept for an entry with any one other agency; where many fit alike, more would tell nobody more.

Two returns dated by the month alone would otherwise be linked row by row, each with every other."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries of different agencies; `score` 0 to 1, `why` in words. `a` and `b` are entry ids."""

    a: str
    b: str
    score: float
    why: str


def propose_links(
    entries: Iterable[Entry] | Accounts,
    *,
    at_least: float = 0.5,
    along: Along = iter,
    shares: Shares = ONE_SHARE,
) -> list[Link]:
    """The likely pairs, best first, at most MOST_PARTNERS for an entry with any one other agency.

    Entries over a long or open time and gap statements link to nothing. The score is how likely the pair
    is of one event, by what the accounts say and beside the other partners that each of them might have.
    """
    accounts = entries if isinstance(entries, Accounts) else Accounts(entries, shares)
    compared = Comparison(accounts)
    odds = _odds(accounts, compared, min(FAINT, at_least), along, shares)
    likely = likelihoods(odds, accounts, compared)
    best = sorted(
        ((one, pair) for pair, one in likely.items() if one >= at_least), key=lambda each: (-each[0], each[1])
    )
    kept = list(_best_partners(best, accounts))
    work = [partial(_reasons, accounts, compared, kept[one.start : one.stop]) for one in shares.of(len(kept))]
    whys = chain.from_iterable(shares.done(len(kept), *work))
    return [_link(accounts, pair, one, why) for (one, pair), why in zip(kept, whys, strict=True)]


def _odds(
    accounts: Accounts, compared: Comparison, least: float, along: Along, shares: Shares
) -> dict[Pair, float]:
    """The odds of all pairs worth a thought, in order of position. Only the first share is walked `along`."""
    work = [
        partial(_odds_in, accounts, compared, least, along if share.start == 0 else iter, share)
        for share in shares.of(len(accounts))
    ]
    odds: dict[Pair, float] = {}
    for a, b, each in shares.done(len(accounts), *work):
        odds.update(zip(zip(a, b, strict=True), each, strict=True))
    return odds


def _odds_in(
    accounts: Accounts, compared: Comparison, least: float, along: Along, share: range
) -> tuple[array[int], array[int], array[float]]:
    """Of the pairs whose later entry is in the share: both positions, and the odds."""
    later, earlier, odds = array("i"), array("i"), array("d")
    faint = math.log(least) if least > 0 else -math.inf
    worth = partial(compared.worth, least=least) if least > 0 else worth_all
    for a, others in neighbours(accounts, of_one_agency=False, worth=worth, along=along, share=share):
        for b, before, said in compared.beside(a, others):
            if before + said >= faint:
                later.append(a)
                earlier.append(b)
                odds.append(math.exp(before + said))
    return later, earlier, odds


def _best_partners(pairs: Iterable[tuple[float, Pair]], accounts: Accounts) -> Iterator[tuple[float, Pair]]:
    """Of pairs given best first, those that are still among the best of both their entries."""
    kept: Counter[Pair] = Counter()
    for one, (a, b) in pairs:
        keys = (a, accounts.agency[b]), (b, accounts.agency[a])
        if all(kept[key] < MOST_PARTNERS for key in keys):
            kept.update(keys)
            yield one, (a, b)


def _reasons(accounts: Accounts, compared: Comparison, pairs: Iterable[tuple[float, Pair]]) -> list[str]:
    return [reason(accounts, compared, a, b) for _, (b, a) in pairs]


def _link(accounts: Accounts, pair: Pair, likely: float, why: str) -> Link:
    b, a = pair
    return Link(accounts.entries[a].id, accounts.entries[b].id, round(likely, 4), why)
