"""What did a corrected return change? Rows that are the same, changed, new, or there no more."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from candour.domain.agencies import fold_name

LIKE = 0.5
"""Of the words of two rows, so many are the same where one is the other, changed."""
LIKE_BY_NUMBER = 0.3
"""The same for two rows to which the agency gives the same number of its own."""
NEAR = 20
"""A row is held beside so many of those that share its day, or its words, on either side of its place."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a return, placed or not. `agency` is "" for a row that is no entry, `day` None."""

    part: str
    row: int
    agency: str
    cells: Mapping[str, str]
    day: date | None = None
    sequence: float | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """Each row of both returns once, by its number in the list: pairs are (before, now)."""

    same: tuple[tuple[int, int], ...]
    changed: tuple[tuple[int, int], ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]


def compare(before: Sequence[Row], now: Sequence[Row]) -> Compared:
    """Which row became which.

    A row is the same where its agency and all of its cells are; their headings may have been renamed or
    moved. Of equal rows those in the same place belong together, then the first with the first. A row is
    a changed one where half of all words are the same and it shares its day, its words or its place with
    the other, or where three in ten are and the agency gives both the same number. The likest pair goes
    first, and no row goes twice. All others are new, or gone.
    """
    pairs = _Pairs(before, now)
    for key in (_content, _values):
        pairs.take_equal(key)
    same = tuple(sorted(pairs.taken.items()))
    for _, _, one, other in sorted(_likely(before, now, pairs)):
        pairs.take(one, other)
    changed = tuple(sorted(set(pairs.taken.items()) - set(same)))
    return Compared(same, changed, tuple(pairs.left_after()), tuple(pairs.left_before()))


class _Pairs:
    """Who belongs to whom so far, by number; each row at most once."""

    def __init__(self, before: Sequence[Row], now: Sequence[Row]) -> None:
        self.before, self.after = before, now
        self.taken: dict[int, int] = {}
        self._given: set[int] = set()

    def take(self, one: int, other: int) -> None:
        if one not in self.taken and other not in self._given:
            self.taken[one] = other
            self._given.add(other)

    def left_before(self) -> list[int]:
        return [one for one in range(len(self.before)) if one not in self.taken]

    def left_after(self) -> list[int]:
        return [other for other in range(len(self.after)) if other not in self._given]

    def take_equal(self, key: Callable[[Row], Hashable]) -> None:
        there = _grouped(self.after, self.left_after(), key)
        for equal, ones in _grouped(self.before, self.left_before(), key).items():
            others = there.get(equal, [])
            places = {_place(self.after[other]): other for other in others}
            for one in ones:
                if (other := places.get(_place(self.before[one]))) is not None:
                    self.take(one, other)
            left = (one for one in ones if one not in self.taken)
            free = (other for other in others if other not in self._given)
            for one, other in list(zip(left, free, strict=False)):
                self.take(one, other)


def _grouped(
    rows: Sequence[Row], numbers: Iterable[int], key: Callable[[Row], Hashable]
) -> dict[Hashable, list[int]]:
    """In order of place; a row whose key is None belongs to no group."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for number in sorted(numbers, key=lambda one: _place(rows[one])):
        if (found := key(rows[number])) is not None:
            groups[found].append(number)
    return groups


def _likely(
    before: Sequence[Row], now: Sequence[Row], pairs: _Pairs
) -> Iterator[tuple[float, int, int, int]]:
    """Pairs that are like enough, as (less its likeness, distance, before, now): the best sorts first."""
    ones, others = pairs.left_before(), pairs.left_after()
    bags = {one: _bag(before[one]) for one in ones}, {other: _bag(now[other]) for other in others}
    seen: set[tuple[int, int]] = set()
    for key in (_number, _day, _event, _place):
        there = _grouped(now, others, key)
        for shared, group in _grouped(before, ones, key).items():
            for pair in _near(group, there.get(shared, [])):
                if pair in seen:
                    continue
                seen.add(pair)
                one, other = before[pair[0]], now[pair[1]]
                likeness = _likeness(bags[0][pair[0]], bags[1][pair[1]])
                by_number = one.sequence is not None and one.sequence == other.sequence
                if likeness >= (LIKE_BY_NUMBER if by_number else LIKE):
                    yield -likeness, abs(one.row - other.row), *pair


def _near(ones: Sequence[int], others: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each with those about as far down in the other group, so that a large group costs no square."""
    for nth, one in enumerate(ones):
        middle = nth * len(others) // len(ones)
        for other in others[max(0, middle - NEAR) : middle + NEAR + 1]:
            yield one, other


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """The share of all words of two rows that both have: 0 to 1 (Dice)."""
    both = sum(min(count, other[word]) for word, count in one.items() if word in other)
    return 2 * both / ((one.total() + other.total()) or 1)


def _bag(row: Row) -> Counter[str]:
    return Counter(word for cell in row.cells.values() for word in _WORD.findall(cell.casefold()))


def _content(row: Row) -> Hashable:
    return fold_name(row.agency), tuple(sorted(row.cells.items()))


def _values(row: Row) -> Hashable:
    return fold_name(row.agency), tuple(row.cells.values())


def _number(row: Row) -> Hashable:
    return None if row.sequence is None else (row.part, row.sequence)


def _day(row: Row) -> Hashable:
    return row.day


def _event(row: Row) -> Hashable:
    return " ".join(row.words.casefold().split()) or None


def _place(row: Row) -> tuple[str, int]:
    return row.part, row.row
