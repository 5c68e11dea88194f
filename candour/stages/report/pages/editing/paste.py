"""A pasted text becomes paragraphs: looked through first, with links to the cast where it is sure who."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import add_paragraphs
from candour.stages.report.editing.linking import linked
from candour.stages.report.editing.paragraph_form import MOST_LETTERS, keys_beside
from candour.stages.report.models import Part
from candour.stages.report.one_source import fully_named
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import part_at, part_step, place_of

MOST_PASTED = 60_000
_EMPTY_LINE = re.compile(r"\n\s*\n")


class Form(forms.Form):
    text = forms.CharField(
        label="Text",
        help_text="An empty line begins a new paragraph. Where there is none, each line is one.",
        widget=forms.Textarea(attrs={"rows": 16}),
        max_length=MOST_PASTED,
    )
    looked = forms.CharField(widget=forms.HiddenInput, required=False)

    def clean_text(self) -> str:
        for nth, one in enumerate(paragraphs_of(self.cleaned_data["text"]), 1):
            if len(one) > MOST_LETTERS:
                raise forms.ValidationError(f"Paragraph {nth} of it is too long. Break it into several.")
        return str(self.cleaned_data["text"])


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    form: Form = Form(typed(request))
    found: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        texts = paragraphs_of(form.cleaned_data["text"])
        if form.cleaned_data["looked"]:
            act: Any = {"by": request.user, "part": part, "texts": texts}
            if saved(form, lambda: add_paragraphs(**act), field="text"):
                return redirect("report:part", review.in_address, part.number)
        else:
            form, found = _looked_through(texts, review)
    return _shown(request, part, form, found)


def paragraphs_of(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").strip()
    pieces = _EMPTY_LINE.split(lines) if _EMPTY_LINE.search(lines) else lines.split("\n")
    return [words for one in pieces if (words := " ".join(one.split()))]


def _looked_through(texts: list[str], review: Review) -> tuple[Form, dict[str, Any]]:
    cast = fully_named(review)
    made = [linked(one, cast) for one in texts]
    form = Form(initial={"text": "\n\n".join(one.text for one in made), "looked": "yes"})
    keys = dict.fromkeys(key for one in made for key in one.keys)
    return form, {
        "count": len(made),
        "names": [(f"[[{key}]]", cast.by_key[key].pseudonym) for key in keys],
        "days": sum(one.days for one in made),
        "unsure": list(dict.fromkeys(words for one in made for words in one.unsure)),
    }


def _shown(request: HttpRequest, part: Part, form: Form, found: dict[str, Any]) -> HttpResponse:
    review = part.room
    looked = bool(found) or bool(form.is_bound and form.data.get("looked"))
    return render(
        request,
        "stages/report/pages/editing/paste.html",
        {
            "form": form,
            "review": review,
            "title": f"Add a text to part {part.number}",
            "looked": looked,
            "found": found,
            "button": "Add these paragraphs" if looked else "Look through it",
            "keys": keys_beside(review),
            "back": {
                "title": "Leave without saving",
                "href": reverse("report:part", args=[review.in_address, part.number]),
            },
            "place": place_of(review, request.user, part_step(part), "Add a text"),
        },
    )
