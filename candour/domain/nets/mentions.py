"""Where is one of the cast named, however it is written? The first net over the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from candour.domain.births import quickly_made
from candour.domain.identity import Cast
from candour.domain.nets.company import APOSTROPHES
from candour.domain.nets.joining import goes_on, is_one_name, links, may_front, with_front
from candour.domain.nets.kinds import MEANT
from candour.domain.nets.letters import folded
from candour.domain.nets.senses import How, Needs, Sense, Senses, senses_of
from candour.domain.nets.standing import Standing
from candour.domain.nets.things import things_in
from candour.domain.nets.tokens import Tokens

_HANDLE = re.compile(r"@\w(?:[\w.-]|-\n)*\w")
_LOGIN = re.compile(r"[\w.%+-]+")
"""Read from the sign backwards."""
_LETTERS = re.compile(r"[^\W\d_]+")
_ODD_CASES = "\u0130\u0131\u017f\u212a"
"""Letters that are an i, s or k in another case."""
_INITIAL_GAPS = frozenset((".", ". ", " ", ""))
_ORDER = (
    How.NEAR,
    How.SPLIT,
    How.FORMER,
    How.NICKNAME,
    How.ALIAS,
    How.PLURAL,
    How.JOINED,
    How.INITIALS,
    How.FOLDED,
    How.EXACT,
)
_RANK = {how: rank for rank, how in enumerate(_ORDER)}
"""Of a name's words the way that is farthest from how it stands in the cast."""


@dataclass(frozen=True, slots=True)
class Mention:
    """`words` stand from `start` to `end`; `also`: others of the cast who may be meant instead."""

    start: int
    end: int
    key: str
    how: How
    words: str
    also: tuple[str, ...] = ()
    possessive: bool = False

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.key, *self.also)


_mention = quickly_made(Mention)


def mentions(text: str, cast: Cast) -> tuple[Mention, ...]:
    """Every place where one of the cast whose name is secret is named, in the order of the text.

    It rather asks once more than misses one: see docs/explanation/three-nets.md for what it decides and how.
    """
    senses = senses_of(cast)
    tokens = senses.tokens(text)
    return mentions_in(tokens, senses, bytearray(len(tokens.words)))


def mentions_in(tokens: Tokens, senses: Senses, held: bytearray) -> tuple[Mention, ...]:
    """As `mentions`, of words that were told apart before; those held get their byte in `held`."""
    places = [*tokens.of_kind(MEANT)]
    senses_there = map(senses.__getitem__, map(tokens.words.__getitem__, places))
    found = {at: sense for at, sense in zip(places, senses_there, strict=True) if sense is not None}
    things = things_in(tokens, found, senses)
    covered = {at for thing in things for at in range(thing.first, thing.last + 1)}
    standing = Standing(tokens, found, senses.named)
    linking, nothing = senses.named.linking, Needs.NOTHING
    named = [
        at
        for at, sense in found.items()
        if sense.keys
        and at not in covered
        and (sense.needs is nothing or standing.counts(at))
        and not (linking and links(tokens, found, at, linking))
    ]
    particles = senses.named.particles | linking
    several = [
        *_handles(tokens, senses, held),
        *_names(tokens, found, named, standing, particles, held),
        *_dotted_initials(tokens, senses, covered, held),
    ]
    for first, last, key, how, _, also in things:
        start, end = tokens.starts[first], tokens.ends[last]
        held[first : last + 1] = b"\1" * (last + 1 - first)
        several.append(_mention(start, end, key, how, tokens.text[start:end], also, False))
    return tuple(_apart(several))


def _names(
    tokens: Tokens,
    found: Mapping[int, Sense],
    named: list[int],
    standing: Standing,
    particles: set[str],
    held: bytearray,
) -> Iterator[Mention]:
    """Words of one name that stand side by side are one mention, with the title and initial before it."""
    starts, ends, text, gaps = tokens.starts, tokens.ends, tokens.text, tokens.gaps
    words, joined, fronts = tokens.words, tokens.joined, dict[str, bool]()
    at, count = 0, len(named)
    while at < count:
        first = last = named[at]
        sense = found[first]
        key, also = sense.told
        how = sense.how
        at += 1
        if at < count and (then := named[at]) <= last + 3 and not sense.keys.isdisjoint(found[then].keys):
            at, keys, how = _gone_on(tokens, found, named, at, particles)
            if named[at - 1] > last:
                last = named[at - 1]
                key, *rest = sorted(keys) if len(keys) > 1 else keys
                also = tuple(rest)
        if (last > first or first in joined) and how is not How.NEAR and _is_split(tokens, first, last):
            how = How.SPLIT
        front = first
        if first:
            before = words[first - 1]
            if (fronting := fronts.get(before)) is None:
                fronting = fronts[before] = may_front(before, particles)
            if fronting:
                front = with_front(tokens, first, particles)
        start, end, gap = starts[front], ends[last], gaps[last + 1]
        owned = gap != " " and gap[:1] in APOSTROPHES and standing.possessive(last)
        held[front : last + 1] = b"\1" * (last + 1 - front)
        yield _mention(start, end, key, how, text[start:end], also, owned)


def _gone_on(
    tokens: Tokens, found: Mapping[int, Sense], named: list[int], at: int, particles: set[str]
) -> tuple[int, frozenset[str], How]:
    """How far a name goes that is one word so far: which of `named` is beyond it, whose, and how."""
    gaps, first = tokens.gaps, named[at - 1]
    last, keys, how = first, found[first].keys, found[first].how
    while at < len(named) and (then := named[at]) <= last + 3:
        following = found[then]
        shared = keys & following.keys
        beside = then == last + 1 and gaps[then] == " "
        if not shared or not (beside or is_one_name(tokens, last, then, particles)):
            break
        if not goes_on(tokens, found, first, last, then, particles):
            break
        keys, last = shared, then
        if _RANK[following.how] < _RANK[how]:
            how = following.how
        at += 1
    return at, keys, how


def _is_split(tokens: Tokens, first: int, last: int) -> bool:
    """Does a line's end stand within the name?"""
    if tokens.joined and not tokens.joined.isdisjoint(range(first, last + 1)):
        return True
    return last > first and "\n" in "".join(tokens.gaps[first + 1 : last + 1])


def _dotted_initials(tokens: Tokens, senses: Senses, covered: set[int], held: bytearray) -> Iterator[Mention]:
    """ "J.S.", "J. S." and "J S": capitals alone, one after another."""
    words, gaps = tokens.words, tokens.gaps
    if not senses.named.initials:
        return
    capitals = [word for word in tokens.signs if len(word) == 1 and word.isupper()]
    single = [at for at in tokens.places(capitals) if at not in covered]
    at = 0
    while at < len(single):
        first = last = single[at]
        while at + 1 < len(single) and single[at + 1] == last + 1 and gaps[last + 1] in _INITIAL_GAPS:
            at, last = at + 1, last + 1
        at += 1
        sense = senses.initials("".join(words[first : last + 1])) if last > first else None
        if sense is not None:
            start, end = tokens.starts[first], tokens.ends[last]
            end += tokens.text[end : end + 1] == "."
            key, also = sense.told
            held[first : last + 1] = b"\1" * (last + 1 - first)
            yield _mention(start, end, key, How.INITIALS, tokens.text[start:end], also, False)


def _handles(tokens: Tokens, senses: Senses, held: bytearray) -> Iterator[Mention]:
    """Names on social media, with or without their sign; names before the sign of an e-mail address."""
    text = tokens.text
    several = [*_whole_handles(text, senses.named.handles), *_at_signs(text, senses)]
    for one in several:
        tokens.hold(held, one.start, one.end)
    yield from several


def _whole_handles(text: str, handles: Mapping[str, str]) -> Iterator[Mention]:
    if not handles:
        return
    odd = any(letter in text for letter in _ODD_CASES)
    low = text.lower() if odd else text.encode("ascii", "replace").lower().decode("ascii")
    for handle, key in handles.items():
        plain = not odd and handle.isascii()
        at = (low if plain or odd else text.lower()).find(handle)
        if at < 0:
            continue
        form = _written(handle)
        if not plain:
            for match in form.finditer(text):
                yield _mention(match.start(), match.end(), key, How.HANDLE, match[0], (), False)
            continue
        while at >= 0:
            if found := form.match(text, at - 1 if text[at - 1 : at] == "@" else at) or form.match(text, at):
                yield _mention(found.start(), found.end(), key, How.HANDLE, found[0], (), False)
            at = low.find(handle, at + (len(handle) if found else 1))


@lru_cache(maxsize=1024)
def _written(handle: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W_])@?{re.escape(handle)}(?![^\W_])", re.IGNORECASE)


def _at_signs(text: str, senses: Senses) -> Iterator[Mention]:
    """What stands behind an @, with slips, and before it."""
    named = senses.named
    at = text.find("@")
    while at >= 0:
        if (after := _HANDLE.match(text, at)) and named.handles:
            low = after[0][1:].lower().replace("-\n", "")
            for handle, key in named.handles.items():
                if OSA.distance(low, handle, score_cutoff=2) <= (2 if len(handle) > 7 else 1):
                    yield _mention(at, after.end(), key, How.NEAR, after[0], (), False)
        if before := _LOGIN.match(text[max(at - 64, 0) : at][::-1]):
            start = at - before.end()
            login = "".join(map(folded, _LETTERS.findall(text, start, at)))
            if keys := named.logins.get(login):
                yield _mention(start, at, keys[0], How.JOINED, text[start:at], keys[1:], False)
        at = text.find("@", at + 1)


def _apart(several: list[Mention]) -> Iterator[Mention]:
    """In order, none over another: the first, the longest of these, the first given; then what is left."""
    several.sort(key=lambda one: (one.start << 32) - one.end)
    end = 0
    for one in several:
        if one.start >= end:
            yield one
        elif one.end > end + 1:
            yield replace(one, start=end, words=one.words[end - one.start :])
        end = max(end, one.end)
