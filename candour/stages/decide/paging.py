"""A long list by pages of twenty-five: which rows are shown, and the addresses of the pages beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import QueryDict

A_PAGE = 25


@dataclass(frozen=True, slots=True)
class Shown:
    """One page of a list. The addresses keep all else that is asked for: filters, pages of other lists."""

    name: str
    page: Page[Any]
    before: str
    after: str
    asked: bool
    """Whether the address asks for a page of this list, so that a folded one stands open."""

    @property
    def of(self) -> int:
        return self.page.paginator.count

    @property
    def pages(self) -> int:
        return self.page.paginator.num_pages


def shown(rows: Sequence[Any] | QuerySet[Any], address: QueryDict, name: str) -> Shown:
    """The page that the address asks for under `name`; the first or the last where there is no such page."""
    page = Paginator(rows, A_PAGE).get_page(address.get(name))
    return Shown(
        name,
        page,
        _at(address, name, page.previous_page_number()) if page.has_previous() else "",
        _at(address, name, page.next_page_number()) if page.has_next() else "",
        name in address,
    )


def _at(address: QueryDict, name: str, number: int) -> str:
    said = address.copy()
    said[name] = str(number)
    return f"?{said.urlencode()}#{name}"
