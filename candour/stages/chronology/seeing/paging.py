"""A long table by pages of a hundred rows or fewer: which page, what stands before and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict

A_PAGE = 100


@dataclass(frozen=True, slots=True)
class Paged:
    """One page of rows; `at` and `pages` count from one. Links keep all else that the address asks for."""

    rows: Sequence[Any]
    of: int
    at: int
    pages: int
    first: int
    last: int
    earlier: str = ""
    later: str = ""

    @property
    def shown(self) -> str:
        """all 14; 101 to 200 of 1,204."""
        return f"all {self.of:,}" if self.pages == 1 else f"{self.first:,} to {self.last:,} of {self.of:,}"


def paged(
    rows: Sequence[Any],
    address: QueryDict,
    name: str,
    *,
    usually_last: bool = False,
    a_page: int = A_PAGE,
) -> Paged:
    """The page that the address asks for under a name; the first, or the last, where it asks for none.

    Where the last is shown first it is a whole one: what is short is the first.
    """
    pages = max(1, -(-len(rows) // a_page))
    asked = address.get(name, "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 7 else 0
    at = min(number, pages) or (pages if usually_last else 1)
    left = pages * a_page - len(rows) if usually_last else 0
    start, end = max(0, (at - 1) * a_page - left), at * a_page - left
    here = rows[start:end]
    return Paged(
        rows=here,
        of=len(rows),
        at=at,
        pages=pages,
        first=start + 1,
        last=start + len(here),
        earlier=_at(address, name, at - 1) if at > 1 else "",
        later=_at(address, name, at + 1) if at < pages else "",
    )


def _at(address: QueryDict, name: str, number: int) -> str:
    said = address.copy()
    said[name] = str(number)
    return f"?{said.urlencode()}"
