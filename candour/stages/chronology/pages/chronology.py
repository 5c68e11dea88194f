"""All accounts in one picture, lane by lane, and the same rows as a table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.timeline import Zoom
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import SavedView
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.address import FILTERS, filled, form_of, window_in
from candour.stages.chronology.seeing.bands import bands_over
from candour.stages.chronology.seeing.drawing import draw_chronology
from candour.stages.chronology.seeing.seen import Seen, see
from candour.stages.chronology.seeing.table_rows import groups_on, pages_of
from candour.stages.chronology.seeing.under import under_of
from candour.stages.chronology.seeing.windows import Window, period_of, span_of

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
    under = under_of(review, whole.chronology.entries)
    form = form_of(request.GET, whole, under)
    window = window_in(request.GET, form, review, usual)
    shown = form if form.errors else filled(window, whole, under)
    return render(
        request,
        "stages/chronology/pages/chronology.html",
        {**said, **_seen(request, see(whole, window, under)), "form": shown, "filtered": _filtered(shown)},
    )


def _seen(request: HttpRequest, seen: Seen) -> dict[str, Any]:
    viewer: Any = request.user
    whole, window = seen.whole, seen.window
    pages = pages_of(whole, seen.rows)
    on = {one.id: number for number, page in enumerate(pages, 1) for _, rows in page for one in rows}
    at = min(window.page or on.get(window.entry, 1), len(pages))
    drawing, bands = None, bands_over(window.review, viewer, known_on=seen.known and seen.known.on)
    if not window.only_table:
        hrefs = {"entry_href": _row_href(on, at, window), "episode_href": _episode_href(window)}
        drawing = draw_chronology(window.review, viewer, window, bands, seen=seen, **hrefs)
    return {
        "seen": seen,
        "says_known": seen.known.says(seen.rows) if seen.known else "",
        "bands": [(one, _episode_href(window)(one.number)) for one in bands],
        "settles": bool(may(viewer, Can.SETTLE_CHRONOLOGY, window.review)),
        "views": SavedView.objects.visible_to(viewer).filter(review=window.review, withdrawn_at=None),
        "whole": whole,
        "agencies_seen": len({one.agency for one in whole.chronology.entries}),
        "span": span_of(whole.chronology.entries),
        "window": window,
        "drawing": drawing,
        "zooms": _zooms(whole, window),
        "groups": groups_on(pages[at - 1], seen),
        "pager": _pager(pages, at, window),
        "address": _address(window),
    }


def _filtered(form: Any) -> list[str]:
    """What is asked for, in the words of the boxes."""
    said = []
    for name in FILTERS:
        if value := str(form[name].value() or ""):
            shown = dict(form.fields[name].choices).get(value, value) if name == "kind" else value
            said.append(f"{form.fields[name].label.lower()} “{shown}”")
    return said


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


def _episode_href(window: Window) -> Callable[[int], str]:
    return lambda number: f"?{replace(window, episode=number).query}#picture"


def _on_page(window: Window, number: int) -> str:
    return f"?{replace(window, page=number).query}"


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
        "all_rows": window.without_filters().href,
        "download": f"{reverse('chronology:downloads', args=[window.review.in_address])}?{window.query}",
        "save": f"{reverse('chronology:save-view', args=[window.review.in_address])}?{window.query}",
    }
