"""Pages that are one button, or one reason: a row is withdrawn, put back, or an act of it undone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.commission.place import address, form_page, place_in

Acts = Callable[..., Any]
Rows = type[Model]


class Reason(forms.Form):
    why = forms.CharField(label="Why?", max_length=400, widget=forms.Textarea(attrs={"rows": 2}))


def row_of(request: HttpRequest, review: Review, rows: Rows, pk: int, **standing: Any) -> Any:
    """A row of this review that the viewer may see, or 404."""
    table: Any = rows
    seen = table.objects.visible_to(request.user).filter(**{table.ROOM: review}, **standing)
    return get_object_or_404(seen, pk=pk)


def button(can: Can, rows: Rows, acts: Acts, called: str, back: str) -> Any:
    """A page that opens by its button only: it acts on the row and goes back to a list."""

    @needs(can)
    @require_POST
    def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
        acts(by=request.user, **{called: row_of(request, review, rows, pk)})
        return redirect(f"commission:{back}", review.in_address)

    return page


def with_reason(
    can: Can, rows: Rows, acts: Acts, called: str, back: str, *, title: str, sentence: str, words: str
) -> Any:
    """A page that asks why, then acts on a row that is not withdrawn. `title` and `words` name the act."""

    @needs(can)
    def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
        row = row_of(request, review, rows, pk, withdrawn_at=None)
        return form_page(
            request,
            Reason(typed(request)),
            save=lambda why: acts(by=request.user, why=why, **{called: row}),
            back=address(back, review),
            template="web/confirm.html",
            leave="Leave it as it is",
            title=title.format(row),
            sentence=sentence,
            follows=["It stays readable, struck through, with your reason.", "You can undo this."],
            button=words,
            place=place_in(review, words),
        )

    return page
