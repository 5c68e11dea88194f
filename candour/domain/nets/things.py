"""Where do names of several words stand (bodies, schools, streets), and the cast's own numbers?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rapidfuzz.distance import OSA

from candour.domain.nets.letters import folded
from candour.domain.nets.named import SHORT_WAYS, Phrase
from candour.domain.nets.near import skeleton
from candour.domain.nets.senses import How, Sense, Senses
from candour.domain.nets.tokens import Tokens

_CODE_END = re.compile(r"\d[a-z]{1,3}$|[a-z]\d[a-z]$|\d[a-z]\d$|\d\d[a-z]$")
"""How a postcode ends, with one slip."""
_PLATE = re.compile(r"[A-Za-z]+\d+[A-Za-z]*")


class Thing(NamedTuple):
    """From word `first` to word `last`; `also`: others that are named just so."""

    first: int
    last: int
    key: str
    how: How
    wrong: int = 0
    also: tuple[str, ...] = ()


def things_in(
    tokens: Tokens,
    found: Mapping[int, Sense],
    senses: Senses,
) -> list[Thing]:
    """Names of several words by their rare words, addresses and numbers; none over another."""
    things = list[Thing]()
    for at, sense in found.items():
        if not sense.phrases:
            continue
        for phrase, place in sense.phrases:
            wrong = _slips(tokens, at - place, phrase)
            if wrong is not None:
                last = at - place + len(phrase.words) - 1
                things.append(Thing(at - place, last, phrase.key, How.NEAR if wrong else How.EXACT, wrong))
    if senses.named.plates:
        things.extend(_plates(tokens, senses.named.plates))
    if senses.named.lines or senses.named.codes:
        things.extend(_addresses(tokens, senses))
    if senses.named.numbers:
        things.extend(_numbers(tokens, senses))
    return _apart(tokens, things)


def _addresses(tokens: Tokens, senses: Senses) -> Iterator[Thing]:
    """A house's number with its street after it; a postcode with one slip."""
    named = senses.named
    low = {word: folded(word) for word in tokens.signs if not word.isalpha()}
    for at in tokens.places(word for word, given in low.items() if given in named.lines):
        for phrase in named.lines[low[tokens.words[at]]]:
            wrong = _slips(tokens, at, phrase)
            if wrong is not None:
                yield Thing(at, at + len(phrase.words) - 1, phrase.key, How.ADDRESS, wrong)
    if not named.codes:
        return
    for at in tokens.places(word for word, given in low.items() if _CODE_END.search(given)):
        given = low[tokens.words[at]]
        whole = given if len(given) > 4 or not at else folded(tokens.words[at - 1]) + given
        for code in named.codes if 4 < len(whole) < 9 else ():
            if OSA.distance(whole, code, score_cutoff=1) == 1:
                yield Thing(at - (whole != given), at, named.codes[code], How.NEAR, 1)


def _plates(tokens: Tokens, plates: Mapping[str, str]) -> Iterator[Thing]:
    """The mark of a vehicle with one slip, as one word or as two."""
    words = tokens.words
    for at in tokens.places(word for word in tokens.signs if len(word) < 9 and _PLATE.fullmatch(word)):
        given = folded(words[at])
        whole = [(at, given)]
        if at + 1 < len(words) and len(words[at + 1]) < 5 and tokens.gaps[at + 1] in (" ", "-", "\n"):
            whole.append((at + 1, given + folded(words[at + 1])))
        for last, mark in whole:
            for plate in plates if 4 < len(mark) < 9 else ():
                if OSA.distance(mark, plate, score_cutoff=1) == 1:
                    yield Thing(at, last, plates[plate], How.NEAR, 1)


def _numbers(tokens: Tokens, senses: Senses) -> Iterator[Thing]:
    """The cast's own numbers, whatever stands between their letters and digits."""
    named, words = senses.named, tokens.words
    begins = {word: low for word in tokens.signs if (low := word.lower()) in named.beginnings}
    for first in tokens.places(begins):
        squashed, last = begins[words[first]], first
        while squashed in named.beginnings:
            if squashed in named.numbers:
                yield Thing(first, last, named.numbers[squashed], How.NUMBER)
            last += 1
            if last >= len(words) or (len(tokens.gaps[last]) > 3 and tokens.gaps[last].strip()):
                break
            squashed += folded(words[last])


def _slips(tokens: Tokens, first: int, phrase: Phrase) -> int | None:
    """How far the words from here are from a phrase; None where they are too far to be it.

    Of three words or more one may be badly hurt, so long as half of it stands.
    """
    words, last = tokens.words, first + len(phrase.words) - 1
    if first < 0 or last >= len(words):
        return None
    slips = hurt = 0
    for at, wanted in enumerate(phrase.words, first):
        given = folded(words[at])
        if phrase.line and at == last:
            given = SHORT_WAYS.get(given, given)
        if given == wanted:
            continue
        most = max(len(wanted) // 2, 1)
        away = OSA.distance(given, wanted, score_cutoff=most)
        if away > most or wanted.isdigit():
            return None
        slips += away
        alike = len(wanted) > 3 and skeleton(given) == skeleton(wanted)
        hurt += away > (2 if len(wanted) > 6 else 1 if len(wanted) > 2 else 0) and not alike
    return slips if hurt <= (1 if len(phrase.words) > 2 else 0) else None


def _apart(tokens: Tokens, things: list[Thing]) -> list[Thing]:
    """Of those that overlap the one with the fewest slips."""
    kept = list[Thing]()
    for thing in sorted(set(things), key=lambda one: (one.first, one.wrong, -one.last, one.key)):
        before = kept[-1] if kept else None
        if before and thing.first <= before.last:
            if (before.first, before.last, before.wrong) == (thing.first, thing.last, thing.wrong):
                kept[-1] = before._replace(also=(*before.also, thing.key))
                continue
            better = thing.wrong < before.wrong and thing.key != before.key
            longer = _size(thing) > _size(before) and (thing.wrong == before.wrong or thing.key == before.key)
            if better or longer:
                kept[-1] = thing
            continue
        kept.append(thing)
    return _as_addresses(tokens, kept)


def _as_addresses(tokens: Tokens, things: list[Thing]) -> list[Thing]:
    """What follows of an address is one with it, though its town may stand in another one too."""
    kept = list[Thing]()
    for thing in things:
        before = kept[-1] if kept else None
        if before and (both := _keys(before) & _keys(thing)) and _is_one_address(tokens, before, thing):
            key, *also = sorted(both)
            kept[-1] = before._replace(last=thing.last, key=key, also=tuple(also))
        else:
            kept.append(thing)
    return kept


def _keys(thing: Thing) -> set[str]:
    return {thing.key, *thing.also}


def _is_one_address(tokens: Tokens, before: Thing, thing: Thing) -> bool:
    """ "12 Mill Lane, Skelderby, QD5 4YK": a word or two of a place may stand between street and postcode."""
    gaps = tokens.gaps[before.last + 1 : thing.first + 1]
    if len(gaps) == 1:
        return len(gaps[0]) < 6
    return len(gaps) < 5 and "," in gaps[0] and all(len(gap) < 4 and "." not in gap for gap in gaps)


def _size(thing: Thing) -> int:
    return thing.last - thing.first
