"""Paste rows copied from Excel or Word into the draft of an agency's return."""

from __future__ import annotations

from typing import Any

from django import forms
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
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.writing.drafts_at import agency_to_write_for, open_drafts
from candour.stages.chronology.writing.pasted_rows import rows_pasted


class Form(forms.Form):
    words = forms.CharField(
        label="Rows with their headings",
        max_length=1_000_000,
        strip=False,
        widget=forms.Textarea({"rows": 14}),
        error_messages={"required": "Paste the rows first."},
        help_text="Copy them in Excel or Word, the line of headings too, and paste them here.",
    )

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        try:
            self.rows, self.above = rows_pasted(words)
        except Trouble as trouble:
            raise forms.ValidationError(f"{trouble.what} {trouble.do}") from None
        return words


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, agency: str) -> HttpResponse:
    viewer: Any = request.user
    whose = agency_to_write_for(viewer, review, agency)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            first = _add(viewer, review, whose, form.rows)
        except Changed:
            form.add_error(None, "Somebody else saved the draft just now. Paste again: yours is still here.")
        except Trouble as trouble:
            form.add_error("words", f"{trouble.what} {trouble.do}")
        else:
            there = reverse("chronology:write-return", args=[review.in_address, agency])
            return redirect(f"{there}?from={first}&saved=yes")
    returns = ("Returns", reverse("chronology:returns", args=[review.in_address]))
    own = (str(whose), reverse("chronology:write-return", args=[review.in_address, agency]))
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_in(review, viewer, returns, own, ("Paste rows", "")),
            "title": f"Paste rows into the return of {whose}",
            "sentence": "They come after the rows that are there. Each says at once how it is read.",
            "form": form,
            "button": "Add these rows to the draft",
            "back": {"title": "Leave without adding", "href": own[1]},
        },
    )


def _add(viewer: Any, review: Review, whose: Organisation, rows: list[dict[str, str]]) -> int:
    """Puts them after what is there. Returns the number of the first one."""
    draft = open_drafts(review).get(whose.pk)
    before = draft.rows if draft else []
    version = draft.version if draft else 0
    save_draft(by=viewer, review=review, agency=whose, rows=[*before, *rows], version=version)
    return len(before) + 1
