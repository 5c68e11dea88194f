"""Which other forms a forename goes by: Elizabeth is Liz and Beth. Out of packs/nicknames.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from candour.domain.nets.known import known_words
from candour.domain.nets.letters import folded

_BEFORE_R = re.compile(r"(?<![aeiou])([^aeiou\W]?[aeiou])r(?=[aeiou])")
"""Whose r families make a z: Gaz of Gareth, Haz of Angharad."""
_ENDINGS = ("y", "ie", "i", "s", "z", "o", "a")


def other_forms(forename: str) -> frozenset[str]:
    """Forms that somebody of this (folded) forename may be called by, without the forename itself."""
    return _forms().get(forename, frozenset()) - {forename}


def clipped(forename: str) -> Iterator[str]:
    """What families make of a (folded) forename by themselves: its beginning or end, Kay-y, Kay-z, Haz.

    Temi and Tope of Temitope, Simran of Simranjit, Gem of Gemma; never an English word.
    """
    yield from (f"{start}z" for start in _BEFORE_R.findall(forename) if f"{start}z" not in known_words())
    for least, whole in ((3, forename), (4, forename[::-1])):
        for length in range(least, len(forename) - 1):
            form = whole[:length] if least == 3 else whole[:length][::-1]
            if form not in known_words() or (least == 3 and length > 3):
                yield form
    for length in range(3, min(len(forename), 6)):
        yield from (
            form
            for ending in _ENDINGS
            if (form := forename[:length] + ending) != forename and form not in known_words()
        )


@cache
def _forms() -> dict[str, frozenset[str]]:
    text = files("candour.domain.packs").joinpath("nicknames.toml").read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    for family in tomllib.loads(text)["families"]:
        forms = frozenset(map(folded, family.split()))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found
