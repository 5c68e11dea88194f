"""In which editions one paragraph stands, and what it says there."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.disclosure import Edition
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import place_in_editions
from candour.stages.report.editing.paragraph_form import MOST_LETTERS
from candour.stages.report.editing.source_rows import CALLED
from candour.stages.report.models import Paragraph
from candour.stages.report.pages.editing.saving import saved
from candour.stages.report.place import paragraph_at, part_step, place_of

OWN = tuple(one for one in Edition if one is not Edition.WHOLE)


class Form(VersionedForm):
    editions = forms.MultipleChoiceField(
        label="It stands, with its own words, in",
        choices=[(str(one), words.capitalize()) for one, words in CALLED.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )

    def __init__(self, *args: Any, **rest: Any) -> None:
        super().__init__(*args, **rest)
        for one in OWN:
            self.fields[f"in_{one}"] = forms.CharField(
                label=f"Other words for the {CALLED[one]}",
                help_text="Empty: it says there what it says here, if it is ticked above.",
                required=False,
                max_length=MOST_LETTERS,
                widget=forms.Textarea(attrs={"rows": 3}),
            )

    @property
    def told_as(self) -> dict[str, str]:
        return {str(one): self.cleaned_data[f"in_{one}"] for one in OWN}


@needs(Can.WRITE_REPORT, reading="opened_report_paragraph")
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    paragraph = paragraph_at(request, review, pk)
    form = Form(typed(request), initial=_saved_words(paragraph))
    back = reverse("report:paragraph", args=[review.in_address, paragraph.pk])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        chosen: Any = {"version": said["version"], "editions": said["editions"], "told_as": form.told_as}
        which: Any = {"by": request.user, "paragraph": paragraph}
        if saved(form, lambda: place_in_editions(**which, **chosen), field="editions", now=_saved_words):
            return redirect(back)
    return render(
        request,
        "stages/report/pages/audience.html",
        {
            "form": form,
            "text": paragraph.text,
            "title": "Editions of a paragraph",
            "sentence": "Each edition is made of paragraphs of this one source, and checked like the report.",
            "button": "Save the editions",
            "back": {"title": "Leave it as it is", "href": back},
            "place": place_of(review, request.user, part_step(paragraph.part), "Editions"),
        },
    )


def _saved_words(paragraph: Paragraph) -> dict[str, Any]:
    whole = [str(Edition.WHOLE)] if paragraph.is_in_whole else []
    own = {f"in_{one}": paragraph.told_as.get(str(one), "") for one in OWN}
    return {"version": paragraph.version, "editions": [*whole, *paragraph.editions], **own}
