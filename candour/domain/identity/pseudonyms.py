"""Pseudonyms to propose, by scheme: they tell nothing of age or alphabet, and stay when others are added."""

from __future__ import annotations

import hashlib
import hmac
import re
from collections.abc import Iterable, Iterator
from itertools import count

from candour.domain.identity.person import Person, PersonKind

_WORDS = {
    PersonKind.CHILD: "Child",
    PersonKind.ADULT: "Adult",
    PersonKind.PROFESSIONAL: "Professional",
    PersonKind.AGENCY: "Agency",
    PersonKind.SCHOOL: "School",
    PersonKind.PLACE: "Place",
    PersonKind.OTHER: "Name",
    PersonKind.ADDRESS: "Address",
    PersonKind.CASE_NUMBER: "Case Number",
    PersonKind.VEHICLE: "Vehicle",
    PersonKind.PET: "Pet",
    PersonKind.SOCIAL_MEDIA: "Account",
}
_LETTERED = ("Child", "School", "Sibling")
_ONE_ALONE = frozenset(
    (
        *("mother", "father", "stepmother", "stepfather", "foster mother", "foster father", "guardian"),
        *("adoptive mother", "adoptive father", "mother's partner", "father's partner"),
        *("maternal grandmother", "maternal grandfather", "paternal grandmother", "paternal grandfather"),
    )
)
"""Relations that a child mostly has once: the first is called by the bare word."""
_SUBJECT = frozenset(("", "subject", "subject child", "self", "child"))


def suggest_pseudonyms(people: Iterable[Person], *, secret: bytes) -> dict[str, str]:
    """Key -> pseudonym for everybody: those already chosen, and a free one for those without.

    Given in the order of the list, and each draws its own lot from `secret`, which every review has for
    itself: one more at the end of the list changes nobody's; two reviews cannot be joined by their
    pseudonyms; neither births nor names can be read from them. A child never gets its own initial.
    """
    everybody = [*people]
    chosen = {person.key: person.pseudonym for person in everybody if person.pseudonym}
    taken = {_folded(pseudonym) for pseudonym in chosen.values()}
    names = frozenset(word for person in everybody for name in person.names for word in _long_words(name))
    for person in everybody:
        if person.key in chosen:
            continue
        told = _series(person, names, secret)
        chosen[person.key] = next(one for one in told if _folded(one) not in taken and _is_fit(one, person))
        taken.add(_folded(chosen[person.key]))
    return {person.key: chosen[person.key] for person in everybody}


def _series(person: Person, names: frozenset[str], secret: bytes) -> Iterator[str]:
    """Mother, Mother 2; Child C, Child A ..; Social Worker 2, Social Worker 4 .."""
    word = _word(person)
    if names & _long_words(word):
        word = _WORDS[person.kind]
    if word.casefold() in _ONE_ALONE:
        yield word
        yield from (f"{word} {number}" for number in count(2))
    for label in _labels(word in _LETTERED, secret, f"{word}\n{person.key}"):
        yield f"{word} {label}"


def _labels(lettered: bool, secret: bytes, key: str) -> Iterator[str]:
    """All labels in an order of one's own, the nearest dozen or so before those that lie farther."""
    first = 1
    for size in _sizes():
        block = range(first, first + size)
        for number in sorted(block, key=lambda one: _lot(f"{key}\n{one}", secret)):
            yield chr(ord("A") + number - 1) if lettered and number <= 26 else str(number - 26 * lettered)
        first += size


def _sizes() -> Iterator[int]:
    """Blocks that double: four cast members are A to D, and nobody guesses from Z that there are many."""
    yield 4
    size = 4
    while True:
        yield size
        size *= 2


def _word(person: Person) -> str:
    if person.kind is PersonKind.PROFESSIONAL and person.role:
        return _capitalised(person.role)
    relation = " ".join(person.relation.split()).casefold()
    if person.kind is PersonKind.CHILD and relation in _SUBJECT:
        return _WORDS[person.kind]
    return _capitalised(person.relation) if relation and person.kind.is_human else _WORDS[person.kind]


def _capitalised(words: str) -> str:
    """ "social worker" is Social Worker; GP stays; what cannot stand in a report is left out."""
    plain = re.sub(r"[^\w'’/ -]", " ", words).split()
    return " ".join(word if any(map(str.isupper, word)) else word[0].upper() + word[1:] for word in plain)


def _long_words(name: str) -> set[str]:
    return {word for word in re.findall(r"\w+", name.casefold()) if len(word) > 2}


def _lot(words: str, secret: bytes) -> bytes:
    return hmac.new(secret, words.encode(), hashlib.sha256).digest()


def _is_fit(pseudonym: str, person: Person) -> bool:
    last = pseudonym.split()[-1]
    return len(last) > 1 or not last.isalpha() or last.casefold() != person.name.strip()[:1].casefold()


def _folded(pseudonym: str) -> str:
    return " ".join(pseudonym.casefold().split())
