"""How answers are worded for a person at a terminal: counts with their noun, words cut to fit, columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 entry", "1,204 entries"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def shortened(words: str, width: int) -> str:
    """One line of at most `width` characters; nothing in it can steer a terminal."""
    shown = "".join(letter if letter.isprintable() else " " for letter in words)
    line = " ".join(shown.split())
    return line if len(line) <= width else line[: width - 1].rstrip() + "…"


def in_columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows indented and aligned, the last column left ragged."""
    widths = [max(map(len, column)) for column in zip_longest(*rows, fillvalue="")]
    for row in rows:
        yield ("  " + "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True))).rstrip()


def joined(parts: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last
