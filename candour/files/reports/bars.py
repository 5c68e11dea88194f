"""The bars of a figure: how long each is drawn, whatever the format, beside the table of the same counts."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.disclosure import ShownUnder

LONGEST = 1000
_MOST_LETTERS = 26


@dataclass(frozen=True, slots=True)
class Bar:
    """`length` in thousandths of the longest."""

    label: str
    count: int
    length: int


def bars_of(one: ShownUnder) -> tuple[Bar, ...]:
    """None where the last column is not of whole numbers, or all are nought."""
    counts = one.counts
    most = max(counts, default=0)
    if not most:
        return ()
    return tuple(
        Bar(_short(row[0] if len(row) > 1 else ""), count, count * LONGEST // most)
        for row, count in zip(one.rows, counts, strict=True)
    )


def _short(label: str) -> str:
    """Whole words, as half a word may be a name; all of them stand in the table."""
    if len(label) <= _MOST_LETTERS:
        return label
    cut = label[:_MOST_LETTERS].rpartition(" ")[0]
    return f"{cut} …" if cut else "…"
