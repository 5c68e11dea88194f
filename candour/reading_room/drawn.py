"""The counts of a figure as boxes or bars, for a page that carries neither script nor style."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

MOST_BOXES = 80
IN_A_ROW = 20
_BOX, _STEP = 16, 22
_WIDE = 440


@dataclass(frozen=True, slots=True)
class Box:
    x: int
    y: int
    width: int
    height: int
    is_filled: bool


@dataclass(frozen=True, slots=True)
class Picture:
    width: int
    height: int
    boxes: tuple[Box, ...]


def drawn(under: Mapping[str, Any]) -> dict[str, Any]:
    """What stands under a paragraph, and its picture where the last column of its table is counts."""
    return {**under, "picture": picture_of(under) if under["kind"] == "figure" else None}


def picture_of(under: Mapping[str, Any]) -> Picture | None:
    """Two counts of a few dozen are boxes, the first of them filled; other counts are bars."""
    counts = _counts(under["rows"])
    if not counts or not max(counts):
        return None
    if len(counts) == 2 and sum(counts) <= MOST_BOXES:
        lines = -(-sum(counts) // IN_A_ROW)
        return Picture(IN_A_ROW * _STEP, lines * _STEP, tuple(_boxes(counts)))
    bars = (
        Box(0, n * _STEP, max(1, count * _WIDE // max(counts)), _BOX, True) for n, count in enumerate(counts)
    )
    return Picture(_WIDE, len(counts) * _STEP, tuple(bars))


def _boxes(counts: list[int]) -> Iterator[Box]:
    for n in range(sum(counts)):
        yield Box(n % IN_A_ROW * _STEP + 1, n // IN_A_ROW * _STEP + 1, _BOX, _BOX, n < counts[0])


def _counts(rows: list[list[str]]) -> list[int]:
    last = [row[-1].replace(",", "") for row in rows if row]
    return [int(one) for one in last] if all(one.isascii() and one.isdigit() for one in last) else []
