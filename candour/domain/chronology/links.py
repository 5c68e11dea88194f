"""Which entries of different agencies seem to tell of one event: proposed, scored, explained, not merged."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from candour.domain.agencies import fold_name
from candour.domain.chronology.account_words import Rarity, kinds_in, stems
from candour.domain.chronology.entry import Entry, Kind, Status

NEAR_DAYS = 3
"""Accounts of one event are seldom dated further apart than this (days), unless a date is vague."""
WIDEST_DAYS = 45
"""An entry that may lie anywhere in a longer time than this is about that time, not about one event."""
RARE = 0.35
"""Only stems at least this rare (0 to 1) bring pairs together; else 100,000 entries would all be compared."""

TELLS = {Status.TOLD: 1.0, Status.JOINT: 1.0, Status.IMPLIED: 0.6, Status.DISPUTED: 0.7, Status.UNCLEAR: 0.4}
"""How far a telling speaks for the one told having an account of it too; not_told speaks for nothing."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries of different agencies; `score` 0 to 1, `why` in words. `a` and `b` are entry ids."""

    a: str
    b: str
    score: float
    why: str


@dataclass(frozen=True, slots=True)
class _Account:
    """What linking needs of an entry: its days, its words, and whom it names."""

    entry: Entry
    first: date
    last: date
    stems: frozenset[str]
    kinds: dict[str, float]
    told: dict[str, float]
    told_days: dict[str, date]

    @property
    def width(self) -> int:
        return (self.last - self.first).days


def propose_links(entries: Iterable[Entry], *, at_least: float = 0.5) -> list[Link]:
    """Every likely pair, best first. Entries over a long or open time and gap statements link to nothing."""
    accounts = [account for entry in entries if (account := _account(entry)) is not None]
    rarity = Rarity(account.stems for account in accounts)
    named = _agency_stems({account.entry.agency for account in accounts})
    links = [_Comparison(a, b, rarity, named).link() for a, b in _pairs_worth_comparing(accounts, rarity)]
    weighed = _beside_rivals(links, {account.entry.id: account.entry.agency for account in accounts})
    return sorted(
        (one for one in weighed if one.score >= at_least), key=lambda one: (-one.score, one.a, one.b)
    )


def _beside_rivals(links: Sequence[Link], agency_of: dict[str, str]) -> Iterator[Link]:
    """Each link weakened by how much better its entries fit another entry of the same agency."""
    best: dict[tuple[str, str], float] = defaultdict(float)
    for link in links:
        for one, other in ((link.a, link.b), (link.b, link.a)):
            best[one, agency_of[other]] = max(best[one, agency_of[other]], link.score)
    for link in links:
        rivals = best[link.a, agency_of[link.b]] * best[link.b, agency_of[link.a]]
        yield replace(link, score=round(link.score**3 / rivals, 4)) if rivals else link


def _account(entry: Entry) -> _Account | None:
    earliest, latest = entry.when.earliest, entry.when.latest
    if entry.kind is not Kind.ENTRY or earliest is None or latest is None:
        return None
    if (latest - earliest).days > WIDEST_DAYS:
        return None
    words = stems(f"{entry.event} {entry.action}")
    told: dict[str, float] = {}
    days: dict[str, date] = {}
    for one in entry.told:
        if one.agency and one.agency != entry.agency and one.status in TELLS:
            told[one.agency] = max(TELLS[one.status], told.get(one.agency, 0.0))
            if one.on and one.on.earliest:
                days[one.agency] = one.on.earliest.date()
    return _Account(entry, earliest.date(), latest.date(), words, kinds_in(words), told, days)


def _agency_stems(agencies: Iterable[str]) -> dict[str, dict[str, float]]:
    """The stems by which an account may name an agency, weighed by how few agencies share them."""
    bags = {agency: stems(agency) for agency in agencies}
    rarity = Rarity(bags.values())
    return {agency: {one: rarity.of(one) for one in bag} for agency, bag in bags.items()}


def _pairs_worth_comparing(
    accounts: Sequence[_Account], rarity: Rarity
) -> Iterator[tuple[_Account, _Account]]:
    """Pairs of different agencies near in time that share a rare stem, a kind of contact, or a telling."""
    by_key: dict[tuple[int, str], list[int]] = defaultdict(list)
    keys = [_keys(account, rarity) for account in accounts]
    for number, account in enumerate(accounts):
        for day in _days(account, margin=0):
            for key in keys[number]:
                by_key[day, key].append(number)
    for number, account in enumerate(accounts):
        met: set[int] = set()
        for day in _days(account, margin=NEAR_DAYS):
            for key in keys[number]:
                met.update(by_key.get((day, key), ()))
        for other in met:
            if other > number and accounts[other].entry.agency != account.entry.agency:
                yield account, accounts[other]


def _keys(account: _Account, rarity: Rarity) -> list[str]:
    rare = [one for one in account.stems if rarity.of(one) >= RARE]
    told = [f"told:{fold_name(one)}" for one in (*account.told, account.entry.agency)]
    return rare + [f"kind:{kind}" for kind in account.kinds] + told


def _days(account: _Account, *, margin: int) -> range:
    """The days an account may lie in, as ordinals; a vague one stands for its ends and each week between."""
    first, last = account.first.toordinal() - margin, account.last.toordinal() + margin
    return range(first, last + 1)


class _Comparison:
    """Two accounts side by side: what speaks for their telling of one event."""

    def __init__(self, a: _Account, b: _Account, rarity: Rarity, named: dict[str, dict[str, float]]) -> None:
        self.a, self.b, self.rarity, self.named = a, b, rarity, named

    def link(self) -> Link:
        evidence = [one for one in (self._told(), self._words(), self._kind(), self._mention()) if one]
        against = 1.0
        for weight, _ in evidence:
            against *= 1.0 - weight
        nearness, when = self._nearness()
        score = round((1.0 - against) * nearness * self._clock(), 4)
        why = "; ".join([when, *(words for _, words in evidence)])
        return Link(self.a.entry.id, self.b.entry.id, score, why)

    def _nearness(self) -> tuple[float, str]:
        """1 for the same known day, falling with days apart and with how vague the vaguer date is."""
        apart = max((self.b.first - self.a.last).days, (self.a.first - self.b.last).days, 0)
        vague = max(self.a.width, self.b.width)
        nearness = (1.0 - 0.2 * apart) / (1.0 + 0.25 * math.log2(1 + vague))
        if apart:
            return nearness, f"{apart} day{'s' if apart > 1 else ''} apart"
        return nearness, "same day" if not vague else "dates overlap"

    def _clock(self) -> float:
        """Two clock times far apart on one day speak against one event."""
        if not (self.a.entry.when.timed and self.b.entry.when.timed):
            return 1.0
        first = _start(self.a.entry)
        second = _start(self.b.entry)
        hours = abs((first - second).total_seconds()) / 3600
        return 1.0 if hours <= 1 else max(0.5, 1.0 - 0.1 * hours)

    def _told(self) -> tuple[float, str] | None:
        """One names the other as told, on a day near the other's account."""
        a, b = self.a.entry.agency, self.b.entry.agency
        there, back = self._tells(self.a, self.b), self._tells(self.b, self.a)
        if there and back:
            return min(0.65, 0.35 * (there + back)), f"{a} and {b} each name the other as told"
        if there or back:
            teller, told = (a, b) if there else (b, a)
            return 0.4 * max(there, back), f"{teller} names {told} as told"
        return None

    def _tells(self, teller: _Account, told: _Account) -> float:
        strength = teller.told.get(told.entry.agency, 0.0)
        day = teller.told_days.get(told.entry.agency)
        if not strength or day is None:
            return strength
        margin = timedelta(days=NEAR_DAYS)
        return strength if told.first - margin <= day <= told.last + margin else 0.0

    def _words(self) -> tuple[float, str] | None:
        likeness = self.rarity.likeness(self.a.stems, self.b.stems)
        if not likeness:
            return None
        shared = sorted(self.a.stems & self.b.stems, key=lambda one: (-self.rarity.of(one), one))
        return min(0.9, 1.6 * likeness), "share " + ", ".join(f"“{one}”" for one in shared[:4])

    def _kind(self) -> tuple[float, str] | None:
        shared = sorted(set(self.a.kinds) & set(self.b.kinds))
        if not shared:
            return None
        weight = 1.0
        for kind in shared:
            weight *= 1.0 - 0.45 * self.a.kinds[kind]
        return 1.0 - weight, "both tell of " + ", ".join(shared)

    def _mention(self) -> tuple[float, str] | None:
        """An account that names the other agency in its words."""
        mentions = []
        for account, other in ((self.a, self.b), (self.b, self.a)):
            own = self.named[account.entry.agency]
            names = {one: w for one, w in self.named[other.entry.agency].items() if one not in own}
            total = sum(self.named[other.entry.agency].values())
            said = sum(w for one, w in names.items() if one in account.stems)
            if total and said:
                mentions.append((0.5 * said / total, f"{account.entry.agency} mentions {other.entry.agency}"))
        return max(mentions) if mentions else None


def _start(entry: Entry) -> datetime:
    assert entry.when.earliest is not None
    return entry.when.earliest
