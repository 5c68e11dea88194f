"""Is this an everyday English word? A name broken by a space is told from plain words by its pieces."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def everyday_words() -> frozenset[str]:
    """The words of the pack, in lower case: some nine thousand, each of nine letters at most."""
    text = files("candour.domain.packs").joinpath("everyday_words.txt").read_text("utf-8")
    return frozenset(line for line in text.splitlines() if not line.startswith("#"))
