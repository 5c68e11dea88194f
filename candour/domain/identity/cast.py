"""The cast of one review: by key, with no two alike, and the register of what an open file must not hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from candour.domain.identity.person import Person, PersonKind
from candour.domain.identity.relations import Household, Relation
from candour.domain.leaks import BARRIER, Finder, Piece, Register
from candour.domain.leaks import Person as Secret
from candour.domain.trouble import Trouble

_ITEM = re.compile(r"(people|addresses|numbers)\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Cast:
    """Raises Trouble at birth for what would mislead or leak.

    A key or pseudonym given twice, a pseudonym that holds a real name, a relation or household of somebody
    who is not in it.
    """

    people: tuple[Person, ...]
    relations: tuple[Relation, ...] = ()
    households: tuple[Household, ...] = ()
    by_key: dict[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {person.key: person for person in self.people})
        _refuse_twice("key", (person.key for person in self.people))
        _refuse_twice("pseudonym", (person.pseudonym for person in self.people if person.pseudonym))
        self._refuse_telling_pseudonyms()
        self._refuse_strangers()

    @property
    def secret(self) -> tuple[Person, ...]:
        """Those whose names may not be public, in the order of the cast."""
        return tuple(person for person in self.people if not person.is_public)

    @property
    def pseudonyms(self) -> tuple[str, ...]:
        return tuple(person.pseudonym for person in self.people if person.pseudonym)

    def register(
        self,
        *,
        extra_words: Iterable[str] = (),
        dates: Iterable[date] = (),
        numbers: Iterable[str] = (),
        addresses: Iterable[str] = (),
        allow: Iterable[str] = (),
    ) -> Register:
        """What the open files are searched for: the cast's own, and after it what is added here.

        Every name, address and number, and the days of birth and death. Of a human being the forename and the
        surname alone count too. Pseudonyms are never secret.
        """
        days = (day for person in self.people for day in (person.born, person.died) if day is not None)
        own = {place: [words for _, words in self._items(place)] for place in ("addresses", "numbers")}
        return Register(
            people=self._secrets(),
            addresses=(*own["addresses"], *addresses),
            dates=tuple(dict.fromkeys((*days, *dates))),
            numbers=(*own["numbers"], *numbers),
            words=tuple(extra_words),
            allow=tuple(dict.fromkeys((*self.pseudonyms, *allow))),
        )

    def person_of(self, item: str) -> Person | None:
        """Whose item of the register this is ("people[3].aliases[0]"); None where it is nobody's."""
        if not (found := _ITEM.match(item)):
            return None
        place, number = found[1], int(found[2])
        of = self._named() if place == "people" else [person for person, _ in self._items(place)]
        return of[number] if number < len(of) else None

    def _named(self) -> list[Person]:
        """Of the secret those that the register holds among its people."""
        return [one for one in self.secret if one.kind is not PersonKind.ADDRESS and not one.kind.is_number]

    def _items(self, place: str) -> list[tuple[Person, str]]:
        """Addresses, or numbers, with whose they are."""
        of = [
            one
            for one in self.secret
            if (one.kind is PersonKind.ADDRESS if place == "addresses" else one.kind.is_number)
        ]
        return [(person, name) for person in of for name in person.names]

    def _secrets(self) -> tuple[Secret, ...]:
        public = {_folded(pseudonym) for pseudonym in self.pseudonyms}
        return tuple(
            Secret(
                person.name,
                tuple(alias for alias in person.names[1:] if _folded(alias) not in public),
                parts=person.kind.is_human,
            )
            for person in self._named()
        )

    def _refuse_telling_pseudonyms(self) -> None:
        """ "Child Robin" is no pseudonym where Robin is a name of the cast."""
        if (where := _telling_pseudonym(self)) is not None:
            raise Trouble(
                "The pseudonym holds a real name of the cast.",
                where=f"“{where}” of the cast",
                do="Choose another pseudonym.",
            )

    def _where_a_pseudonym_tells(self) -> str | None:
        named = [person for person in self.people if person.pseudonym]
        pieces = [Piece(one.key, one.pseudonym, BARRIER if n else None) for n, one in enumerate(named)]
        register = Register(
            people=self._secrets(),
            addresses=tuple(words for _, words in self._items("addresses")),
            numbers=tuple(words for _, words in self._items("numbers")),
        )
        leaks = Finder(register).find(pieces) if self.secret else ()
        return next((leak.where for leak in leaks), None)

    def _refuse_strangers(self) -> None:
        named = [key for one in self.relations for key in (one.a, one.b)]
        named += [key for one in self.households for key in (one.address, *one.members)]
        for key in named:
            if key not in self.by_key:
                raise Trouble(
                    f"A relation or household names “{key}”, who is not in the cast.",
                    do="Add them to the cast, or name another.",
                )


@lru_cache(maxsize=16)  # a cast is built anew for each paragraph that is saved, and is mostly the same one
def _telling_pseudonym(cast: Cast) -> str | None:
    """The key of one whose pseudonym holds a name of the cast."""
    return cast._where_a_pseudonym_tells()


def _refuse_twice(what: str, values: Iterable[str]) -> None:
    for value, times in Counter(map(_folded, values)).items():
        if times > 1:
            raise Trouble(f"The {what} “{value}” stands twice in the cast.", do=f"Give each its own {what}.")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
