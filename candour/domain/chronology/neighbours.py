"""Which accounts are worth comparing: near in time, with a rare word, a telling or a quiet week in common.

For every account a bounded number of earlier ones, so that ten times the entries are ten times the work.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from heapq import nlargest
from math import sqrt
from typing import NamedTuple

from candour.domain.chronology.accounts import WIDEST_DAYS, Accounts

NEAR_DAYS = 3
"""Accounts of one event are seldom dated further apart than this (days), unless a date is vague."""

LOOKED_AT = 8
"""How many accounts back are looked at for each word; the nearest in time first."""
COMPARED = 8
"""How many of those found are compared in full: those that share most."""
FEW = 16
"""Where no more accounts than this are near, all of them are compared, whatever they share."""
FROM_OTHER_WORDS = 1.3
"""Beside the rare words, the others that two accounts share seldom add more than a third."""

Along = Callable[[range], Iterable[int]]
"""How positions are walked: as they are, or under a progress bar."""


class Worth(NamedTuple):
    """The likeness of words (0 to 1) without which comparing is in vain: of any two, or where one is told."""

    any_two: float
    told: float


def worth_all(position: int) -> Worth:
    return Worth(0.0, 0.0)


def neighbours(
    accounts: Accounts,
    *,
    of_one_agency: bool,
    worth: Callable[[int], Worth] = worth_all,
    along: Along = iter,
    share: range | None = None,
) -> Iterator[tuple[int, list[int]]]:
    """Each position with the earlier ones to compare it with: of other agencies, or of its own only.

    Of a `share` of the positions the same is given as of all of them, by whom ever the others are done.
    """
    by_word, by_telling = _ByWord(accounts), _ByTelling(accounts)
    first, last, agency, whole = accounts.first, accounts.last, accounts.agency, accounts.whole_weight
    positions = range(len(accounts)) if share is None else share
    for position in _still_near(accounts, positions.start):
        by_word.add(position)
        by_telling.add(position)
    for position in along(positions):
        since, own = first[position] - NEAR_DAYS, agency[position]
        found = by_word.look(position, since)
        told = () if of_one_agency else by_telling.look(position, since, found)
        if position <= FEW or first[position - FEW - 1] < since:
            others = range(max(position - FEW, 0), position)
            near = [one for one in others if last[one] >= since and (agency[one] == own) is of_one_agency]
            near += [one for one in found if one < position - FEW and (agency[one] == own) is of_one_agency]
        elif found:
            root, least = sqrt(whole[position]) / FROM_OTHER_WORDS, worth(position)
            any_two, told_of = (least.any_two * root) ** 2, (least.told * root) ** 2
            near = [
                one
                for one, weight in found.items()
                if weight * weight >= (told_of if one in told else any_two) * whole[one]
                and (agency[one] == own) is of_one_agency
            ]
            if len(near) > COMPARED:
                near = nlargest(COMPARED, near, key=lambda one: (found[one], one))
        else:
            continue
        if near:
            yield position, sorted(near)


def _still_near(accounts: Accounts, start: int) -> range:
    """The positions before `start` that any from there on may have to do with: none lasts longer."""
    if not start:
        return range(0)
    return range(
        bisect_left(accounts.first, accounts.first[start] - NEAR_DAYS - WIDEST_DAYS - 1, 0, start), start
    )


class _ByWord:
    """The accounts gone by, by their rare words: those of one known day, and those dated less well."""

    def __init__(self, accounts: Accounts) -> None:
        self._all = accounts
        self._exact = _Chains(len(accounts.word_weight), in_order=True)
        self._vague = _Chains(len(accounts.word_weight), in_order=False)

    def look(self, position: int, since: int) -> dict[int, float]:
        """Those that have one of its rare words, each with what the words that it has weigh; then itself."""
        accounts, exact, vague = self._all, self._exact, self._vague
        last, weights = accounts.last, accounts.word_weight
        until_exact, until_vague = exact.until, vague.until
        keys = accounts.rare.intersection(accounts.words[position])
        found: dict[int, float] = {}
        for word in keys:
            if until_exact[word] >= since:
                weight = weights[word]
                for one in exact.back(word, last, since):
                    found[one] = found.get(one, 0.0) + weight
            if until_vague[word] >= since:
                weight = weights[word]
                for one in vague.back(word, last, since):
                    found[one] = found.get(one, 0.0) + weight
        self._add(position, keys)
        return found

    def add(self, position: int) -> None:
        self._add(position, self._all.rare.intersection(self._all.words[position]))

    def _add(self, position: int, keys: Collection[int]) -> None:
        last = self._all.last[position]
        (self._exact if self._all.first[position] == last else self._vague).add(position, keys, last)


class _Chains:
    """For each word the positions that have it, the latest first.

    They hang together in two long arrays and not in a list for each word, which a processor would have
    to fetch from all over the memory. `until` is the last day that any of a word's accounts may lie on;
    `in_order` that none may lie on a later day than those that follow it.
    """

    def __init__(self, words: int, *, in_order: bool) -> None:
        self._in_order = in_order
        self.until = array("i", bytes(4 * words))
        self._latest = array("i", [-1]) * words
        self._position = array("i")
        self._before = array("i")

    def add(self, position: int, words: Collection[int], last: int) -> None:
        latest, until, slot = self._latest, self.until, len(self._before)
        self._before.extend([latest[word] for word in words])
        self._position.extend([position] * len(words))
        for word in words:
            latest[word] = slot
            slot += 1
            if until[word] < last:
                until[word] = last

    def back(self, word: int, last: Sequence[int], since: int) -> list[int]:
        """Of the latest LOOKED_AT positions with a word, those that may lie on `since` or later."""
        at, position, before = self._latest[word], self._position, self._before
        found: list[int] = []
        for _ in range(LOOKED_AT):
            if at < 0:
                break
            one = position[at]
            if last[one] >= since:
                found.append(one)
            elif self._in_order:
                break
            at = before[at]
        return found


class _ByTelling:
    """The accounts gone by: by their own agency, and by the agencies that they name as told."""

    def __init__(self, accounts: Accounts) -> None:
        self._all = accounts
        self._own: list[list[int]] = [[] for _ in accounts.agencies]
        self._telling: list[list[int]] = [[] for _ in accounts.agencies]

    def look(self, position: int, since: int, found: dict[int, float]) -> set[int]:
        """Those that tell this one's agency, and those of the agencies that it tells; then itself."""
        agency, told, last = self._all.agency[position], self._all.told[position], self._all.last
        lists = [self._telling[agency], *(self._own[other] for other, _, _ in told)]
        near: set[int] = set()
        for positions in lists:
            for one in positions[: -LOOKED_AT - 1 : -1]:
                if last[one] < since:
                    break
                near.add(one)
                found.setdefault(one, 0.0)
        self.add(position)
        return near

    def add(self, position: int) -> None:
        self._own[self._all.agency[position]].append(position)
        for other, _, _ in self._all.told[position]:
            self._telling[other].append(position)
