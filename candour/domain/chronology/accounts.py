"""What linking needs of the entries, as plain columns: days, words by number, kinds of contact, tellings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from operator import itemgetter

from candour.domain.chronology.account_words import Wordbook, plain_word
from candour.domain.chronology.entry import Entry, Kind, Status
from candour.domain.chronology.shares import ONE_SHARE, Shares
from candour.domain.chronology.word_bags import read_bags, text_of
from candour.domain.moments import Precision

WIDEST_DAYS = 45
"""An entry that may lie anywhere in a longer time than this is about that time, not about one event."""

LONGER = timedelta(days=WIDEST_DAYS + 1)

TELLS = {Status.TOLD: 1.0, Status.JOINT: 1.0, Status.IMPLIED: 0.6, Status.DISPUTED: 0.7, Status.UNCLEAR: 0.4}
"""How far a telling speaks for the one told having an account of it too; not_told speaks for nothing."""

RAREST = math.log(500)
"""A word that comes in fewer than one account of 500 tells no more than one of 500: themes come and go."""

BACKGROUND = 30
"""Accounts without the word that are thought to be there too: in few rows, a word in all may yet be rare."""

MET = 4.0
"""How many others an account is brought together with by its rare words, on average and at most."""
FEWEST_KEYS, MOST_KEYS = 4.0, 7.0
"""How many words of an account count as rare, on average."""
DAYS_LOOKED_BACK = 4

NO_CLOCK = -1

Told = tuple[int, float, int | None]
"""The number of the agency told, how far the telling speaks, and its day as an ordinal where it is given."""


class Accounts:
    """Entries that may tell of one event, in order of time: position 0 is the earliest.

    `words` are the numbers of an account's stems; `word_weight` says how much each tells, squared
    (inverse document frequency); `whole_weight` is the sum of it over all words of an account; `rare`
    are the words by which accounts are brought together. `kinds` has a bit for each kind of contact;
    `naming` says how much of each agency's name an account says, None where of no other's any.
    """

    def __init__(self, entries: Iterable[Entry], shares: Shares = ONE_SHARE) -> None:
        dated = sorted(_dated(entries), key=itemgetter(0, 1, 2))
        self.entries = [entry for _, _, _, entry in dated]
        self.agencies = sorted({entry.agency for entry in self.entries})
        number_of = {agency: number for number, agency in enumerate(self.agencies)}
        self.agency = [number_of[entry.agency] for entry in self.entries]
        self.first = [earliest.toordinal() for earliest, _, _, _ in dated]
        self.last = [latest.toordinal() for _, latest, _, _ in dated]
        self.clock = [_minute(earliest, entry) for earliest, _, _, entry in dated]
        self.told = [_tellings(entry, number_of) if entry.told else () for entry in self.entries]
        self._read_words(shares)

    @classmethod
    def of(cls, entries: Iterable[Entry] | Accounts) -> Accounts:
        """Reading them is half of the work: who asks twice reads them once and hands them on."""
        return entries if isinstance(entries, Accounts) else cls(entries)

    def __len__(self) -> int:
        return len(self.entries)

    def shared(self, a: int, b: int) -> list[int]:
        """The numbers of the words that both accounts have, those that tell most first."""
        both = set(self.words[a]).intersection(self.words[b])
        return sorted(both, key=lambda one: (-self.word_weight[one], one))

    def spelt(self, position: int, words: Sequence[int]) -> list[str]:
        """Words by number, as an account writes them first, in the order given."""
        text = text_of(self.entries[position])
        raw, numbers = text.split(), list(map(self._book.get, text.casefold().split()))
        if self._book.several.keys().isdisjoint(numbers):
            return [plain_word(raw[numbers.index(one)]) for one in words if one in numbers]
        spelt: dict[int, str] = {}
        for written, number in zip(raw, numbers, strict=False):
            for one in self._book.several.get(number or 0, (number or 0,)):
                spelt.setdefault(one, written)
        return [plain_word(spelt[one]) for one in words if one in spelt]

    def _read_words(self, shares: Shares) -> None:
        book = self._book = Wordbook()
        kinds = book.kinds()
        bit_of = {one: 1 << bit for bit, (_, words) in enumerate(kinds.values()) for one in words}
        names = [book.bag(one) for one in self.agencies]
        named, name_shares = frozenset().union(*names), _NameShares(names)
        bags = read_bags(self.entries, book, named.union(bit_of), shares)
        self.words = bags.words
        self.kinds: list[int] = []
        self.naming: list[tuple[float, ...] | None] = []
        read: dict[tuple[int, frozenset[int]], tuple[int, tuple[float, ...] | None]] = {}
        for said in zip(self.agency, bags.marked, strict=True):
            if said not in read:
                agency, words = said
                bits = sum({bit_of[one] for one in words if one in bit_of})
                read[said] = bits, name_shares.of(words & named, agency) if words else None
            self.kinds.append(read[said][0])
            self.naming.append(read[said][1])
        self.kind_names = list(kinds)
        self.kind_weight = _kind_weights([weight for weight, _ in kinds.values()], self.kinds)
        self._weigh(bags.counts)

    def _weigh(self, counts: Counter[int]) -> None:
        """How much each word tells, which are rare, and what the words of each account weigh together."""
        most = math.log(len(self.words) + BACKGROUND)
        self.word_weight = [0.0] * (self._book.highest + 1)
        for word, count in counts.items():
            self.word_weight[word] = _addable(min(most - math.log(count + 0.5), RAREST) ** 2)
        weight = self.word_weight.__getitem__
        self.whole_weight = [sum(map(weight, words)) for words in self.words]
        days = self.first[-1] - self.first[0] + 1 if self.first else 1
        self.rare = _rarest(counts, len(self.words), len(self.words) * DAYS_LOOKED_BACK / days)


def _addable(weight: float) -> float:
    """Rounded to 2 ** -30, so that the sum of some is the same in whatever order they are added."""
    return round(weight * 2**30) / 2**30


def _rarest(counts: Counter[int], accounts: int, near: float) -> set[int]:
    """The rarest words that more than one account has: as many as bring each together with MET others.

    `near` is how many accounts, on average, are near enough in time to be met.
    """
    of_count = Counter(counts.values())
    most, keys, met = 1, 0.0, 0.0
    for count in sorted(one for one in of_count if one > 1):
        keys += of_count[count] * count / accounts
        met += of_count[count] * count / accounts * count / accounts * near
        if (most > 1 and keys > MOST_KEYS) or (keys > FEWEST_KEYS and met > MET):
            break
        most = count
    return {word for word, count in counts.items() if 1 < count <= most}


class _NameShares:
    """How much of each agency's name some words say: a word tells the more, the fewer agencies have it."""

    def __init__(self, names: Sequence[set[int]]) -> None:
        counts = Counter(one for name in names for one in name)
        most = math.log(len(names) + 1)
        self._weights = [{one: most - math.log(counts[one]) for one in name} for name in names]
        self._kept: dict[tuple[frozenset[int], int], tuple[float, ...]] = {}

    def of(self, said: frozenset[int], own: int) -> tuple[float, ...] | None:
        """By number of agency, 0 to 1; the words of one's own name name nobody else. None for none at all."""
        key = said, own
        if key not in self._kept:
            others = said - self._weights[own].keys()
            self._kept[key] = tuple(
                sum(weights[one] for one in others & weights.keys()) / (sum(weights.values()) or 1.0)
                for weights in self._weights
            )
        shares = self._kept[key]
        return shares if any(shares) else None


def _dated(entries: Iterable[Entry]) -> Iterator[tuple[datetime, datetime, str, Entry]]:
    """Those that may tell of one event, each with its first and last minute and its id before it."""
    for entry in entries:
        earliest, latest = entry.when.earliest, entry.when.latest
        if earliest is None or latest is None or entry.kind is not Kind.ENTRY:
            continue
        if latest - earliest < LONGER:
            yield earliest, latest, entry.id, entry


def _minute(earliest: datetime, entry: Entry) -> int:
    """The minute of the day, where the entry gives a time to the minute or the hour."""
    if entry.when.precision is Precision.MINUTE or entry.when.precision is Precision.HOUR:
        return earliest.hour * 60 + earliest.minute
    return NO_CLOCK


def _tellings(entry: Entry, number_of: dict[str, int]) -> tuple[Told, ...]:
    best: dict[int, Told] = {}
    for one in entry.told:
        number = number_of.get(one.agency or "")
        if number is None or one.agency == entry.agency or one.status not in TELLS:
            continue
        day = one.on.earliest.toordinal() if one.on and one.on.earliest else None
        told = (number, TELLS[one.status], day)
        best[number] = max(told, best.get(number, told), key=lambda each: each[1])
    return tuple(best.values())


def _kind_weights(weights: Sequence[float], told: Sequence[int]) -> list[float]:
    """How much sharing each kind tells: what the pack gives it, the more the fewer accounts tell of it."""
    counts = Counter(told)
    found = []
    for number, weight in enumerate(weights):
        many = sum(count for bits, count in counts.items() if bits >> number & 1)
        found.append(weight * math.log(max(len(told), 1) / max(many, 1)))
    return found
