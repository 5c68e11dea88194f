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
    tokens = tokens_of(text, known_words(), senses.names, senses.signs)
    spans = [(one.start, one.end) for one in mentions_in(tokens, senses)]
    spans += [(one.start, one.end) for one in identifiers_in(tokens)]
    return undecided_in(tokens, sorted(spans), (*decided, *cast.pseudonyms))


def undecided_in(
    tokens: Tokens, spans: Sequence[tuple[int, int]], decided: Iterable[str]
) -> tuple[Waiting, ...]:
    """As `undecided`, of words that were told apart; `spans`, in order, are held by another net."""
    phrases = _phrases(decided)
    whys, lower = _whys(tokens.distinct - known_words(), phrases)
    waiting = list[Waiting]()
    words, gaps, starts, ends = tokens.words, tokens.gaps, tokens.starts, tokens.ends
    ahead = iter((*spans, (len(tokens.text), len(tokens.text) + 1)))
    from_, to = next(ahead)
    until, first, last, reason, capital = 0, -1, -2, Why.NUMBER, Why.CAPITAL
    for at in tokens.live:
        why = whys.get(words[at])
        if why is None or at < until:
            continue
        start = starts[at]
        while to <= start:
            from_, to = next(ahead)
        if from_ <= start:
            continue
        if phrases and words[at] in phrases and (until := _decided_until(tokens, at, phrases)):
            continue
        if why is capital and words[at] in lower and (at == 0 or not _ENDS.isdisjoint(gaps[at])):
            continue
        if at == last + 1 and why is reason and gaps[at] in (" ", "-"):
            last = at
            continue
        if first >= 0:
            begin, end = starts[first], ends[last]
            waiting.append(_waiting(begin, end, tokens.text[begin:end], reason))
        first = last = at
        reason = why
    if first >= 0:
        begin, end = starts[first], ends[last]
        waiting.append(_waiting(begin, end, tokens.text[begin:end], reason))
    return tuple(waiting)


def _whys(
    words: frozenset[str], phrases: dict[str, list[tuple[str, ...]]]
) -> tuple[dict[str, Why], set[str]]:
    """Why each of these words waits, which are not known as they stand; a plain word is not among them.

    And those which are known in small letters: at the start of a sentence they do not wait.
    """
    known, lower = known_words(), set[str]()
    small = {word for word in words if word.islower() and word.isascii() and word.isalpha()}
    found = dict.fromkeys(small - _TAILS, Why.UNKNOWN)
    for word in words - small:
        low = word.lower()
        if not word.isalpha():
            found[word] = Why.NUMBER if any(map(str.isdigit, word)) else Why.UNKNOWN
        elif low in _TAILS:
            continue
        elif word[0].isupper():
            found[word] = Why.CAPITAL
            if low in known:
                lower.add(word)
        elif (low == word and word.isascii()) or folded(word) not in known:
            found[word] = Why.UNKNOWN
    for word, several in phrases.items():
        if word.isalpha() and several == [(word.lower(),)]:
            found.pop(word, None)
    return found, lower


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
