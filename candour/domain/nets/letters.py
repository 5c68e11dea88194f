"""A word as words are compared: its letters and figures alone."""

from __future__ import annotations

import re
from functools import lru_cache

from candour.domain.leaks.folding import fold

_NOT_LETTERS = re.compile(r"[\W_]+")


@lru_cache(maxsize=65536)
def folded(word: str) -> str:
    """Letters and digits alone, small, without accents or disguises."""
    if word.isascii():
        return word.lower()
    return _NOT_LETTERS.sub("", fold(word).lower())
