"""Which words and numbers has nobody decided on? The third net: deny by default."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import compress

from candour.domain.births import quickly_made
from candour.domain.identity import Cast
from candour.domain.nets.identifiers import identifiers_in
from candour.domain.nets.kinds import BEGINNING, CAPITAL, NUMBER, UNKNOWN
from candour.domain.nets.mentions import mentions_in
from candour.domain.nets.senses import senses_of
from candour.domain.nets.tokens import Tokens, tokens_of


class Why(StrEnum):
    """What makes it wait for a person."""

    CAPITAL = "capital"
    UNKNOWN = "unknown"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Waiting:
    """Words side by side that wait for the same reason are one."""

    start: int
    end: int
    words: str
    why: Why


_waiting = quickly_made(Waiting)
_ENDS = frozenset(".!?:\n\r•*;")
_PARTING = (" ", "-")
_WAITING = UNKNOWN | NUMBER | CAPITAL | BEGINNING
_WHYS = {"U": Why.UNKNOWN, "N": Why.NUMBER, "C": Why.CAPITAL, "B": Why.CAPITAL}
_LETTERS = {UNKNOWN: b"U", NUMBER: b"N", CAPITAL: b"C", BEGINNING: b"B"}
_AS_LETTERS = b"".join(_LETTERS.get(kind & _WAITING, b"-") for kind in range(256))
_IF_WAITING = bytes(letter in b"UNCB" for letter in range(256))
_RUN = re.compile("[UNCB]+")


def undecided(text: str, cast: Cast, decided: Iterable[str] = ()) -> tuple[Waiting, ...]:
    """Each capitalised or unknown word and each number that no other net holds and nobody has decided on.

    `decided`: words and phrases somebody looked at; pseudonyms of the cast are decided. At the start of a
    sentence a known word has its capital from there, and is not asked about.
    """
    senses = senses_of(cast)
    tokens = senses.tokens(text)
    held = bytearray(len(tokens.words))
    mentions_in(tokens, senses, held)
    identifiers_in(tokens, held)
    return undecided_in(tokens, held, (*decided, *cast.pseudonyms))


def undecided_in(tokens: Tokens, held: bytes | bytearray, decided: Iterable[str]) -> tuple[Waiting, ...]:
    """As `undecided`, of words that were told apart; `held`: a byte for each that another net holds.

    What nothing but a space or a hyphen parts waits together. A word that has its capital from the start of
    a sentence does not wait.
    """
    letters = bytearray(tokens.kinds.translate(_AS_LETTERS))
    for first in compress(range(len(held)), held):
        letters[first] = 0
    if phrases := _phrases(decided):
        _decide(tokens, letters, phrases)
    starts, ends, text, gaps = tokens.starts, tokens.ends, tokens.text, tokens.gaps
    told = letters.decode("ascii")
    waiting = list[Waiting]()
    for run in _RUN.finditer(told):
        first, stop = run.span()
        if stop - first == 1 and told[first] == "B" and (first == 0 or not _ENDS.isdisjoint(gaps[first])):
            continue
        while first < stop:
            last, why = first, _WHYS[told[first]]
            while last + 1 < stop and gaps[last + 1] in _PARTING and _WHYS[told[last + 1]] is why:
                last += 1
            if told[first] == "B" and (first == 0 or not _ENDS.isdisjoint(gaps[first])):
                first += 1
            if first <= last:
                begin, end = starts[first], ends[last]
                waiting.append(_waiting(begin, end, text[begin:end], why))
            first = last + 1
    return tuple(waiting)


def _phrases(decided: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """First word, in any case that it may have -> what was decided, as words in small letters."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in decided:
        words = tuple(tokens_of(phrase).words)
        if words:
            low = tuple(map(str.lower, words))
            for first in {words[0], low[0], words[0].capitalize(), words[0].upper()}:
                found[first].append(low)
    return dict(found)


def _decide(tokens: Tokens, letters: bytearray, phrases: dict[str, list[tuple[str, ...]]]) -> None:
    """What somebody has decided on waits no more."""
    until = 0
    for at in compress(range(len(letters)), letters.translate(_IF_WAITING)):
        if at >= until and tokens.words[at] in phrases:
            until = _decided_until(tokens, at, phrases)
            letters[at:until] = bytes(max(until - at, 0))


def _decided_until(tokens: Tokens, at: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """Behind the longest decided phrase that begins here; 0 where none does."""
    longest = 0
    for phrase in phrases[tokens.words[at]]:
        if len(phrase) > longest and tuple(map(str.lower, tokens.words[at : at + len(phrase)])) == phrase:
            longest = len(phrase)
    return at + longest if longest else 0
