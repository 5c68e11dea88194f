"""What each of many accounts says, as numbers; read in shares and put together as if read by one."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import accumulate, chain, pairwise

from candour.domain.chronology.account_words import Wordbook
from candour.domain.chronology.entry import Entry
from candour.domain.chronology.shares import Shares


def text_of(entry: Entry) -> str:
    """The words of an entry that say what it is about."""
    return f"{entry.event} {entry.action} {' '.join(entry.people)}"


@dataclass(slots=True)
class Bags:
    """For each account the numbers of its words, in no order, and those of them that were marked.

    `counts` says how many accounts have a word.
    """

    words: list[tuple[int, ...]] = field(default_factory=list)
    marked: list[frozenset[int]] = field(default_factory=list)
    counts: Counter[int] = field(default_factory=Counter)


@dataclass(slots=True)
class _Packed:
    """Bags and what was newly met in reading them, small enough to be sent from one process to another.

    `known` words had a number before; `met` are the others, in the order of the numbers given to them.
    """

    words: array[int]
    lengths: array[int]
    marked: list[frozenset[int]]
    counts: Counter[int]
    known: int
    met: list[str | tuple[int, ...]]
    spelt: list[tuple[str, int]]


def read_bags(entries: Sequence[Entry], book: Wordbook, marked: frozenset[int], shares: Shares) -> Bags:
    """Every account's words. The book has all of them then, under the numbers that reading by one gives."""
    first, *others = shares.of(len(entries))
    work = [partial(_packed, entries[share.start : share.stop], book, marked) for share in others]
    bags, *packed = shares.done(
        len(entries), partial(_read, entries[first.start : first.stop], book, marked), *work
    )
    for one in packed:
        _add(bags, one, book)
    read: Bags = bags
    return read


def _read(entries: Sequence[Entry], book: Wordbook, marked: frozenset[int]) -> Bags:
    bags = Bags()
    same: dict[frozenset[int], frozenset[int]] = {}
    for bag in map(book.bag, map(text_of, entries)):
        bags.words.append(tuple(bag))
        of_note = marked & bag
        bags.marked.append(same.setdefault(of_note, of_note))
    bags.counts.update(chain.from_iterable(bags.words))
    return bags


def _packed(entries: Sequence[Entry], book: Wordbook, marked: frozenset[int]) -> _Packed:
    own = book.copy()
    known, spellings = own.highest, len(own)
    bags = _read(entries, own, marked)
    return _Packed(
        array("i", chain.from_iterable(bags.words)),
        array("i", map(len, bags.words)),
        bags.marked,
        bags.counts,
        known,
        own.numbered()[known:],
        list(own.items())[spellings:],
    )


def _add(bags: Bags, more: _Packed, book: Wordbook) -> None:
    number = list(range(more.known + 1))
    for one in more.met:
        number.append(book.number(one if isinstance(one, str) else tuple(number[each] for each in one)))
    for spelling, old in more.spelt:
        book.setdefault(spelling, number[old])
    bags.words += _cut(list(map(number.__getitem__, more.words)), more.lengths)
    bags.marked += more.marked
    for old, count in more.counts.items():
        bags.counts[number[old]] += count


def _cut(words: list[int], lengths: array[int]) -> Iterator[tuple[int, ...]]:
    for start, stop in pairwise(accumulate(lengths, initial=0)):
        yield tuple(words[start:stop])
