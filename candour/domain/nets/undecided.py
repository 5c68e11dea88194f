"""Which words and numbers has nobody decided on? The third net: deny by default."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.births import quickly_made
from candour.domain.identity import Cast
from candour.domain.nets.identifiers import identifiers_in
from candour.domain.nets.known import known_words
from candour.domain.nets.mentions import mentions_in
from candour.domain.nets.senses import senses_of
from candour.domain.nets.tokens import Tokens, folded, tokens_of


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
_TAILS = frozenset(
    "s t d m ll re ve didn doesn isn wasn weren hasn haven hadn won wouldn couldn shouldn don aren i".split()
)
"""What an apostrophe leaves of everyday words; and I."""
_ENDS = frozenset(".!?:\n\r•*;")


def undecided(text: str, cast: Cast, decided: Iterable[str] = ()) -> tuple[Waiting, ...]:
    """Each capitalised or unknown word and each number that no other net holds and nobody has decided on.

    `decided`: words and phrases somebody looked at; pseudonyms of the cast are decided. At the start of a
    sentence a known word has its capital from there, and is not asked about.
    """
    senses = senses_of(cast)
    tokens = tokens_of(text, known_words(), senses.names)
    spans = [(one.start, one.end) for one in mentions_in(tokens, senses)]
    spans += [(one.start, one.end) for one in identifiers_in(tokens)]
    return undecided_in(tokens, sorted(spans), (*decided, *cast.pseudonyms))


def undecided_in(
    tokens: Tokens, spans: Sequence[tuple[int, int]], decided: Iterable[str]
) -> tuple[Waiting, ...]:
    """As `undecided`, of words that were told apart; `spans`, in order, are held by another net."""
    phrases = _phrases(decided)
    known = known_words()
    whys = {word: why for word in tokens.distinct - known if (why := _why(word, known, phrases))}
    waiting = list[Waiting]()
    words, gaps, starts, ends = tokens.words, tokens.gaps, tokens.starts, tokens.ends
    lower = {word: word.lower() in known for word, why in whys.items() if why is Why.CAPITAL}
    span, until, after, spans = 0, 0, -1, [*spans, (len(tokens.text), len(tokens.text))]
    for at in tokens.places(frozenset(whys)):
        start, why = starts[at], whys[words[at]]
        if at < until:
            continue
        while spans[span][1] <= start < spans[-1][0]:
            span += 1
        if spans[span][0] <= start:
            continue
        if words[at] in phrases and (until := _decided_until(tokens, at, phrases)):
            continue
        if why is Why.CAPITAL and lower[words[at]] and _begins(gaps[at], at):
            continue
        if waiting and after == at and waiting[-1].why is why and gaps[at] in (" ", "-"):
            before = waiting[-1].start
            waiting[-1] = _waiting(before, ends[at], tokens.text[before : ends[at]], why)
        else:
            waiting.append(_waiting(start, ends[at], tokens.text[start : ends[at]], why))
        after = at + 1
    return tuple(waiting)


def _why(word: str, known: frozenset[str], phrases: dict[str, list[tuple[str, ...]]]) -> Why | None:
    low = word.lower()
    if low in _TAILS or (word.isalpha() and [(low,)] == phrases.get(word)):
        return None
    if not word.isalpha():
        return Why.NUMBER if any(map(str.isdigit, word)) else Why.UNKNOWN
    if word[0].isupper():
        return Why.CAPITAL
    return None if folded(word) in known else Why.UNKNOWN


def _begins(gap: str, at: int) -> bool:
    return at == 0 or not _ENDS.isdisjoint(gap)


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


def _decided_until(tokens: Tokens, at: int, phrases: dict[str, list[tuple[str, ...]]]) -> int:
    """Behind the longest decided phrase that begins here; 0 where none does."""
    longest = 0
    for phrase in phrases[tokens.words[at]]:
        if len(phrase) > longest and tuple(map(str.lower, tokens.words[at : at + len(phrase)])) == phrase:
            longest = len(phrase)
    return at + longest if longest else 0
