"""A table on the terminal: columns of figures to the right, columns of words to the left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def print_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    listed = [tuple(row) for row in rows]
    print(title)
    for row in zip(*map(_column, columns, zip(*listed, strict=True)), strict=True) if listed else ():
        print("  " + "  ".join(row).rstrip())
    print()


def _column(heading: str, cells: Sequence[str]) -> list[str]:
    width = max(map(len, (heading, *cells)))
    figures = all(_is_figure(cell) for cell in cells)
    return [cell.rjust(width) if figures else cell.ljust(width) for cell in (heading, *cells)]


def _is_figure(cell: str) -> bool:
    return cell.removesuffix(" r").replace(",", "").replace(".", "", 1).isdecimal()
