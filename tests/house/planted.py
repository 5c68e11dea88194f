"""Words that stand nowhere else, one for each text of each row: where one is read says what was read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Field, Model, TextField

from candour.kernel.access import may
from candour.kernel.people.models import Person
from tests.house.walking import our_tables

MOST_ROWS = 40
"""Of a long table, the first so many: those that pages begin with."""
WORD = re.compile(r"zq-(\d+)-qz", re.IGNORECASE)
"""With hyphens: the tokens of a form are letters and figures by chance, and now and then were such a word."""


@dataclass(frozen=True)
class Planted:
    """A word in one field of one row."""

    row: Any
    field: str

    @property
    def table(self) -> str:
        return str(self.row._meta.label)

    @property
    def where(self) -> str:
        return f"{self.table}.{self.field}"

    def is_for(self, person: Person) -> bool:
        return bool(may(person, type(self.row).SEEN_WITH, self.row))


def plant(leaving_out: set[str]) -> list[Planted]:
    """Put a word of its own behind each text of several words, past every action. Listed by its number."""
    words: list[Planted] = []
    for table in our_tables():
        if table._meta.label not in leaving_out:
            for row in table._default_manager.order_by("pk")[:MOST_ROWS]:
                _plant_in(row, words)
    return words


def _plant_in(row: Model, words: list[Planted]) -> None:
    changed = {}
    for field in row._meta.concrete_fields:
        value = getattr(row, field.attname)
        if _is_prose(field, value):
            changed[field.attname] = f"{value} zq-{len(words)}-qz"
            words.append(Planted(row, field.name))
    if changed:
        type(row)._default_manager.filter(pk=row.pk).update(**changed)


def _is_prose(field: Field[Any, Any], value: Any) -> bool:
    """What a person wrote: several words, with room for one more."""
    if not isinstance(field, CharField | TextField) or field.choices or " " not in value:
        return False
    return field.max_length is None or len(value) + 12 <= field.max_length


def read_in(content: str, words: list[Planted]) -> Iterator[Planted]:
    """The planted words that stand in what somebody was sent."""
    for number in {*WORD.findall(content)}:
        yield words[int(number)]


def planted_in(content: str) -> str:
    """Of all that was read, the planted words alone."""
    return "".join(f" zq-{number}-qz" for number in {*WORD.findall(content)})
