"""The cells of a row in the order of the agency's columns: PostgreSQL keeps what they say only."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any


def as_they_stood(
    cells: Mapping[str, str], headings: Sequence[Mapping[str, Any]], part: str
) -> dict[str, str]:
    """`headings` are those of the return; a column that none of them names comes last, by its number."""
    names = [one["heading"] for table in headings if table["part"] == part for one in table["columns"]]
    nth = {name: number for number, name in reversed(list(enumerate(names)))}
    order = sorted(cells, key=lambda name: (nth.get(name, len(names)), len(name), name))
    return {name: cells[name] for name in order}
