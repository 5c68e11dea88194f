"""Are the words under a finding still those it was built on?"""

from __future__ import annotations

import hashlib
from enum import StrEnum


class State(StrEnum):
    """How words stand now, beside those that were frozen."""

    SAME = "same"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


def seal(words: str) -> str:
    """The SHA-256 of words, in hexadecimal: kept with the words when they are frozen."""
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()


def state_of(frozen: str, now: str | None) -> State:
    """How words stand whose seal was `frozen`; None for words that are withdrawn."""
    if now is None:
        return State.WITHDRAWN
    return State.SAME if seal(now) == frozen else State.CHANGED
