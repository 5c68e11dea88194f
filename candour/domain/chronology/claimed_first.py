"""Rows that call something the first or the last of its kind, while the agency has one before or after it.

"First recorded attendance" on the 26th, and a row on the 25th that tells of attending: one of them is
wrongly dated, or the word is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from candour.domain.chronology.account_words import compared_as, kinds_of_contact, stem, words_in
from candour.domain.chronology.conflict import Conflict, ConflictKind
from candour.domain.chronology.entry import Entry, Kind

CLAIMS = {"first": -1, "initial": -1, "last": 1, "final": 1}
"""The word, and on which side in time there should be no other."""
WORDS_AFTER = 3
"""So many words after the claim, what it is the first of must be named."""
LOOKED_AT = 50
"""How many of the agency's rows are looked at, before or after."""


def out_of_turn(entries: Sequence[Entry]) -> Iterator[Conflict]:
    """Each such claim with the nearest row of the same agency that speaks against it."""
    claims = [claim for entry in entries if _may_claim(entry) for claim in _claims(entry)]
    own = _by_agency(entries, {entry.agency for entry, _, _ in claims})
    for entry, word, contacts in claims:
        for contact in contacts:
            if against := _other(entry, contact, CLAIMS[word], own[entry.agency]):
                pair = (against, entry) if against.place <= entry.place else (entry, against)
                why = f"One row calls this the {word} (“{contact}”); another of the agency tells of one "
                why += "before it." if CLAIMS[word] < 0 else "after it."
                yield Conflict(ConflictKind.DATE, *pair, pair[0].when.text, pair[1].when.text, why)
                break


def _may_claim(entry: Entry) -> bool:
    """Looked at for every entry, so in the quickest way; the claims mostly without their first letters."""
    said = entry.event
    return "irst" in said or "nitial" in said or "last " in said or "Last " in said or "inal " in said


def _by_agency(entries: Sequence[Entry], wanted: set[str]) -> dict[str, list[Entry]]:
    own: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.agency in wanted and entry.kind is Kind.ENTRY and entry.when.earliest and entry.when.latest:
            own[entry.agency].append(entry)
    for listed in own.values():
        listed.sort(key=_started)
    return own


def _started(entry: Entry) -> tuple[float, str]:
    return (entry.when.earliest.toordinal() if entry.when.earliest else 0), entry.id


@cache
def _contacts() -> frozenset[str]:
    """The stems of words for a contact: those of the pack, and the barest."""
    return frozenset((*kinds_of_contact(), *map(stem, ("contact", "seen", "saw"))))


def _claims(entry: Entry) -> Iterator[tuple[Entry, str, tuple[str, ...]]]:
    words = entry.event.casefold().split()
    for word in CLAIMS:
        if word in words and (contacts := tuple(_claimed(words, word))):
            yield entry, word, contacts


def _claimed(words: Sequence[str], word: str) -> Iterator[str]:
    """What the row says it is the first of: contacts named within the next words."""
    for at, one in enumerate(words):
        if one == word:
            for near in words_in(" ".join(words[at + 1 : at + 1 + WORDS_AFTER])):
                if stem(near) in _contacts():
                    yield near


def _other(entry: Entry, contact: str, side: int, own: Sequence[Entry]) -> Entry | None:
    """The nearest row surely on that side that tells of such a contact, and has more in common with it."""
    sought = set(compared_as(contact))
    rest = _said(entry) - sought
    at = bisect_left(own, _started(entry), key=_started)
    near = own[max(at - LOOKED_AT, 0) : at][::-1] if side < 0 else own[at + 1 : at + 1 + LOOKED_AT]
    for other in near:
        first, last = (other, entry) if side < 0 else (entry, other)
        if not (first.when.latest and last.when.earliest and first.when.latest < last.when.earliest):
            continue
        said = _said(other)
        if sought <= said and ((entry.role and entry.role == other.role) or len(rest & said) > 1):
            return other
    return None


def _said(entry: Entry) -> set[str]:
    return {one for word in words_in(f"{entry.event} {entry.action}") for one in compared_as(word)}
