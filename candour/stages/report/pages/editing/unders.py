"""What stands under a paragraph is added, changed, withdrawn and put back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import add_under, change_under, put_back_under, withdraw_under
from candour.stages.report.editing.paragraph_form import keys_beside
from candour.stages.report.models import Paragraph, Under, UnderKind
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.pages.editing.under_form import UnderForm, saved_words
from candour.stages.report.place import paragraph_at, part_step, place_of

SENTENCES = {
    UnderKind.QUOTATION: "Words of somebody, as they were said or written. They stand under the paragraph.",
    UnderKind.FIGURE: "A table, and bars drawn from it. Never a picture from outside: nobody could check it.",
    UnderKind.NOTE: "What the paragraph rests on, for the reader who wants to look. Notes are numbered.",
}


class Reason(VersionedForm):
    why = forms.CharField(label="Why is it withdrawn?", max_length=400)


def under_at(request: HttpRequest, review: Review, pk: int) -> Under:
    seen = Under.objects.visible_to(request.user).filter(paragraph__part__report__review=review)
    found: Under = get_object_or_404(seen.select_related("paragraph__part__report__review"), pk=pk)
    return found


@needs(Can.WRITE_REPORT)
def add(request: HttpRequest, review: Review, pk: int, kind: str) -> HttpResponse:
    if kind not in UnderKind.values:
        raise Http404
    paragraph = paragraph_at(request, review, pk)
    form = UnderForm(typed(request), kind=kind, initial={"version": 1})
    if request.method == "POST" and form.is_valid():
        made: Any = {"by": request.user, "paragraph": paragraph, "kind": kind}
        if saved(form, lambda: add_under(**made, written=form.written), field="text"):
            return redirect("report:paragraph", review.in_address, paragraph.pk)
    called = UnderKind(kind).label.lower()
    return _form(request, paragraph, form, kind, f"Add a {called}", f"Add the {called}")


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def change(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    under = under_at(request, review, pk)
    form = UnderForm(typed(request), kind=under.kind, initial=saved_words(under))
    if request.method == "POST" and form.is_valid():
        made: Any = {"by": request.user, "under": under, "version": form.cleaned_data["version"]}
        if saved(form, lambda: change_under(**made, written=form.written), field="text", now=saved_words):
            return redirect("report:paragraph", review.in_address, under.paragraph_id)
    called = under.get_kind_display().lower()
    return _form(request, under.paragraph, form, under.kind, f"Change a {called}", f"Save the {called}")


@needs(Can.WRITE_REPORT)
def withdraw(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    under = under_at(request, review, pk)
    form = Reason(typed(request), initial={"version": under.version})
    back = _of(under.paragraph)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made: Any = {"by": request.user, "under": under, "version": said["version"], "why": said["why"]}
        if saved(form, lambda: withdraw_under(**made)):
            return redirect(back)
    return render(
        request,
        "web/confirm.html",
        {
            "form": form,
            "title": f"Withdraw this {under.get_kind_display().lower()}?",
            "sentence": "Neither report will hold it.",
            "follows": ["It stays readable with its paragraph, with your reason, and can be put back."],
            "button": "Withdraw it",
            "back": {"title": "Leave it in", "href": back},
            "place": place_of(review, request.user, part_step(under.paragraph.part), "Withdraw"),
        },
    )


@needs(Can.WRITE_REPORT)
@require_POST
def put_back(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    under = under_at(request, review, pk)
    put_back_under(by=request.user, under=under)
    return redirect(_of(under.paragraph))


def _of(paragraph: Paragraph) -> str:
    return reverse("report:paragraph", args=[paragraph.room.in_address, paragraph.pk])


def _form(
    request: HttpRequest, paragraph: Paragraph, form: UnderForm, kind: str, title: str, button: str
) -> HttpResponse:
    review = paragraph.room
    return render(
        request,
        "stages/report/pages/paragraph_form.html",
        {
            "form": form,
            "review": review,
            "title": title,
            "sentence": SENTENCES[UnderKind(kind)],
            "button": button,
            "keys": keys_beside(review),
            "back": {"title": "Leave without saving", "href": _of(paragraph)},
            "place": place_of(review, request.user, part_step(paragraph.part), title),
        },
    )
