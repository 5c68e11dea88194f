"""Choices that look like chance and follow from a seed: a check can be repeated, on any machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from itertools import count
from typing import TypeVar

T = TypeVar("T")


class Lots:
    """One choice after another, drawn from a hash of the seed and of how many were drawn before."""

    def __init__(self, seed: int) -> None:
        self._drawn = (hashlib.sha256(f"{seed}:{n}".encode()).digest() for n in count())

    def one_of(self, several: Sequence[T]) -> T:
        """Raises IndexError where there is none."""
        if not several:
            raise IndexError("no lot can be drawn of nothing")
        return several[int.from_bytes(next(self._drawn)[:8], "big") % len(several)]
