"""Which accounts are worth comparing: near in time, with a rare word, a telling or a quiet week in common.

For every account a bounded number of earlier ones, so that ten times the entries are ten times the work.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from heapq import nlargest

from candour.domain.chronology.accounts import WIDEST_DAYS, Accounts

NEAR_DAYS = 3
"""Accounts of one event are seldom dated further apart than this (days), unless a date is vague."""

KEYS = 7
"""The rarest words of an account, by which others are found that have one of them too."""
LOOKED_AT = 8
"""How many accounts back are looked at for each word; the nearest in time first."""
COMPARED = 8
"""How many of those found are compared in full: those that share most."""
FEW = 16
"""Where no more accounts than this are near, all of them are compared, whatever they share."""

TELLING = 30.0
"""What a telling counts beside the weight of rare words, when the likeliest are chosen."""

Along = Callable[[range], Iterable[int]]
"""How positions are walked: as they are, or under a progress bar."""

Positions = dict[int, list[int]]


def neighbours(
    accounts: Accounts, *, of_one_agency: bool, along: Along = iter
) -> Iterator[tuple[int, list[int]]]:
    """Each position with the earlier ones to compare it with: of other agencies, or of its own only."""
    exact: Positions = defaultdict(list)
    vague: Positions = defaultdict(list)
    by_telling = _ByTelling(accounts)
    first, last, agency = accounts.first, accounts.last, accounts.agency
    for position in along(range(len(accounts))):
        keys = accounts.words[position][:KEYS]
        since = first[position] - NEAR_DAYS
        found = _by_words(accounts, keys, since, exact, vague)
        by_telling.look(position, since, found)
        if position <= FEW or first[position - FEW - 1] < since:
            for one in range(max(position - FEW, 0), position):
                if last[one] >= since:
                    found.setdefault(one, 0.0)
        own = agency[position]
        near = [one for one in found if (agency[one] == own) is of_one_agency]
        if len(near) > COMPARED:
            near = nlargest(COMPARED, near, key=lambda one: (found[one], one))
        if near:
            yield position, near
        by_word = vague if last[position] > first[position] else exact
        for word in keys:
            by_word[word].append(position)


def _by_words(
    accounts: Accounts, keys: Iterable[int], since: int, exact: Positions, vague: Positions
) -> dict[int, float]:
    """Positions that have one of the words, each with what the words that it has weigh."""
    first, last, weights = accounts.first, accounts.last, accounts.word_weight
    found: dict[int, float] = {}
    for word in keys:
        if (seen := exact.get(word)) and first[seen[-1]] >= since:
            weight = weights[word]
            for one in seen[: -LOOKED_AT - 1 : -1]:
                if first[one] < since:
                    break
                found[one] = found.get(one, 0.0) + weight
        if (seen := vague.get(word)) and first[seen[-1]] >= since - WIDEST_DAYS:
            weight = weights[word]
            for one in seen[: -LOOKED_AT - 1 : -1]:
                if last[one] >= since:
                    found[one] = found.get(one, 0.0) + weight
    return found


class _ByTelling:
    """The accounts gone by: by their own agency, and by the agencies that they name as told."""

    def __init__(self, accounts: Accounts) -> None:
        self._all = accounts
        self._own: Positions = defaultdict(list)
        self._telling: Positions = defaultdict(list)

    def look(self, position: int, since: int, found: dict[int, float]) -> None:
        """Add those that tell this one's agency, and those of the agencies that it tells; then itself."""
        agency, told, last = self._all.agency[position], self._all.told[position], self._all.last
        lists = [self._telling[agency]]
        lists += [self._own[one] for one, _, _ in told]
        for positions in lists:
            for one in positions[: -LOOKED_AT - 1 : -1]:
                if last[one] < since:
                    break
                found[one] = found.get(one, 0.0) + TELLING
        self._own[agency].append(position)
        for one, _, _ in told:
            self._telling[one].append(position)
