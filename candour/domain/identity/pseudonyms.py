"""Pseudonyms to propose: in an order that tells nothing of age or alphabet, the same at each asking."""

from __future__ import annotations

import hashlib
import hmac
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
}


def suggest_pseudonyms(people: Iterable[Person], *, secret: bytes) -> dict[str, str]:
    """Key -> pseudonym for everybody: those already chosen, and the next free one for those without.

    The order is drawn from `secret`, which each review has for itself: so two reviews cannot be joined by
    their pseudonyms, and neither births, names nor the order of the list can be read from them. A child is
    never given the initial of its own name.
    """
    everybody = [*people]
    chosen = {person.key: person.pseudonym for person in everybody if person.pseudonym}
    taken = {pseudonym.casefold() for pseudonym in chosen.values()}
    without = [person for person in everybody if person.key not in chosen]
    for person in sorted(without, key=lambda one: _lot(one.key, secret)):
        fit = (one for one in _series(person.kind) if one.casefold() not in taken and _is_fit(one, person))
        chosen[person.key] = next(fit)
        taken.add(chosen[person.key].casefold())
    return {person.key: chosen[person.key] for person in everybody}


def _lot(key: str, secret: bytes) -> bytes:
    return hmac.new(secret, key.encode(), hashlib.sha256).digest()


def _series(kind: PersonKind) -> Iterator[str]:
    """Child A, Child B .. Child Z, Child 1; Adult 1, Adult 2."""
    letters = [chr(one) for one in range(ord("A"), ord("Z") + 1)] if kind is PersonKind.CHILD else []
    yield from (f"{_WORDS[kind]} {letter}" for letter in letters)
    yield from (f"{_WORDS[kind]} {number}" for number in count(1))


def _is_fit(pseudonym: str, person: Person) -> bool:
    last = pseudonym.split()[-1]
    return not last.isalpha() or last.casefold() != person.name.strip()[:1].casefold()
