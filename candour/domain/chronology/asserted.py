"""What one account asserts: facts told or denied, results, and numbers of one thing.

Only what can be held against packs/opposites.toml is read, by rules that hold for any of its words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from candour.domain.chronology.account_words import compared_as, stem
from candour.domain.chronology.opposites import NUMBERS, STOPS, Phrase, opposites

_TOKEN = re.compile(r"[^\W_]+(?:[&'’/-][^\W_]+)*|[.,;:!?\n]")
_SPACED = re.compile(r" ([,:])")
# A number before one of these says when or how long, or is no count of things.
_NOT_COUNTED = frozenset(
    "day days week weeks month months year years hour hours minute minutes am pm of the a and to in on at or "
    "st nd rd th o'clock january february march april may june july august september october november "
    "december other others more further times lbs kgs mls cms mms grams pounds ounces miles degrees".split()
)
_PLURALS = frozenset("children people men women teeth feet".split())
_ABOUT = frozenset("about re regarding over around".split())
_OWN = frozenset("i we".split())
_ARTICLES = frozenset("the a an his her their any".split())


@dataclass(slots=True)
class Asserted:
    """By subject, what the account says of it; more than one value means that it says both."""

    facts: dict[str, set[bool]] = field(default_factory=dict)
    results: dict[str, set[int]] = field(default_factory=dict)
    numbers: dict[str, set[str]] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    """Each subject with the account's own words for it."""


@lru_cache(maxsize=20_000)
def asserted(event: str, action: str) -> Asserted:
    """What the two texts of an entry say. Results are read in the outcome column, where there is one."""
    found = Asserted()
    _read(event, found, results=not action)
    _read(action, found, results=True)
    return found


def _read(text: str, found: Asserted, *, results: bool) -> None:
    known = opposites()
    tokens = _TOKEN.findall(text.casefold().replace("’", "'"))
    if known.asserting.isdisjoint(tokens) and not any(map(str.isdecimal, tokens)):
        return
    denied, taken_until = _Denied(), -1
    for at, token in enumerate(tokens):
        if token not in known.telling and not token.isdecimal():
            continue
        if at >= taken_until and (phrases := known.phrases.get(token)):
            taken_until = _read_phrase(tokens, at, phrases, denied, found, results=results)
        if token in known.lists["denials"]:
            denied = _Denied(at, _end_of_denial(tokens, at), by_verb=True)
        elif token in known.lists["nothing"]:
            partly = tokens[at + 1 : at + 2] and tokens[at + 1] in known.lists["partly"]
            denied = _Denied(at, _end_of_nothing(tokens, at), partly=bool(partly))
        if number := NUMBERS.get(token) or (token.isdecimal() and token):
            _count(number, tokens, at, text, found)


class _Denied(NamedTuple):
    """What stands behind the word at `start`, up to `until`, is denied; `partly`: neither told nor denied."""

    start: int = -1
    until: int = -1
    by_verb: bool = False
    partly: bool = False


def _end_of_denial(tokens: list[str], at: int) -> int:
    """The first word after a denying verb that is not one of those that stand between."""
    between = opposites().lists["between"]
    return next((n for n in range(at + 1, len(tokens)) if tokens[n] not in between), len(tokens))


def _end_of_nothing(tokens: list[str], at: int) -> int:
    """The last word that a "no" reaches; over a comma only where an "or" follows."""
    known = opposites()
    until, n = min(at + known.reach, len(tokens) - 1), at + 1
    while n <= until:
        if tokens[n] == "," and {"or", "nor"} & set(tokens[n : n + 4]):
            until = min(until + 1, len(tokens) - 1)
        elif tokens[n] in known.lists["ends"]:
            if tokens[n] != "of" or tokens[n - 1] not in known.lists["evidence"]:
                return n - 1
        elif tokens[n] in STOPS or tokens[n] == ",":
            return n - 1
        n += 1
    return until


def _read_phrase(
    tokens: list[str], at: int, phrases: Iterable[Phrase], denied: _Denied, found: Asserted, *, results: bool
) -> int:
    """Note what the phrases that begin here say; where the longest of them ends."""
    ends = at
    for words, subject, side in phrases:
        if side is not None:
            if results and tuple(tokens[at : at + len(words)]) == words:
                if not (denied.by_verb and at <= denied.until):
                    found.results.setdefault(subject, set()).add(side)
                    found.words.setdefault(subject, " ".join(words))
                ends = max(ends, at + len(words))
        elif ends == at and (end := _end_of_phrase(tokens, at, words)):
            _read_fact(tokens, at, end, subject, denied, found)
            ends = end
    return ends


def _end_of_phrase(tokens: list[str], at: int, words: tuple[str, ...]) -> int:
    """Where the words of a fact end, a denial ("child was not seen") among them; 0: not these."""
    known, n = opposites(), at
    for word in words:
        while n > at and n < len(tokens) and tokens[n] != word and tokens[n] in known.inside:
            n += 1
        if n >= len(tokens) or tokens[n] != word:
            return 0
        n += 1
    return n


def _read_fact(tokens: list[str], at: int, end: int, fact: str, denied: _Denied, found: Asserted) -> None:
    known = opposites()
    inside = not known.lists["denials"].isdisjoint(tokens[at:end])
    after = _end_of_denial_after(tokens, end)
    before = at <= denied.until
    if (before and denied.partly) or (inside and tokens[end : end + 1] == ["by"]):
        return  # no new ones, or not seen by somebody: others there may be
    told = not (before or inside or after)
    first, last = (denied.start if before else at), (after or end)
    for subject in _subjects(tokens, at, end, fact, told=told):
        found.facts.setdefault(subject, set()).add(told)
        found.words.setdefault(subject, _SPACED.sub(r"\1", " ".join(tokens[first:last])))


def _end_of_denial_after(tokens: list[str], end: int) -> int:
    """Where a denial behind the fact ends ("consent was withheld"); 0: there is none."""
    known = opposites()
    while end < len(tokens) and (tokens[end] in known.lists["auxiliary"] or tokens[end] == ":"):
        end += 1
    those = (one for one in known.denied_after if tuple(tokens[end : end + len(one)]) == one)
    return next((end + len(one) for one in those), 0)


def _subjects(tokens: list[str], at: int, end: int, fact: str, *, told: bool) -> list[str]:
    """What is told of: a fact is one for all; a view is somebody's, and may be on one matter only.

    Who has concerns about one matter has concerns; who has none about it may have others.
    """
    known = opposites()
    if fact not in known.lists["views"]:
        return [fact]
    holder = _holder(tokens, at, end)
    whole = f"{fact} of {holder}" if holder else fact
    rest = [one for one in tokens[end : end + 4] if one not in _ARTICLES]
    if len(rest) < 2 or rest[0] not in _ABOUT:
        return [whole]
    return [f"{whole} about {compared_as(rest[1])[0]}", *([whole] if told else [])]


def _holder(tokens: list[str], at: int, end: int) -> str:
    """Whose view it is, as a stem; empty where it is the account's own."""
    lists = opposites().lists
    if "by" in tokens[end : end + 2] or "from" in tokens[end : end + 2]:
        by = next(n for n in range(end, end + 2) if tokens[n] in ("by", "from"))
        named = [one for one in tokens[by + 1 : by + 3] if one not in _ARTICLES]
        return compared_as(named[0])[0] if named else ""
    verb = next((n for n in range(at - 1, max(at - 5, -1), -1) if tokens[n] in lists["holding"]), 0)
    if STOPS & set(tokens[verb:at]):
        return ""
    while verb and tokens[verb - 1] in lists["auxiliary"] | lists["denials"]:
        verb -= 1
    named = tokens[verb - 1 : verb] if verb and tokens[verb - 1][0].isalpha() else []
    return compared_as(named[0])[0] if named and named[0] not in _OWN else ""


def _count(number: str, tokens: list[str], at: int, text: str, found: Asserted) -> None:
    """A number of things: of a plural (or one of one), with no capital as in an address or a name."""
    thing = tokens[at + 1] if at + 1 < len(tokens) else ""
    plural = (thing.endswith("s") and not thing.endswith(("ss", "us", "is"))) or thing in _PLURALS
    if not (plural or number == "1") or not thing.isalpha() or len(thing) < 3:
        return
    if (
        thing in _NOT_COUNTED
        or thing in NUMBERS
        or (at > 1 and tokens[at - 1] == "." and tokens[at - 2].isdecimal())
    ):
        return
    written = _TOKEN.findall(text)
    if len(written) == len(tokens) and written[at + 1].istitle():
        return
    subject = stem(thing)
    found.numbers.setdefault(subject, set()).add(number)
    found.words.setdefault(f"number of {subject}", f"{tokens[at]} {thing}")
