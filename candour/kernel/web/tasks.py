"""What waits for a person, as each stage tells it to the desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that one person can do next. `due` and `started` are days; None where no clock runs."""

    title: str
    href: str
    where: str
    """Which review or notification, such as "Child Wren, 2014/003"."""
    says: str = ""
    started: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """Something a person waits for from somebody else."""

    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Missing:
    """Something a review still lacks: what, its state as a tag (state word, words), and whose move it is."""

    title: str
    href: str
    state: str
    words: str
    move: str


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one stage of a review stands: begun and done or not, a few words, and its page."""

    state: str
    """`done`, `present` or `to_come`."""
    words: str = ""
    href: str = ""
