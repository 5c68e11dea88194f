"""One return: every row has one fate, and the held ones want a person."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from candour.domain.access import Can
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions import ask_agency_about, place_rows
from candour.stages.chronology.models import Return, ReturnState, UnplacedRow
from candour.stages.chronology.reads import held_rows_of
from candour.stages.chronology.returns.held_form import HeldForm
from candour.stages.chronology.returns.place import return_at
from candour.stages.chronology.returns.return_facts import facts_of, groups_said, row_facts
from candour.stages.chronology.tasks import read_what_came, waits_for_a_reader

ASK_AGAIN_AFTER = 30
"""Seconds that a return may wait before a page that shows it asks the worker again."""


@needs(Can.SEE_RETURNS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    held = held_rows_of(sent) if sent.withdrawn_at is None else []
    row = _row_asked_for(request, held)
    form = HeldForm(row, typed(request)) if row else None
    read_as = ""
    if request.method == "POST" and form is not None and row is not None and form.is_valid():
        if form.asks or form.shown_before():
            _do(form, row, viewer)
            return redirect(_address(sent, _after(row, held)))
        form.show_reading()
        read_as = form.data["read_as"]
    orphaned = waits_for_a_reader(sent)
    if sent.state == ReturnState.WAITING and not orphaned:
        _ask_worker_again(sent)
    return render(
        request,
        "stages/chronology/pages/one_return.html",
        {
            **facts_of(sent, viewer),
            "orphaned": orphaned,
            **({"row": row_facts(row, sent, held)} if row else {}),
            "form": form,
            "read_as": read_as,
            "next": _address(sent, _after(row, held)) if row and len(held) > 1 else "",
            "groups": groups_said(sent, held, row),
        },
    )


def _row_asked_for(request: HttpRequest, held: list[UnplacedRow]) -> UnplacedRow | None:
    asked = request.POST.get("row") or request.GET.get("row")
    if not asked:
        return held[0] if held else None
    found = next((row for row in held if str(row.pk) == asked), None)
    if found is None and request.method == "POST":
        raise Http404
    return found or (held[0] if held else None)


def _do(form: HeldForm, row: UnplacedRow, viewer: Person) -> None:
    why = form.cleaned_data["why"]
    if form.asks:
        ask_agency_about(by=viewer, row=row, note=why)
    else:
        place_rows(by=viewer, return_=row.in_return, answers={row: form.moment}, why=why)


def _after(row: UnplacedRow, held: list[UnplacedRow]) -> UnplacedRow | None:
    """The next held row; after the last, the first."""
    at = held.index(row)
    others = [*held[at + 1 :], *held[:at]]
    return others[0] if others else None


def _address(sent: Return, row: UnplacedRow | None) -> str:
    address = reverse("chronology:return", args=[sent.review.in_address, sent.pk])
    return f"{address}?row={row.pk}" if row else address


def _ask_worker_again(sent: Return) -> None:
    """A worker that was stopped while it read does not begin again by itself. Reading twice does no harm."""
    waited = (timezone.now() - sent.received_at).total_seconds()
    if waited > ASK_AGAIN_AFTER and cache.add(f"asked-to-read-{sent.pk}", True, ASK_AGAIN_AFTER):
        read_what_came.enqueue(sent.pk)
