"""What a decision letter says, as a value: the same for every format it is written in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A thing and what is said of it: `small` stands under it; `quoted` is word for word."""

    title: str
    words: str
    small: str = ""
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the letter: its heading, words before its lines, and the lines."""

    title: str
    words: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionLetter:
    """`sender` is the board, `to` whom it is written to, `day` in words; `invented` marks example data."""

    sender: str
    to: str
    day: str
    title: str
    lead: str
    sections: tuple[Section, ...]
    number: str
    invented: str = ""
