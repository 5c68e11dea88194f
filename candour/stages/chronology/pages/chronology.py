"""All accounts in one picture, lane by lane, and the same rows as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.domain.timeline import Zoom
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts_linked import Whole, whole_of
from candour.stages.chronology.drawing import draw_chronology
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.place import place_in
from candour.stages.chronology.table_rows import entries_within, groups_on, pages_of
from candour.stages.chronology.windows import Window, WindowForm, period_of, span_of, window_in

ASKED = {"from", "to", "agency"}
Pages = list[list[Any]]


@needs(Can.SEE_CHRONOLOGY, reading="opened_chronology")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    usual = period_of(review, whole.chronology.entries)
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", "")),
        "print_words": f"Review {review.written_number}, integrated chronology, for the review team",
        "held": ledger_of(review).held,
    }
    if not whole.chronology.entries or usual is None:
        return render(request, "stages/chronology/pages/chronology.html", said)
    form = WindowForm(request.GET if ASKED & set(request.GET) else {}, agencies=whole.chronology.agencies)
    window = window_in(request.GET, form, review, usual)
    return render(
        request,
        "stages/chronology/pages/chronology.html",
        {**said, **_seen(request, whole, window), "form": form if form.errors else _filled(form, window)},
    )


def _seen(request: HttpRequest, whole: Whole, window: Window) -> dict[str, Any]:
    viewer: Any = request.user
    within = entries_within(whole.chronology.entries, window)
    pages = pages_of(whole, within)
    on = {one.id: number for number, page in enumerate(pages, 1) for _, rows in page for one in rows}
    at = min(window.page or on.get(window.entry, 1), len(pages))
    drawing = None
    if not window.only_table:
        href = _row_href(on, at, window)
        drawing = draw_chronology(window.review, viewer, window, whole=whole, entry_href=href)
    return {
        "whole": whole,
        "agencies_seen": len({one.agency for one in whole.chronology.entries}),
        "span": span_of(whole.chronology.entries),
        "window": window,
        "drawing": drawing,
        "zooms": _zooms(whole, window),
        "within": within,
        "groups": groups_on(pages[at - 1], whole, window),
        "pager": _pager(pages, at, window),
        "address": _address(window),
        "downloads": _downloads(window),
    }


def _filled(form: WindowForm, window: Window) -> WindowForm:
    """The boxes show how they were read."""
    read = QueryDict(mutable=True)
    read["from"], read["to"] = spoken_day(window.start), spoken_day(window.end)
    read["agency"] = window.agency
    return WindowForm(read, agencies=[name for name, _ in form.fields["agency"].choices[1:]])  # type: ignore[attr-defined]


def _zooms(whole: Whole, window: Window) -> list[dict[str, Any]]:
    period = period_of(window.review, whole.chronology.entries)
    ends = span_of(whole.chronology.entries) or period
    assert period is not None
    assert ends is not None
    all_days = min(period[0], ends[0]), max(period[1], ends[1])
    return [
        {"title": str(one).capitalize(), "href": window.at(one, all_days).href, "current": one is window.zoom}
        for one in Zoom
    ]


def _row_href(on: dict[str, int], at: int, window: Window) -> Callable[[str], str]:
    """A mark leads to its row, on another page of the table where it stands there."""

    def href(entry: str) -> str:
        number = on.get(entry, at)
        return f"#{entry}" if number == at else f"{_on_page(window, number)}#{entry}"

    return href


def _on_page(window: Window, number: int) -> str:
    return replace(window, page=number).href


def _pager(pages: Pages, at: int, window: Window) -> dict[str, Any]:
    before = sum(len(rows) for page in pages[: at - 1] for _, rows in page)
    here = sum(len(rows) for _, rows in pages[at - 1])
    return {
        "first": before + 1,
        "last": before + here,
        "pages": len(pages),
        "at": at,
        "earlier": _on_page(window, at - 1) if at > 1 else "",
        "later": _on_page(window, at + 1) if at < len(pages) else "",
    }


def _address(window: Window) -> dict[str, str]:
    return {
        "earlier": window.moved(-1).href,
        "later": window.moved(1).href,
        "only_table": replace(window, only_table=True).href,
        "with_picture": replace(window, only_table=False).href,
    }


def _downloads(window: Window) -> list[tuple[str, str]]:
    def href(kind: str) -> str:
        address = reverse("chronology:download-chronology", args=[window.review.in_address, kind])
        return f"{address}?{window.query}"

    return [("Download as spreadsheet", href("xlsx")), ("Download as csv", href("csv"))]
