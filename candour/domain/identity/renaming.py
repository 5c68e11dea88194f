"""A chronology under pseudonyms: names of the cast replaced wherever they stand as they are written there."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from candour.domain.chronology.entry import Chronology, Entry, Telling
from candour.domain.identity.cast import Cast
from candour.domain.identity.person import Person
from candour.domain.moments import Moment

_TITLES = frozenset("mr mrs ms miss dr prof sir lady rev pc dc ds di".split())
LEAST_PART = 3
"""Letters. Of a human being a forename or surname alone is replaced too, if it is as long as that."""
SEVERAL = "(a name)"
"""For a part of a name that two or more of the cast share."""


class Renaming:
    """Names to pseudonyms, the longest first, in any case of letters, as whole words.

    Only what stands in the cast, as it is written there: a misspelt name, initials, and whoever is not in
    the cast stay as they are. Such a copy is for reading, and not for publication.
    """

    def __init__(self, cast: Cast) -> None:
        self._pseudonyms, self._parts = _pseudonyms(cast)
        several = sorted(self._pseudonyms, key=lambda name: (-len(name), name))
        words = "|".join(r"\s+".join(map(re.escape, name.split())) for name in several)
        self._names = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) if words else None

    def words(self, text: str) -> str:
        if self._names is None:
            return text
        return self._names.sub(self._renamed, text)

    def _renamed(self, found: re.Match[str]) -> str:
        """A part of a name is one only with its capital: "will" is a word, Will a person."""
        folded = _folded(found[0])
        return found[0] if folded in self._parts and found[0][0].islower() else self._pseudonyms[folded]

    def chronology(self, chronology: Chronology) -> Chronology:
        """Every word of every entry, the names of agencies and of files too; ids, dates and order stay."""
        agencies = tuple(dict.fromkeys(map(self.words, chronology.agencies)))
        return Chronology(agencies, tuple(map(self.entry, chronology.entries)), chronology.events)

    def entry(self, entry: Entry) -> Entry:
        say, place = self.words, entry.place
        return replace(
            entry,
            agency=say(entry.agency),
            place=replace(place, file=self._file(place.file), part=say(place.part)),
            when=self._moment(entry.when),
            recorded=self._moment(entry.recorded) if entry.recorded else None,
            event=say(entry.event),
            action=say(entry.action),
            role=say(entry.role),
            people=tuple(map(say, entry.people)),
            told=tuple(map(self._telling, entry.told)),
            source=say(entry.source),
            cells=self._cells(entry.cells),
        )

    def _telling(self, one: Telling) -> Telling:
        agency = self.words(one.agency) if one.agency else one.agency
        on = self._moment(one.on) if one.on else None
        return replace(one, name=self.words(one.name), agency=agency, on=on)

    def _moment(self, moment: Moment) -> Moment:
        """A date as written may hold words; what was read from it does not."""
        return replace(moment, text=self.words(moment.text))

    def _file(self, name: str) -> str:
        """In names of files words are joined by underscores and dashes: "fenshire_police.csv"."""
        apart = re.sub(r"[_-]+", " ", name)
        renamed = self.words(apart)
        return name if renamed == apart else renamed

    def _cells(self, cells: Mapping[str, str]) -> dict[str, str]:
        return {self.words(heading): self.words(words) for heading, words in cells.items()}


def _pseudonyms(cast: Cast) -> tuple[dict[str, str], frozenset[str]]:
    """By folded name: full names and other names, then parts of human names; which of them are parts."""
    found = {_folded(name): _pseudonym(person) for person in cast.secret for name in person.names}
    parts: dict[str, set[str]] = {}
    for person in (one for one in cast.secret if one.kind.is_human):
        for part in re.findall(r"\w+", " ".join(person.names)):
            if len(part) >= LEAST_PART and _folded(part) not in _TITLES and not part[0].islower():
                parts.setdefault(_folded(part), set()).add(_pseudonym(person))
    only = parts.keys() - found.keys()
    found |= {part: next(iter(parts[part])) if len(parts[part]) == 1 else SEVERAL for part in only}
    return found, frozenset(only)


def _pseudonym(person: Person) -> str:
    return person.pseudonym or f"({person.kind} without a pseudonym)"


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
