"""Rows that call a contact the agency's first, while the agency has one like it before.

"First recorded attendance" on the 26th, and a row on the 25th that tells of attending: one is wrongly dated,
or the word is. Only a row that says this of its own event is taken so, and the earlier contact must have
taken place. The first since something, or of a month, is not the first of all; nor is an initial assessment.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from candour.domain.chronology.account_words import compared_as, words_in
from candour.domain.chronology.conflict import Conflict, ConflictKind
from candour.domain.chronology.entry import Entry, Kind

LOOKED_AT = 50
"""How many of the agency's earlier rows are looked at."""
OF_ONE_RUN = 28
"""Days. A "first visit" may begin a new run of visits; a "first recorded visit" is the first of all."""

_NOUNS = (
    "attendance|contact|visit|call|presentation|appointment|consultation|referral|approach|sighting|admission"
)
_VERBS = "attended|attends|contacted|visited|presented|presents|referred|admitted|seen"
_SAID_OTHERWISE = {
    "admission": "admitted",
    "admitted": "admission",
    "referral": "referred",
    "referred": "referral",
    "presentation": "presented",
    "presented": "presentation",
    "sighting": "seen",
}
# At the head of the event: whose it is, the claim, at most two words on which contact, and the contact; after
# it nothing that would make it part of a longer name (first contact team, first visit letter).
_CLAIM = re.compile(
    r"(?:(?i:this|it|is|was|as|the|her|his|their|our|(?:\w+ ){0,2}\w+['’]s?) +){0,3}"
    r"(?i:first|initial) +(?![A-Z][a-z])"
    r"(?P<of_all>(?i:ever|known|recorded|documented|noted|logged|reported) +)?"
    rf"(?:(?:[\w&'’-]+ +){{0,2}}?(?P<noun>(?i:{_NOUNS}))|(?P<verb>(?i:{_VERBS})))\b"
    r"(?= *(?:$|[^\w ]| (?i:at|with|by|to|of|from|in|on|for|and|as|where|when|about|re|regarding|"
    r"made|held|took|takes|today|asking|seeking|here)\b))",
)
# The first since, after or within something, or of somebody new.
_NARROWED = re.compile(
    r"\b(?:since|after|following|under|new|current|this|second|day|week|month|year|term|night|morning|evening|"
    r"shift|(?:day|week|month|year|term)s)\b",
    re.IGNORECASE,
)
# What did not take place, has not yet, or is only told or written of.
_NOT_ITSELF = re.compile(
    r"\b(?:no|not|never|nobody|without|didn['’]t|wasn['’]t|dna|wnb|missed|failed|attempted|unsuccessful|"
    r"arranged|planned|due|booked|cancelled|postponed|rearranged|offered|declined|refused|invited|invitation|"
    r"requested|agreed|will|should|to be|next|letters?|forms?|reports?|reported|minutes|notes|typed|told|"
    r"says|said|informed|notification|records? of|last|previous)\b",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[^.;!?,\n]+")
_FAMILY = frozenset(
    one
    for word in "mother father parent child baby sibling family aunt uncle grandmother grandfather".split()
    for one in compared_as(word)
)
"""Words that any two rows of a case share."""


class _Claim(NamedTuple):
    entry: Entry
    contact: str
    of_all: bool


def out_of_turn(entries: Sequence[Entry]) -> Iterator[Conflict]:
    """Each such claim with the nearest earlier row of the same agency that speaks against it."""
    claims = [claim for entry in entries if _may_claim(entry) for claim in _claims(entry)]
    own = _by_agency(entries, {claim.entry.agency for claim in claims})
    for claim in claims:
        entry = claim.entry
        if against := _before(claim, own[entry.agency]):
            pair = (against, entry) if against.place <= entry.place else (entry, against)
            why = f"One row calls this the first (“{claim.contact}”); another of the agency tells of one "
            why += "before it."
            yield Conflict(ConflictKind.DATE, *pair, pair[0].when.text, pair[1].when.text, why)


def _may_claim(entry: Entry) -> bool:
    """Looked at for every entry, so in the quickest way; the claims without their first letters."""
    said = entry.event
    return "irst" in said or "nitial" in said or "FIRST" in said or "INITIAL" in said


def _claims(entry: Entry) -> Iterator[_Claim]:
    found = _CLAIM.match(entry.event)
    if found and entry.kind is Kind.ENTRY and entry.when.earliest:
        sentence = re.split(r"[.;!?\n]", entry.event[found.end() :], maxsplit=1)[0]
        clause = re.split(r"[:,]", sentence, maxsplit=1)[0]
        if not _NARROWED.search(sentence) and not _NOT_ITSELF.search(clause):
            yield _Claim(entry, (found["noun"] or found["verb"]).casefold(), bool(found["of_all"]))


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


def _before(claim: _Claim, own: Sequence[Entry]) -> Entry | None:
    """The nearest row surely before it, by the same role, of such a contact, and with more in common.

    Where neither row gives a role, two words more are asked for and not one.
    """
    entry = claim.entry
    sought = _words(f"{claim.contact} {_SAID_OTHERWISE.get(claim.contact, '')}")
    rest = _words(f"{entry.event} {entry.action}") - sought - _FAMILY
    at = bisect_left(own, _started(entry), key=_started)
    for other in own[max(at - LOOKED_AT, 0) : at][::-1]:
        if not (days := _days_between(other, entry)) or (days > OF_ONE_RUN and not claim.of_all):
            continue
        if other.role.casefold() != entry.role.casefold() or not _took_place(other, sought):
            continue
        if len(rest & _words(f"{other.event} {other.action}")) >= (1 if entry.role else 2):
            return other
    return None


def _days_between(before: Entry, after: Entry) -> int:
    """Nought where the one may not be over when the other begins."""
    ends, begins = before.when.latest, after.when.earliest
    return max((begins.date() - ends.date()).days, 0) if ends and begins else 0


def _took_place(entry: Entry, contact: set[str]) -> bool:
    """True when the event itself tells of such a contact: not of one that is planned, missed or hearsay."""
    clauses = _CLAUSE.findall(entry.event)
    return any(contact & _words(one) and not _NOT_ITSELF.search(one) for one in clauses)


def _words(text: str) -> set[str]:
    return {one for word in words_in(text) for one in compared_as(word)}
