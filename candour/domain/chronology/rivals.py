"""Of pairs that compete: how likely each is, since an entry has seldom two partners of one agency."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable
from itertools import combinations

from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.comparison import Comparison

Pair = tuple[int, int]
"""Two positions, the later first."""

FAINT = 0.1
"""Odds below which a pair is nobody's rival."""
SUREST = 0.99
"""No more than this is ever said of a pair; the rest is a person's to say."""
JOINS = 0.5
"""Both links must be as likely as this for their far ends to be thought of one event too."""
MOST_JOINED = 6
"""Partners of one entry that are joined with each other; seldom do more agencies tell of one event."""


def likelihoods(odds: dict[Pair, float], accounts: Accounts, compared: Comparison) -> dict[Pair, float]:
    """0 to 1 for each pair: its odds beside those of every pair of one of its entries and the same agencies.

    Two entries that are both linked with a third are more likely of one event than their own words say.
    """
    total = _totals(odds, accounts)
    likely = {pair: _beside(one, one, pair, total, accounts) for pair, one in odds.items()}
    for pair, through in _through_a_third(likely, accounts).items():
        if compared.days_apart(*pair) > 2:
            continue
        _, _, said = next(compared.beside(pair[0], [pair[1]]))
        raised = through / (1.02 - through) * math.exp(said)
        likelier = _beside(raised, odds.get(pair, 0.0), pair, total, accounts)
        likely[pair] = max(likely.get(pair, 0.0), likelier)
    return likely


def _totals(odds: dict[Pair, float], accounts: Accounts) -> dict[Pair, float]:
    """By position and agency, the odds of all pairs of that entry with that agency."""
    total: dict[Pair, float] = defaultdict(float)
    agency = accounts.agency
    for (a, b), one in odds.items():
        if one < FAINT:
            continue
        total[a, agency[b]] += one
        total[b, agency[a]] += one
    return total


def _beside(odds: float, own: float, pair: Pair, total: dict[Pair, float], accounts: Accounts) -> float:
    """`own` is what of the totals is the pair's own part."""
    a, b = pair
    own = own if own >= FAINT else 0.0
    rivals = total.get((a, accounts.agency[b]), 0.0) + total.get((b, accounts.agency[a]), 0.0) - 2 * own
    return SUREST * odds / (1 + odds + max(rivals, 0.0))


def _through_a_third(likely: dict[Pair, float], accounts: Accounts) -> dict[Pair, float]:
    """Pairs of two agencies that share a partner of a third, with how likely both links are."""
    partners: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for (a, b), one in likely.items():
        if one >= JOINS:
            partners[a].append((one, b))
            partners[b].append((one, a))
    found: dict[Pair, float] = {}
    for near in partners.values():
        for (first, a), (second, b) in combinations(_best(near), 2):
            if accounts.agency[a] != accounts.agency[b]:
                pair = (max(a, b), min(a, b))
                found[pair] = max(found.get(pair, 0.0), first * second)
    return found


def _best(near: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    return sorted(near, reverse=True)[:MOST_JOINED]
