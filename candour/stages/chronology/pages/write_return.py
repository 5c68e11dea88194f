"""Write an agency's return on screen: rows typed, saved as a draft, and what becomes of each said at once."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.people.models import Organisation
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.drafts import save_draft
from candour.stages.chronology.models import Draft, DraftState
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.writing.drafts_at import (
    agency_to_write_for,
    counts_in_words,
    name_of,
    open_drafts,
    seniors_of,
    was_given_back,
)
from candour.stages.chronology.writing.typed_form import (
    EMPTY,
    ROWS_A_PAGE,
    Form,
    Shown,
    after_clash,
    initial_of,
    with_typed,
)
from candour.stages.chronology.writing.typed_rows import columns_of, fates_of, table_of, without_blanks


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    whose = agency_to_write_for(viewer, review, agency)
    draft = open_drafts(review).get(whose.pk)
    if draft is not None and draft.state == DraftState.HANDED_IN and request.method != "POST":
        return _shown(request, review, whose, draft, None)
    rows = draft.rows if draft else []
    form = _form(request, rows, draft)
    if request.method == "POST" and form.is_valid():
        merged = without_blanks(with_typed(rows, form))
        try:
            return _saved(request, review, whose, draft, form, merged)
        except Changed as changed:
            form = after_clash(form, changed, was_last=_was_last(request))
            draft = open_drafts(review).get(whose.pk)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
            if draft is None:
                form.begin_anew()
    return _shown(request, review, whose, draft, form)


def _form(request: HttpRequest, rows: list[dict[str, str]], draft: Draft | None) -> Form:
    data = typed(request)
    shown = Shown.asked(request.GET, len(rows)) if data is None else Shown.posted(data)
    start = {"version": draft.version if draft else 0} | initial_of(
        rows[shown.first : shown.first + shown.had]
    )
    return Form(data, shown=shown, columns=columns_of(rows), initial=start)


def _was_last(request: HttpRequest) -> bool:
    return request.POST.get("last") == "yes"


def _saved(
    request: HttpRequest,
    review: Review,
    whose: Organisation,
    draft: Draft | None,
    form: Form,
    merged: list[dict[str, str]],
) -> HttpResponse:
    at, version = [review.in_address, whose.slug], form.cleaned_data["version"]
    if merged or draft is not None or version:
        saved = save_draft(by=request.user, review=review, agency=whose, rows=merged, version=version)
        merged = saved.rows
    if request.POST.get("do") == "hand-in" and merged:
        return redirect("chronology:hand-in", *at)
    here = reverse("chronology:write-return", args=at)
    if request.POST.get("do") == "add":
        left = form.shown.rows - form.shown.had - max(0, len(merged) - (len(draft.rows) if draft else 0))
        return redirect(f"{here}?from={len(merged) + 1}&empty={min(max(left, 0) + EMPTY, ROWS_A_PAGE)}#add")
    return redirect(f"{here}?from={form.shown.first + 1}&saved=yes")


def _shown(
    request: HttpRequest, review: Review, whose: Organisation, draft: Draft | None, form: Form | None
) -> HttpResponse:
    viewer: Any = request.user
    rows = draft.rows if draft else []
    seen = with_typed(rows, form) if form is not None and form.is_bound and form.errors is not None else rows
    fates = fates_of(seen)
    returns = ("Returns", reverse("chronology:returns", args=[review.in_address]))
    ways = ("Write a return", reverse("chronology:ways-to-send", args=[review.in_address]))
    facts = {
        "place": place_in(review, viewer, returns, ways, (str(whose), "")),
        "review": review,
        "agency": whose,
        "draft": draft,
        "form": form,
        "counts": counts_in_words(fates),
        "rows_there": len(rows),
        "seniors": [one.person.name for one in seniors_of(review, whose, draft)],
        "given_back": name_of(draft.given_back_by) if draft and was_given_back(draft) else "",
        "handed_in_by": name_of(draft.handed_in_by) if draft else "",
        "saved_by": name_of(draft.saved_by) if draft else "",
        "aside": _put_aside(review, whose) if draft is None else "",
        "saved": request.GET.get("saved") == "yes",
    }
    if form is None:
        facts["table"] = table_of(rows, fates)
    else:
        facts["lines"] = list(form.lines(fates[form.shown.first :], rows[form.shown.first :]))
        facts["last"] = form.shown.is_last_of(len(rows))
        facts["pages"] = _pages(len(rows), form.shown.first)
    return render(request, "stages/chronology/pages/write_return.html", facts)


def _put_aside(review: Review, whose: Organisation) -> str:
    """How many rows the draft has that was put aside last and may be taken up again."""
    aside = Draft.objects.filter(review=review, agency=whose, withdrawn_at__isnull=False)
    last = aside.order_by("-withdrawn_at").first()
    count = len(last.rows) if last else 0
    return f"{count:,} {'row' if count == 1 else 'rows'}" if count else ""


def _pages(there: int, first: int) -> list[dict[str, Any]]:
    """Links to the rows of a long draft, twenty at a time; none where all are in sight."""
    if there <= ROWS_A_PAGE:
        return []
    starts = range(0, there, ROWS_A_PAGE)
    return [
        {"from": at + 1, "words": f"{at + 1} to {min(at + ROWS_A_PAGE, there)}", "here": at == first}
        for at in starts
    ]
