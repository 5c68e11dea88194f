"""Which entries of different agencies seem to tell of one event: proposed, scored, explained, not merged."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.comparison import Comparison
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.neighbours import Along as Along
from candour.domain.chronology.neighbours import neighbours, worth_all
from candour.domain.chronology.reasons import reason
from candour.domain.chronology.rivals import FAINT, Pair, likelihoods

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
    entries: Iterable[Entry] | Accounts, *, at_least: float = 0.5, along: Along = iter
) -> list[Link]:
    """The likely pairs, best first, at most MOST_PARTNERS for an entry with any one other agency.

    Entries over a long or open time and gap statements link to nothing. The score is how likely the pair
    is of one event, by what the accounts say and beside the other partners that each of them might have.
    """
    accounts = Accounts.of(entries)
    compared = Comparison(accounts)
    odds = _odds(accounts, compared, min(FAINT, at_least), along)
    likely = likelihoods(odds, accounts, compared)
    best = sorted(
        ((one, pair) for pair, one in likely.items() if one >= at_least), key=lambda each: (-each[0], each[1])
    )
    return [_link(accounts, compared, pair, one) for one, pair in _best_partners(best, accounts)]


def _odds(accounts: Accounts, compared: Comparison, least: float, along: Along) -> dict[Pair, float]:
    odds: dict[Pair, float] = {}
    faint = math.log(least) if least > 0 else -math.inf
    worth = partial(compared.worth, least=least) if least > 0 else worth_all
    for a, others in neighbours(accounts, of_one_agency=False, worth=worth, along=along):
        for b, before, said in compared.beside(a, others):
            if before + said >= faint:
                odds[a, b] = math.exp(before + said)
    return odds


def _best_partners(pairs: Iterable[tuple[float, Pair]], accounts: Accounts) -> Iterator[tuple[float, Pair]]:
    """Of pairs given best first, those that are still among the best of both their entries."""
    kept: Counter[Pair] = Counter()
    for one, (a, b) in pairs:
        keys = (a, accounts.agency[b]), (b, accounts.agency[a])
        if all(kept[key] < MOST_PARTNERS for key in keys):
            kept.update(keys)
            yield one, (a, b)


def _link(accounts: Accounts, compared: Comparison, pair: Pair, likely: float) -> Link:
    b, a = pair
    why = reason(accounts, compared, a, b)
    return Link(accounts.entries[a].id, accounts.entries[b].id, round(likely, 4), why)
