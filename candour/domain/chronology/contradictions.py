"""What an account asserts or denies, and where two accounts of one event say opposite things of it.

Only what can be held against a list is looked at: facts told or denied, results that shut each other out,
numbers of one thing, and the columns on whether the child was seen. What is found is a question.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from candour.domain.chronology.account_words import stem
from candour.domain.chronology.conflict import ConflictKind
from candour.domain.chronology.entry import Entry

_TOKEN = re.compile(r"[^\W_]+(?:[&'’/-][^\W_]+)*|[.;:!?\n]")
_STOPS = frozenset(".;:!?\n")
_SPELT = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {word: str(number) for number, word in enumerate(_SPELT, start=1)}
# A number before one of these says when or how long, or is no count of things.
_NOT_COUNTED = frozenset(
    "day days week weeks month months year years hour hours minute minutes am pm of the a and to in on at or "
    "st nd rd th o'clock january february march april may june july august september october november "
    "december other others more further".split()
)
SEEN, NOT_SEEN = frozenset({"child_seen", "child_alone"}), frozenset({"child_not_seen"})
SHOWN = 60
"""Letters of a row shown around what it says."""

Difference = tuple[ConflictKind, str, str, str]
"""What kind, what the one says, what the other says, and why it is a question."""


@dataclass(slots=True)
class Asserted:
    """By subject, what the account says of it; more than one value means that it says both."""

    facts: dict[str, set[bool]] = field(default_factory=dict)
    results: dict[str, set[int]] = field(default_factory=dict)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    """Each subject with the account's own words for it."""


_Phrase = tuple[tuple[str, ...], str, int | None]
"""Its words, the subject, and the side of a result (None: a fact)."""


@dataclass(frozen=True, slots=True)
class _Opposites:
    phrases: Mapping[str, tuple[_Phrase, ...]]
    """By first word, the phrases that begin so."""
    asserting: frozenset[str]
    """Words that may begin what is asserted; a text without any, and without figures, says nothing."""
    telling: frozenset[str]
    """These, and the words that deny or end what was denied; any other is passed over."""
    denials: frozenset[str]
    reach: int
    differ: re.Pattern[str]
    beginnings: tuple[str, ...]


@cache
def _opposites() -> _Opposites:
    """packs/opposites.toml, its phrases by their first word, the longest first."""
    pack = tomllib.loads((files("candour.domain.packs") / "opposites.toml").read_text("utf-8"))
    facts = pack["facts"]
    listed: list[_Phrase] = [
        (tuple(phrase.split()), group[0], None) for group in facts["groups"] for phrase in group
    ]
    for result in pack["results"]:
        for side, phrases in enumerate(result["sides"]):
            listed += [(tuple(phrase.split()), result["matter"], side) for phrase in phrases]
    by_first: dict[str, list[_Phrase]] = {}
    for one in sorted(listed, key=lambda one: (-len(one[0]), one[0], one[1])):
        by_first.setdefault(one[0][0], []).append(one)
    phrases = {first: tuple(those) for first, those in by_first.items()}
    differ = re.compile(rf"\b(?:{'|'.join(map(re.escape, pack['differ']['words']))})\b", re.IGNORECASE)
    beginnings = tuple(pack["differ"]["beginnings"])
    denials = frozenset(facts["denials"])
    asserting = frozenset(phrases.keys() | _NUMBERS.keys())
    return _Opposites(
        phrases, asserting, asserting | denials | _STOPS, denials, facts["reach"], differ, beginnings
    )


@lru_cache(maxsize=20_000)
def asserted(event: str, action: str) -> Asserted:
    """What the two texts of an entry say. Results are read in the outcome column, where there is one."""
    found = Asserted()
    _read(event, found, results=not action)
    _read(action, found, results=True)
    return found


def _read(text: str, found: Asserted, *, results: bool) -> None:
    known = _opposites()
    tokens = _TOKEN.findall(text.casefold().replace("’", "'"))
    if known.asserting.isdisjoint(tokens) and not any(map(str.isdecimal, tokens)):
        return
    denied_until = taken_until = -1
    for at, token in enumerate(tokens):
        if token not in known.telling and not token.isdecimal():
            continue
        if token in _STOPS:
            denied_until = -1
        if at >= taken_until and (phrases := known.phrases.get(token)):
            taken_until = _read_phrase(tokens, at, phrases, at <= denied_until, found, results=results)
        if token in known.denials:
            denied_until = at + known.reach
        if (number := _NUMBERS.get(token) or (token.isdecimal() and token)) and at + 1 < len(tokens):
            _count(number, token, tokens[at + 1], found)


def _read_phrase(
    tokens: list[str], at: int, phrases: Iterable[_Phrase], denied: bool, found: Asserted, *, results: bool
) -> int:
    """Note what the phrases that begin here say; where the longest of them ends."""
    ends = at
    for words, subject, side in phrases:
        if tuple(tokens[at : at + len(words)]) != words or (side is not None and not results):
            continue
        if side is None:
            found.facts.setdefault(subject, set()).add(not denied)
        else:
            found.results.setdefault(subject, set()).add(side)
        before = tokens[at - 1] if denied and at else ""
        found.words.setdefault(subject, " ".join((before, *words)).strip())
        ends = max(ends, at + len(words))
    return ends


def _count(number: str, written: str, thing: str, found: Asserted) -> None:
    if thing.isalpha() and len(thing) > 2 and thing not in _NOT_COUNTED and thing not in _NUMBERS:
        subject = stem(thing)
        found.numbers.setdefault(subject, set()).add(number)
        found.words.setdefault(f"number of {subject}", f"{written} {thing}")


def differences(a: Entry, b: Entry) -> Iterator[Difference]:
    """Where two accounts of one event say opposite things, each of which they say without a "but"."""
    if (a_seen := _seen(a)) is not None and (b_seen := _seen(b)) is not None and a_seen != b_seen:
        said = {True: "child seen", False: "child not seen"}
        why = "One account says that the child was seen; the other says not."
        yield ConflictKind.CONTENT, said[a_seen], said[b_seen], why
    one = asserted(a.event, a.action)
    if not one.words:
        return
    other = asserted(b.event, b.action)
    for subject in sorted(one.facts.keys() & other.facts.keys()):
        if (
            len(one.facts[subject] | other.facts[subject])
            == 2
            == len(one.facts[subject]) + len(other.facts[subject])
        ):
            why = f"One account tells of this ({subject}); the other denies it."
            yield ConflictKind.CONTENT, one.words[subject], other.words[subject], why
    for subject in sorted(one.numbers.keys() & other.numbers.keys()):
        if one.numbers[subject].isdisjoint(other.numbers[subject]):
            name = f"number of {subject}"
            yield (
                ConflictKind.CONTENT,
                one.words[name],
                other.words[name],
                "The accounts give different numbers.",
            )
    if bool(a.action) != bool(b.action):
        return  # what one writes of the event and the other of its outcome may both be right
    for matter in sorted(one.results.keys() & other.results.keys()):
        if one.results[matter].isdisjoint(other.results[matter]):
            why = f"The outcomes shut each other out: {matter}."
            yield ConflictKind.OUTCOME, one.words[matter], other.words[matter], why


def _seen(entry: Entry) -> bool | None:
    """What the columns on the child say; None where they say nothing, or both."""
    if not entry.flags:
        return None
    seen, not_seen = not SEEN.isdisjoint(entry.flags), not NOT_SEEN.isdisjoint(entry.flags)
    return None if seen == not_seen else seen


def says_itself(entry: Entry) -> str:
    """The words by which a row itself says that accounts differ; empty where it does not."""
    known = _opposites()
    text = f"{entry.event} {entry.action}"
    folded = text.casefold()
    for beginning in known.beginnings:
        if beginning in folded:
            found = known.differ.search(text)
            return _around(text, found.start(), len(found[0])) if found else ""
    return ""


def _around(text: str, at: int, length: int) -> str:
    margin = max(SHOWN - length, 0) // 2
    first, last = max(at - margin, 0), min(at + length + margin, len(text))
    return f"{'..' if first else ''}{text[first:last].strip()}{'..' if last < len(text) else ''}"
