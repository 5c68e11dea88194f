"""Where is one of the cast named, however it is written? The first net over the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from candour.domain.births import quickly_made
from candour.domain.identity import Cast
from candour.domain.nets.joining import goes_on, is_one_name, links, may_front, with_front
from candour.domain.nets.known import known_words
from candour.domain.nets.senses import How, Needs, Sense, Senses, senses_of
from candour.domain.nets.standing import Standing
from candour.domain.nets.things import things_in
from candour.domain.nets.tokens import Tokens, folded, tokens_of

_HANDLE = re.compile(r"@\w(?:[\w.-]|-\n)*\w")
_LOGIN = re.compile(r"[\w.%+-]+")
"""Read from the sign backwards."""
_LETTERS = re.compile(r"[^\W\d_]+")
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
)


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
    return mentions_in(tokens_of(text, known_words(), senses.names, senses.signs), senses)


def mentions_in(tokens: Tokens, senses: Senses) -> tuple[Mention, ...]:
    """As `mentions`, of words that were told apart before."""
    distinct = tokens.distinct
    senses.learn(distinct)
    of, words = senses.of, tokens.words
    found = {at: sense for at in tokens.live if (sense := of.get(words[at])) is not None}
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
        *_handles(tokens.text, senses),
        *_names(tokens, found, named, standing, particles),
        *_dotted_initials(tokens, senses, covered),
    ]
    for thing in things:
        start, end = tokens.starts[thing.first], tokens.ends[thing.last]
        several.append(_mention(start, end, thing.key, thing.how, tokens.text[start:end], thing.also, False))
    return tuple(_apart(several))


def _names(
    tokens: Tokens, found: Mapping[int, Sense], named: list[int], standing: Standing, particles: set[str]
) -> Iterator[Mention]:
    """Words of one name that stand side by side are one mention, with the title and initial before it."""
    starts, ends, text, gaps = tokens.starts, tokens.ends, tokens.text, tokens.gaps
    words, joined, fronts = tokens.words, tokens.joined, dict[str, bool]()
    at, count = 0, len(named)
    while at < count:
        first = last = named[at]
        sense = found[first]
        keys, how = sense.keys, sense.how
        at += 1
        hows = None
        while at < count and (then := named[at]) <= last + 3:
            following = found[then]
            shared = keys & following.keys
            if not shared or not (
                (then == last + 1 and gaps[then] == " ") or is_one_name(tokens, last, then, particles)
            ):
                break
            if not goes_on(tokens, found, first, last, then, particles):
                break
            keys, last = shared, then
            hows = {*(hows or (how,)), following.how}
            at += 1
        if hows or first in joined:
            how = _how(tokens, first, last, hows or {how})
        front = first
        if first:
            before = words[first - 1]
            if (fronting := fronts.get(before)) is None:
                fronting = fronts[before] = may_front(before, particles)
            if fronting:
                front = with_front(tokens, first, particles)
        key, *also = sorted(keys) if len(keys) > 1 else keys
        start, end = starts[front], ends[last]
        owned = gaps[last + 1] != " " and standing.possessive(last)
        yield _mention(start, end, key, how, text[start:end], tuple(also), owned)


def _how(tokens: Tokens, first: int, last: int, hows: set[How]) -> How:
    """The way of the name that is farthest from how it stands in the cast."""
    broken = bool(tokens.joined) and not tokens.joined.isdisjoint(range(first, last + 1))
    if broken or (last > first and any("\n" in gap for gap in tokens.gaps[first + 1 : last + 1])):
        hows = {*hows, How.SPLIT}
    if len(hows) == 1:
        return next(iter(hows))
    return next((one for one in _ORDER if one in hows), How.EXACT)


def _dotted_initials(tokens: Tokens, senses: Senses, covered: set[int]) -> Iterator[Mention]:
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
            key, *also = sorted(sense.keys)
            yield _mention(start, end, key, How.INITIALS, tokens.text[start:end], tuple(also), False)


def _handles(text: str, senses: Senses) -> Iterator[Mention]:
    """Names on social media, with or without their sign; names before the sign of an e-mail address."""
    named = senses.named
    low = text.lower() if named.handles else ""
    for handle, key in named.handles.items():
        if handle not in low:
            continue
        for match in re.finditer(rf"(?<![^\W_])@?{re.escape(handle)}(?![^\W_])", text, re.IGNORECASE):
            yield _mention(match.start(), match.end(), key, How.HANDLE, match[0], (), False)
    at = text.find("@")
    while at >= 0:
        if (after := _HANDLE.match(text, at)) and named.handles:
            low = after[0][1:].lower().replace("-\n", "")
            for handle, key in named.handles.items():
                if OSA.distance(low, handle, score_cutoff=2) <= (2 if len(handle) > 7 else 1):
                    yield _mention(at, after.end(), key, How.NEAR, after[0], (), False)
        if before := _LOGIN.match(text[max(at - 64, 0) : at][::-1]):
            start = at - before.end()
            login = "".join(one for one in map(folded, _LETTERS.findall(text, start, at)))
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
