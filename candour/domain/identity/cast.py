"""The cast of one review: by key, with no two alike, and the register of what an open file must not hold."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from candour.domain.identity.person import Person
from candour.domain.leaks import BARRIER, Finder, Piece, Register
from candour.domain.leaks import Person as Secret
from candour.domain.trouble import Trouble

_ITEM = re.compile(r"people\[(\d+)\]")


@dataclass(frozen=True, slots=True)
class Cast:
    """Raises Trouble at birth: a key or pseudonym given twice, or a pseudonym that holds a real name."""

    people: tuple[Person, ...]
    by_key: dict[str, Person] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_key", {person.key: person for person in self.people})
        _refuse_twice("key", (person.key for person in self.people))
        _refuse_twice("pseudonym", (person.pseudonym for person in self.people if person.pseudonym))
        self._refuse_telling_pseudonyms()

    @property
    def secret(self) -> tuple[Person, ...]:
        """Those whose names may not be public, in the order of the register's people."""
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
        """What the open files are searched for: names, other names, days of birth, and what is added here.

        Of a human being the forename and the surname alone count too. Pseudonyms are never secret.
        """
        born = (person.born for person in self.people if person.born is not None)
        return Register(
            people=self._secrets(),
            addresses=tuple(addresses),
            dates=tuple(dict.fromkeys((*born, *dates))),
            numbers=tuple(numbers),
            words=tuple(extra_words),
            allow=tuple(dict.fromkeys((*self.pseudonyms, *allow))),
        )

    def person_of(self, item: str) -> Person | None:
        """Whose item of the register this is ("people[3].aliases[0]"); None where it is nobody's."""
        found = _ITEM.match(item)
        return self.secret[int(found[1])] if found else None

    def _secrets(self) -> tuple[Secret, ...]:
        public = {_folded(pseudonym) for pseudonym in self.pseudonyms}
        return tuple(
            Secret(
                person.name,
                tuple(alias for alias in person.aliases if _folded(alias) not in public),
                parts=person.kind.is_human,
            )
            for person in self.secret
        )

    def _refuse_telling_pseudonyms(self) -> None:
        """ "Child Robin" is no pseudonym where Robin is a name of the cast."""
        named = [person for person in self.people if person.pseudonym]
        pieces = [Piece(one.key, one.pseudonym, BARRIER if n else None) for n, one in enumerate(named)]
        for leak in Finder(Register(people=self._secrets())).find(pieces) if self.secret else ():
            raise Trouble(
                "The pseudonym holds a real name of the cast.",
                where=f"“{leak.where}” of the cast",
                do="Choose another pseudonym.",
            )


def _refuse_twice(what: str, values: Iterable[str]) -> None:
    for value, times in Counter(map(_folded, values)).items():
        if times > 1:
            raise Trouble(f"The {what} “{value}” stands twice in the cast.", do=f"Give each its own {what}.")


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
