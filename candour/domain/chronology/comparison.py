"""Two accounts side by side: how strongly they speak for being of one event, and why, in words."""

from __future__ import annotations

import math
from datetime import timedelta

from candour.domain.chronology.account_words import Rarity, word_of
from candour.domain.chronology.accounts import Account

NEAR_DAYS = 3
"""Accounts of one event are seldom dated further apart than this (days), unless a date is vague."""

# How much each thing by itself speaks for one event, by judgement and without a fit. The published example is
# still no independent test: its rows had been read when these and the words in packs/kinds_of_contact.toml
# were written, and how rivals weaken a link was settled after seeing its ranking. No second case was tried.
TOLD_EACH_OTHER = 0.7
ONE_TOLD_THE_OTHER = 0.4
MENTIONED = 0.5
SAME_KIND = 0.45
SAME_WORDS = 1.6
"""Times the likeness of the words (0 to 1); accounts of one event seldom share more than half."""
MOST_FROM_WORDS = 0.9

DAY_APART = 0.2
"""Taken off for each day between the accounts."""
VAGUENESS = 0.25
"""How fast a wider date weakens a link, by doublings of its days."""
WORDS_SHOWN = 4


class Comparison:
    """Two accounts of different agencies. Scores are from 0 to 1."""

    __slots__ = ("a", "b", "rarity")

    def __init__(self, a: Account, b: Account, rarity: Rarity) -> None:
        self.a, self.b, self.rarity = a, b, rarity

    def score(self) -> float:
        """What speaks for one event, each thing independent of the others, less for times that differ."""
        against = (1 - self._told()) * (1 - self._words()) * (1 - self._kind()) * (1 - self._mention())
        return (1 - against) * self._nearness() * self._clock()

    def rivals(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Each entry with the other's agency: pairs that share such a key compete."""
        a, b = self.a.entry, self.b.entry
        return (a.id, b.agency), (b.id, a.agency)

    def why(self) -> str:
        said = (self._say_when(), self._say_told(), self._say_words(), self._say_kind(), self._say_mention())
        return "; ".join(one for one in said if one)

    def _days_apart(self) -> int:
        return max((self.b.first - self.a.last).days, (self.a.first - self.b.last).days, 0)

    def _nearness(self) -> float:
        """1 for one known day, less with days apart and with how vague the vaguer date is."""
        vague = max(self.a.vague_by, self.b.vague_by)
        return (1 - DAY_APART * self._days_apart()) / (1 + VAGUENESS * math.log2(1 + vague))

    def _say_when(self) -> str:
        if apart := self._days_apart():
            return f"{apart} day{'s' if apart > 1 else ''} apart"
        return "dates overlap" if self.a.vague_by or self.b.vague_by else "same day"

    def _clock(self) -> float:
        """Two clock times far apart on one day speak against one event."""
        first, second = self.a.entry.when, self.b.entry.when
        if not (first.timed and second.timed and first.earliest and second.earliest):
            return 1.0
        hours = abs((first.earliest - second.earliest).total_seconds()) / 3600
        return 1.0 if hours <= 1 else max(0.5, 1 - 0.1 * hours)

    def _told(self) -> float:
        there, back = _tells(self.a, self.b), _tells(self.b, self.a)
        if there and back:
            return TOLD_EACH_OTHER * (there + back) / 2
        return ONE_TOLD_THE_OTHER * max(there, back)

    def _say_told(self) -> str:
        a, b = self.a.entry.agency, self.b.entry.agency
        there, back = _tells(self.a, self.b), _tells(self.b, self.a)
        if there and back:
            return f"{a} and {b} each name the other as told"
        if there or back:
            teller, told = (a, b) if there else (b, a)
            return f"{teller} names {told} as told"
        return ""

    def _words(self) -> float:
        return min(MOST_FROM_WORDS, SAME_WORDS * self.rarity.likeness(self.a.stems, self.b.stems))

    def _say_words(self) -> str:
        """The rarest words both use, as the first account writes them."""
        shared = sorted(self.a.stems & self.b.stems, key=lambda one: (-self.rarity.of(one), one))
        text = f"{self.a.entry.event} {self.a.entry.action}"
        words = [word_of(text, one) for one in shared[:WORDS_SHOWN]]
        return "both say " + ", ".join(f"“{word}”" for word in words) if words else ""

    def _kind(self) -> float:
        against = 1.0
        for kind in self.a.kinds.keys() & self.b.kinds.keys():
            against *= 1 - SAME_KIND * self.a.kinds[kind]
        return 1 - against

    def _say_kind(self) -> str:
        shared = sorted(self.a.kinds.keys() & self.b.kinds.keys())
        return f"both tell of {' and '.join(shared)}" if shared else ""

    def _mention(self) -> float:
        there, back = self.a.mentions, self.b.mentions
        named = max(there.get(self.b.entry.agency, 0.0), back.get(self.a.entry.agency, 0.0))
        return MENTIONED * named

    def _say_mention(self) -> str:
        a, b = self.a.entry.agency, self.b.entry.agency
        if b in self.a.mentions:
            return f"{a} mentions {b}"
        return f"{b} mentions {a}" if a in self.b.mentions else ""


def _tells(teller: Account, told: Account) -> float:
    """How far one names the other as told, on a day near the other's account."""
    agency = told.entry.agency
    day = teller.told_on.get(agency)
    margin = timedelta(days=NEAR_DAYS)
    if day is not None and not told.first - margin <= day <= told.last + margin:
        return 0.0
    return teller.told.get(agency, 0.0)
