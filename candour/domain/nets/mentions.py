"""Where is one of the cast named, however it is written? The first net over the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from rapidfuzz.distance import OSA

from candour.domain.births import quickly_made
from candour.domain.identity import Cast
from candour.domain.nets.company import KIN
from candour.domain.nets.known import known_words
from candour.domain.nets.senses import How, Sense, Senses, senses_of
from candour.domain.nets.standing import Standing, is_title
from candour.domain.nets.things import things_in
from candour.domain.nets.tokens import Tokens, folded, tokens_of

_BETWEEN = " _\t\r\n>,.-‐‑–'’`‘/"
_HANDLE = re.compile(r"@\w(?:[\w.-]|-\n)*\w")
_LOGIN = re.compile(r"[\w.%+-]+\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_FORE = frozenset(("forename", "nickname"))
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
    return mentions_in(tokens_of(text, known_words(), senses.names), senses)


def mentions_in(tokens: Tokens, senses: Senses) -> tuple[Mention, ...]:
    """As `mentions`, of words that were told apart before."""
    distinct = tokens.distinct
    senses.learn(distinct)
    of, words = senses.of, tokens.words
    found = {at: sense for at in tokens.live if (sense := of.get(words[at])) is not None}
    things = things_in(tokens, found, senses)
    covered = {at for thing in things for at in range(thing.first, thing.last + 1)}
    standing = Standing(tokens, found, senses.named)
    linking = senses.named.linking
    named = [
        at
        for at, sense in found.items()
        if sense.keys
        and at not in covered
        and standing.counts(at)
        and not (linking and _links(tokens, found, at, linking))
    ]
    particles = senses.named.particles | linking
    several = [
        *_names(tokens, found, named, standing, particles),
        *_dotted_initials(tokens, distinct, senses, covered),
    ]
    for thing in things:
        start, end = tokens.starts[thing.first], tokens.ends[thing.last]
        several.append(_mention(start, end, thing.key, thing.how, tokens.text[start:end], thing.also, False))
    several.extend(_handles(tokens.text, senses))
    return tuple(_apart(several))


def _names(
    tokens: Tokens, found: Mapping[int, Sense], named: list[int], standing: Standing, particles: set[str]
) -> Iterator[Mention]:
    """Words of one name that stand side by side are one mention, with the title and initial before it."""
    starts, ends, text, gaps = tokens.starts, tokens.ends, tokens.text, tokens.gaps
    at, count = 0, len(named)
    while at < count:
        first = last = named[at]
        sense = found[first]
        keys, how = sense.keys, sense.how
        at += 1
        hows = None
        while at < count and named[at] <= last + 3 and _is_one_name(tokens, last, named[at], particles):
            following = found[named[at]]
            shared = keys if keys == following.keys else keys & following.keys
            if not shared or not _goes_on(tokens, found, first, last, named[at], particles):
                break
            keys, last = shared, named[at]
            hows = {*(hows or (how,)), following.how}
            at += 1
        if hows or tokens.joined:
            how = _how(tokens, first, last, hows or {how})
        front = _with_front(tokens, first, particles) if first else 0
        key, *also = sorted(keys) if len(keys) > 1 else keys
        start, end = starts[front], ends[last]
        owned = gaps[last + 1] != " " and standing.possessive(last)
        yield _mention(start, end, key, how, text[start:end], tuple(also), owned)


def _links(tokens: Tokens, found: Mapping[int, Sense], at: int, linking: set[str]) -> bool:
    """The "al" of al-Masri, and not Al."""
    if tokens.words[at].lower() not in linking or len(tokens.gaps[at + 1]) != 1 or at + 1 not in found:
        return False
    return found[at].keys.isdisjoint(found[at + 1].keys)


def _goes_on(
    tokens: Tokens,
    found: Mapping[int, Sense],
    first: int,
    last: int,
    following: int,
    particles: set[str],
) -> bool:
    """In "T. Price Anna" a second name begins; a surname with a title or an initial has its forename."""
    gap = tokens.gaps[last + 1]
    if not found[last].parts or not found[following].parts or (len(gap) > 1 and _closes(tokens, last)):
        return False
    if "," in gap:
        return _is_turned(tokens, found, first, last, following, particles)
    if "/" in gap and _role_of(found[last]) == _role_of(found[following]):
        return False
    if _begins_turned(tokens, found, last, following):
        return False
    again = folded(tokens.words[last]) == folded(tokens.words[following]) and last + 1 == following
    if again and len(tokens.gaps[following]) > 1:
        return False
    if first < last or any(one.role not in _FORE for one in found[following].parts):
        return True
    begins = found[first].parts
    return any(one.role in _FORE for one in begins) or not _is_fronted(tokens, first, particles)


def _closes(tokens: Tokens, last: int) -> bool:
    """An apostrophe with a space after it ends what was said, but for a D' Arcy."""
    gap = tokens.gaps[last + 1]
    return gap[0] in "'’`‘" and gap[1:2].isspace() and len(tokens.words[last]) > 2


def _role_of(sense: Sense) -> bool:
    """Is it a forename?"""
    return any(one.role in _FORE for one in sense.parts)


def _begins_turned(tokens: Tokens, found: Mapping[int, Sense], last: int, following: int) -> bool:
    """In "nan HARTLEY, Anna" and "Tom HARTLEY, Anna" the surname begins the second name."""
    before, word, after = tokens.words[last], tokens.words[following], found.get(following + 1)
    if after is None or "," not in tokens.gaps[following + 1]:
        return False
    if not after.keys & found[following].keys or not _role_of(after):
        return False
    loud = word.isupper() and len(word) > 3 and (not before.isupper() or len(before) < 4)
    return loud or (before.islower() and word[0].isupper())


def _is_fronted(tokens: Tokens, first: int, particles: set[str]) -> bool:
    """Has it a title or an initial? "O Hanlon" and "nan Hanlon" have none."""
    front = _with_front(tokens, first, particles) if first else 0
    return any(tokens.words[at].lower() not in particles | KIN for at in range(front, first))


def _is_turned(
    tokens: Tokens,
    found: Mapping[int, Sense],
    first: int,
    last: int,
    following: int,
    particles: set[str],
) -> bool:
    """ "Kowalski, Anna" is one name; in "Lee, Leanne Singh" and "A Kowalski, Anna" the comma parts two."""
    before, named = found[last], found[following]
    begins = {one.role for one in found[first].parts}
    if (last > first and "surname" not in begins) or _is_fronted(tokens, first, particles):
        return False
    if not any(one.role in ("surname", "former") for one in before.parts):
        return False
    after = found.get(following + 1) if tokens.gaps[following + 1] == " " else None
    return after is None or not after.keys & named.keys


def _how(tokens: Tokens, first: int, last: int, hows: set[How]) -> How:
    """The way of the name that is farthest from how it stands in the cast."""
    broken = bool(tokens.joined) and not tokens.joined.isdisjoint(range(first, last + 1))
    if broken or (last > first and any("\n" in gap for gap in tokens.gaps[first + 1 : last + 1])):
        hows = {*hows, How.SPLIT}
    if len(hows) == 1:
        return next(iter(hows))
    return next((one for one in _ORDER if one in hows), How.EXACT)


def _is_one_name(tokens: Tokens, last: int, following: int, particles: set[str]) -> bool:
    """Nothing between them but a space, a comma, a line's end, and a "da" or an O."""
    gap = tokens.gaps[last + 1]
    if gap == " " and following == last + 1:
        return True
    gap = "".join(tokens.gaps[last + 1 : following + 1])
    if len(gap) > 12 or gap.strip(_BETWEEN) or gap.count("\n") > 1:
        return False
    if "->" in gap:
        return False
    if ((". " in gap and tokens.words[last].lower() != "st") or ".\n" in gap or ".\r" in gap) and len(
        tokens.words[last]
    ) > 1:
        return False
    return all(folded(word) in particles for word in tokens.words[last + 1 : following])


def _with_front(tokens: Tokens, first: int, particles: set[str]) -> int:
    """From the title, the initial or the "da" before the name."""
    words, gaps = tokens.words, tokens.gaps
    before = words[first - 1]
    if len(before) > 1 and before.lower() not in particles and not is_title(before):
        return first
    while first and words[first - 1].lower() in particles and not gaps[first].strip(" \t\r\n>'’`‘-"):
        first -= 1
    if first and len(words[first - 1]) == 1 and words[first - 1].isalpha() and _is_front_gap(gaps[first]):
        alone = first == 1 or len(words[first - 2]) > 1 or " " in gaps[first - 1]
        titled = first > 1 and is_title(words[first - 2])
        sure = (words[first - 1].isupper() and words[first - 1] not in "AI") or "." in gaps[first] or titled
        first -= alone and sure
    if first and _is_front_gap(gaps[first]) and is_title(words[first - 1]):
        first -= 1
    return first


def _is_front_gap(gap: str) -> bool:
    return len(gap) < 10 and not gap.strip(" .\t\r\n>") and gap.count("\n") < 2 and gap.count(".") < 3


def _dotted_initials(
    tokens: Tokens, distinct: frozenset[str], senses: Senses, covered: set[int]
) -> Iterator[Mention]:
    """ "J.S.", "J. S." and "J S": capitals alone, one after another."""
    words, gaps = tokens.words, tokens.gaps
    if not senses.named.initials:
        return
    capitals = [word for word in distinct if len(word) == 1 and word.isupper()]
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
        if before := _LOGIN.search(text, max(at - 64, 0), at):
            login = "".join(one for one in map(folded, _LETTERS.findall(before[0])))
            if keys := named.logins.get(login):
                yield _mention(before.start(), at, keys[0], How.JOINED, before[0], keys[1:], False)
        at = text.find("@", at + 1)


def _apart(several: list[Mention]) -> Iterator[Mention]:
    """In order, none over another: the first, the longest of these; and what is left of the next."""
    several.sort(key=lambda one: (one.start, -one.end, one.how is not How.HANDLE))
    end = 0
    for one in several:
        if one.start >= end:
            yield one
        elif one.end > end + 1:
            yield replace(one, start=end, words=one.words[end - one.start :])
        end = max(end, one.end)
