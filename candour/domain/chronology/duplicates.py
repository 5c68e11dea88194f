"""Which rows of one agency seem to tell of one thing twice: proposed, scored, explained, never removed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from candour.domain.chronology.account_words import Rarity
from candour.domain.chronology.accounts import Account, read_account
from candour.domain.chronology.comparison import Comparison
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.links import Link

NEAR_DAYS = 1
"""A row typed twice has its day, or one beside it."""


def propose_duplicates(entries: Iterable[Entry], *, at_least: float = 0.6) -> list[Link]:
    """Pairs of rows of one agency that may be one row twice, best first. `why` says it in words.

    The score (0 to 1) is the likeness of the words, less for days apart; equal words on a day are 1.
    """
    accounts = [one for entry in entries if (one := read_account(entry, {})) is not None]
    rarity = Rarity(account.stems for account in accounts)
    found = []
    for a, b in _neighbours(accounts):
        days = abs((a.first - b.first).days)
        score = round(rarity.likeness(a.stems, b.stems) * (1 - 0.2 * days), 4)
        if score >= at_least:
            found.append(Link(a.entry.id, b.entry.id, score, Comparison(a, b, rarity).why()))
    return sorted(found, key=lambda one: (-one.score, one.a, one.b))


def _neighbours(accounts: Iterable[Account]) -> Iterator[tuple[Account, Account]]:
    """Pairs of one agency, near in time, in order of time."""
    by_agency: dict[str, list[Account]] = defaultdict(list)
    for account in accounts:
        by_agency[account.entry.agency].append(account)
    for own in by_agency.values():
        own.sort(key=lambda one: (one.first, one.last, one.entry.id))
        for at, a in enumerate(own):
            for b in own[at + 1 :]:
                if (b.first - a.first).days > NEAR_DAYS:
                    break
                yield a, b
