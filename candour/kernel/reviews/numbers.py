"""A review's number as people write it: 2014/003, and 2014-003 in an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WRITTEN = re.compile(r"\s*(\d{4})\s*[/-]\s*(\d{1,4})\s*")


@dataclass(frozen=True, slots=True, order=True)
class ReviewNumber:
    """The year a review was opened and its number in that year."""

    year: int
    number: int

    @classmethod
    def read(cls, text: str) -> ReviewNumber:
        """Raises ValueError, in words, for anything else."""
        if (match := _WRITTEN.fullmatch(text)) is None:
            raise ValueError(f"{text!r} is not a review number. They look like 2014/003.")
        return cls(int(match[1]), int(match[2]))

    @property
    def in_address(self) -> str:
        return f"{self.year}-{self.number:03}"

    def __str__(self) -> str:
        return f"{self.year}/{self.number:03}"
