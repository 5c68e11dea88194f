"""Which rows of one agency seem to tell one thing twice: proposed, scored, explained, never removed."""

from __future__ import annotations

import math
from collections.abc import Iterable

from candour.domain.chronology.accounts import NO_CLOCK, Accounts
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.links import Link
from candour.domain.chronology.neighbours import neighbours
from candour.domain.chronology.reasons import CLOSE_MINUTES, say_when, say_words

NEAR_DAYS = 1
"""A row typed twice has its day, or one beside it."""
A_DAY_APART = 0.85
CLOCKS_DIFFER = 0.5
TELLING_WORDS = 3.0
"""So many of the rarest words two rows of different days must share; a routine is written alike each day."""


def propose_duplicates(entries: Iterable[Entry] | Accounts, *, at_least: float = 0.6) -> list[Link]:
    """Pairs of rows of one agency that may be one row twice, best first. `why` says it in words.

    The score (0 to 1) is the likeness of the words; less for days or clocks apart, and for words that
    an agency writes every other day. Equal words on one day are 1.
    """
    accounts = Accounts.of(entries)
    found = []
    for b, others in neighbours(accounts, of_one_agency=True):
        words = set(accounts.words[b])
        for a in others:
            score = round(_likeness(accounts, a, b, words), 4)
            if score >= at_least and score > 0:
                found.append((score, a, b))
    found.sort(key=lambda one: (-one[0], one[1], one[2]))
    return [_link(accounts, *one) for one in found]


def _likeness(accounts: Accounts, a: int, b: int, words: set[int]) -> float:
    apart = max(accounts.first[b] - accounts.last[a], 0)
    whole = accounts.whole_weight[a] * accounts.whole_weight[b]
    shared = words.intersection(accounts.words[a])
    if apart > NEAR_DAYS or not shared or not whole:
        return 0.0
    weight = sum(map(accounts.word_weight.__getitem__, shared))
    like = min(weight / math.sqrt(whole), 1.0)
    if apart or accounts.first[a] != accounts.first[b]:
        rarest = max(accounts.word_weight) or 1.0
        like *= A_DAY_APART * (1 - math.exp(-weight / rarest / TELLING_WORDS * 2))
    clock = accounts.clock
    if NO_CLOCK not in (clock[a], clock[b]) and abs(clock[a] - clock[b]) > CLOSE_MINUTES:
        like *= CLOCKS_DIFFER
    return like


def _link(accounts: Accounts, score: float, a: int, b: int) -> Link:
    why = "; ".join(one for one in (say_when(accounts, a, b), say_words(accounts, a, b)) if one)
    return Link(accounts.entries[a].id, accounts.entries[b].id, score, why)
