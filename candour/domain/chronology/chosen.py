"""Which entries somebody asks for: agency, person, kind, words, line of enquiry or theme; all must hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from candour.domain.chronology.entry import Entry
from candour.domain.returns.fields import Field, field_of

_NUMBERS_ONLY = re.compile(r"(?:(?:lines?|loe|kloe|tor|no|nos|and|of|enquiry|item)\b|[\d\s,;&/().:-])+", re.I)
LONGEST_THEME = 80


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is asked for; "" asks for nothing. `person` is one of people_of, `under` a line or a theme."""

    agency: str = ""
    person: str = ""
    kind: str = ""
    words: str = ""
    under: str = ""

    def __bool__(self) -> bool:
        return any((self.agency, self.person, self.kind, self.words, self.under))

    def matching(self, entries: Iterable[Entry], under: Mapping[str, Collection[str]]) -> list[Entry]:
        """The entries for which all of it holds; `under` says which lines and themes an id stands under."""
        wanted = tuple(word.casefold() for word in self.words.split())
        return [one for one in entries if self._fits(one, under) and _holds(one, wanted)]

    def _fits(self, entry: Entry, under: Mapping[str, Collection[str]]) -> bool:
        return (
            (not self.agency or entry.agency == self.agency)
            and (not self.kind or entry.kind == self.kind)
            and (not self.person or self.person in people_of(entry))
            and (not self.under or self.under in under.get(entry.id, ()))
        )


def people_of(entry: Entry) -> tuple[str, ...]:
    """Who stands in the row's cells of people and role, each once, as written but for spaces."""
    named = (" ".join(one.split()) for one in (*entry.people, entry.role))
    return tuple(dict.fromkeys(one for one in named if one))


def lines_said(entry: Entry, lines: Sequence[str]) -> tuple[str, ...]:
    """The lines of enquiry that the agency itself put the row under, in its own column for them.

    By number ("1 and 3", "LOE 2") or by the line's own words. What is neither stands as it was written.
    """
    cells = (words for heading, words in entry.cells.items() if words and _is_of_lines(heading))
    return tuple(dict.fromkeys(line for words in cells for line in _lines_in(words, lines)))


def _is_of_lines(heading: str) -> bool:
    found = field_of(heading)
    return found is not None and found[0] is Field.LINE_OF_ENQUIRY


def _lines_in(words: str, lines: Sequence[str]) -> list[str]:
    if _NUMBERS_ONLY.fullmatch(words):
        numbers = [int(number) for number in re.findall(r"\d+", words) if len(number) < 4]
        if numbers and all(1 <= number <= len(lines) for number in numbers):
            return [lines[number - 1] for number in numbers]
    folded = _folded(words)
    if found := [line for line in lines if _folded(line) in folded]:
        return found
    written = " ".join(words.split())
    return [written[:LONGEST_THEME]] if written else []


def _holds(entry: Entry, wanted: Sequence[str]) -> bool:
    """Every word stands somewhere in the row's own words."""
    if not wanted:
        return True
    said = (entry.event, entry.action, entry.source, entry.when.text, entry.role, *entry.people)
    text = "\n".join((*said, *(one.name for one in entry.told))).casefold()
    return all(word in text for word in wanted)


def _folded(words: str) -> str:
    return "".join(letter for letter in words.casefold() if letter.isalnum())
