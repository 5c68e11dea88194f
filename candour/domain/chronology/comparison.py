"""Two accounts side by side: how strongly they speak for being of one event.

Each thing they have in common, or differ in, multiplies the odds that they are of one event (Fellegi and
Sunter's way of linking records). Odds below are natural logarithms, so that they add up.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import log, sqrt

from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.neighbours import NEAR_DAYS, Worth

# The weights were fitted by logistic regression on made-up accounts (benchmarks/made_accounts.py) of other
# seeds than the tests use, then rounded; those that such accounts cannot teach (kinds of contact, names of
# agencies, clocks far apart) are set by judgement. The published example was looked at, not fitted to.
DATES_AGREE = -1.5
"""Two accounts of one known day, of two agencies with no other account near, before a word is read."""
FOR_WORDS = 16.0
"""Times the root of the likeness of the words (0 to 1), as far as the rarity of those shared allows it."""
NO_WORDS = -3.7
"""What it speaks against one event that no word is shared."""
FOR_EACH_NEAR = -1.1
"""Times the logarithm of how many accounts of an agency are near enough to be the other's partner."""
VAGUE = -0.8
"""Times the logarithm of the days of the wider date."""
DAYS_APART = (0.0, -2.0, -3.7, -5.0)
"""By days between two accounts. NEAR_DAYS is the last."""
OFTEN_TOLD = 0.6
"""An agency that tells another so often (share of its accounts) says nothing by it."""
LEAST_FOR_TOLD, MOST_FOR_TOLD = 0.6, 1.7
FOR_NAMING = 1.0
FOR_KINDS, MOST_FOR_KINDS = 0.3, 1.5
CLOCKS = ((30, 1.5), (60, 0.8), (120, 0.0), (240, -1.0))
"""By minutes between two clock times of one day, up to."""
CLOCKS_FAR_APART = -2.2

MOSTLY_ADDED = 1.5
ENOUGH_ROWS = 10
"""Rows of an agency below which how often it tells another cannot be judged."""


class Comparison:
    """Compares accounts by their positions. Symmetric: a beside b gives what b beside a does."""

    def __init__(self, accounts: Accounts) -> None:
        self._all = accounts
        self._near = _Near(accounts)
        self._kinds: dict[int, float] = {}
        self._worth: dict[tuple[float, float], Worth] = {}
        self._for_told = _weight_of_tellings(accounts)

    def days_apart(self, a: int, b: int) -> int:
        first, last = self._all.first, self._all.last
        return max(first[b] - last[a], first[a] - last[b], 0)

    def worth(self, a: int, least: float) -> Worth:
        """The likeness of words without which the odds of a pair with this account hardly reach `least`.

        Kinds of contact, names and clocks are thought to add no more than they mostly do.
        """
        near = self._near.own[a]
        if (known := self._worth.get((near, least))) is not None:
            return known
        wanted = log(least) - DATES_AGREE - near - NO_WORDS - MOSTLY_ADDED
        told = wanted - MOST_FOR_TOLD
        any_two = (wanted / FOR_WORDS) ** 2 if wanted > 0 else 0.0
        known = Worth(any_two, (told / FOR_WORDS) ** 2 if told > 0 else 0.0)
        return self._worth.setdefault((near, least), known)

    def beside(self, a: int, others: Iterable[int]) -> Iterator[tuple[int, float, float]]:
        """Each other with two odds: before anything is read, and by what the accounts themselves say.

        Before: by the days and by how many others are near. The others stand before `a`; those too far
        back are left out.
        """
        accounts, near = self._all, self._near
        last, kinds, told, clock = accounts.last, accounts.kinds, accounts.told, accounts.clock
        words, whole, naming, agency = accounts.words, accounts.whole_weight, accounts.naming, accounts.agency
        in_both, weight = set(words[a]).intersection, accounts.word_weight.__getitem__
        first_a, whole_a, kinds_a, told_a, clock_a = accounts.first[a], whole[a], kinds[a], told[a], clock[a]
        agency_a, naming_a = agency[a], naming[a]
        for b in others:
            apart = first_a - last[b]
            if apart > NEAR_DAYS:
                continue
            before = DATES_AGREE + near.against(a, b) + (DAYS_APART[apart] if apart > 0 else 0.0)
            said = NO_WORDS
            if shared := in_both(words[b]):
                squares = sum(map(weight, shared))
                by_likeness = FOR_WORDS * sqrt(squares / sqrt(whole_a * whole[b]))
                by_rarity = sqrt(len(shared) * squares)
                said += by_likeness if by_likeness < by_rarity else by_rarity
            if both := kinds_a & kinds[b]:
                said += self._kinds.get(both) or self._weigh_kinds(both)
            if told_a:
                said += self.told(a, b)
            if told[b]:
                said += self.told(b, a)
            if clock_a >= 0 and clock[b] >= 0 and first_a == accounts.first[b]:
                said += _clocks(abs(clock_a - clock[b]))
            naming_b = naming[b]
            if naming_a or naming_b:
                there = naming_a[agency[b]] if naming_a else 0.0
                back = naming_b[agency_a] if naming_b else 0.0
                said += FOR_NAMING * (there if there > back else back)
            yield b, before, said

    def told(self, teller: int, told: int) -> float:
        """What it speaks for one event that one names the other as told, on a day near the other's."""
        accounts = self._all
        for agency, sure, day in accounts.told[teller]:
            if agency == accounts.agency[told]:
                near = (
                    day is None or accounts.first[told] - NEAR_DAYS <= day <= accounts.last[told] + NEAR_DAYS
                )
                return sure * self._for_told[accounts.agency[teller], agency] if near else 0.0
        return 0.0

    def naming(self, a: int, b: int) -> float:
        """The share (0 to 1) of the name of b's agency that a's words say and that a's agency has not."""
        shares = self._all.naming[a]
        return shares[self._all.agency[b]] if shares else 0.0

    def _weigh_kinds(self, bits: int) -> float:
        weights = (one for number, one in enumerate(self._all.kind_weight) if bits >> number & 1)
        self._kinds[bits] = min(MOST_FOR_KINDS, FOR_KINDS * sum(weights))
        return self._kinds[bits]


def _clocks(minutes: int) -> float:
    return next((odds for most, odds in CLOCKS if minutes <= most), CLOCKS_FAR_APART)


def _weight_of_tellings(accounts: Accounts) -> dict[tuple[int, int], float]:
    """By teller and told: the less, the more of the teller's accounts name that agency."""
    rows = Counter(accounts.agency)
    counts = Counter(
        (own, one[0]) for own, told in zip(accounts.agency, accounts.told, strict=True) for one in told
    )
    weights = {}
    for (teller, told), count in counts.items():
        often = count / (rows[teller] + ENOUGH_ROWS)
        weights[teller, told] = min(MOST_FOR_TOLD, max(LEAST_FOR_TOLD, log(OFTEN_TOLD / often)))
    return weights


class _Near:
    """How many accounts of an agency lie near a time: so many might be the partner of one of that time."""

    def __init__(self, accounts: Accounts) -> None:
        self._all = accounts
        self._first: dict[int, list[int]] = defaultdict(list)
        self._last: dict[int, list[int]] = defaultdict(list)
        for agency, first, last in zip(accounts.agency, accounts.first, accounts.last, strict=True):
            self._first[agency].append(first)
            self._last[agency].append(last)
        for days in self._last.values():
            days.sort()
        self._counted: dict[tuple[int, int, int], float] = {}
        spans = zip(accounts.agency, accounts.first, accounts.last, strict=True)
        self.own = [self._weigh(agency, first, last) for agency, first, last in spans]
        self._exact = [first == last for first, last in zip(accounts.first, accounts.last, strict=True)]

    def against(self, a: int, b: int) -> float:
        """Of two known days the accounts of each agency near its own day are counted, which is quick."""
        own = self.own
        if self._exact[a] and self._exact[b]:
            return own[a] if own[a] < own[b] else own[b]
        accounts = self._all
        there = self._weigh(accounts.agency[b], accounts.first[a], accounts.last[a])
        days = 1 + max(accounts.last[one] - accounts.first[one] for one in (a, b))
        return VAGUE * log(days) + min(
            there, self._weigh(accounts.agency[a], accounts.first[b], accounts.last[b])
        )

    def _weigh(self, agency: int, first: int, last: int) -> float:
        key = agency, first, last
        if key not in self._counted:
            begun = bisect_right(self._first[agency], last + NEAR_DAYS)
            count = begun - bisect_left(self._last[agency], first - NEAR_DAYS)
            self._counted[key] = FOR_EACH_NEAR * log(max(count, 1))
        return self._counted[key]
