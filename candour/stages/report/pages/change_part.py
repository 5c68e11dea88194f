"""A part gets another title."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.disclosure import Edition
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import change_part
from candour.stages.report.models import Part
from candour.stages.report.pages.add_part import LEVELS
from candour.stages.report.place import part_at, part_step, place_of

OTHERS = [str(one) for one in Edition if one is not Edition.WHOLE]


class Form(VersionedForm):
    title = forms.CharField(label="Title of the part", help_text="Both audiences read it.", max_length=200)
    level = forms.TypedChoiceField(label="How deep it lies", choices=LEVELS, coerce=int)
    titles = forms.CharField(
        label="Other titles, one a line",
        help_text="For an edition: “child: What happened”. Editions: summary, briefing, child, letter.",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_titles(self) -> dict[str, str]:
        titles = {}
        for line in self.cleaned_data["titles"].splitlines():
            edition, _, title = (one.strip() for one in line.partition(":"))
            if not line.strip():
                continue
            if edition not in OTHERS or not title:
                raise forms.ValidationError(
                    f"“{line.strip()}” is no edition and a title. Write “child: Title”."
                )
            titles[edition] = title
        return titles


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    form = Form(typed(request), initial=_saved_words(part))
    if request.method == "POST" and form.is_valid() and _saved(request, part, form):
        return redirect("report:part", review.in_address, part.number)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"Change the title or the level of part {part.number}",
            "button": "Save the part",
            "place": place_of(review, request.user, part_step(part), "Title"),
        },
    )


def _saved(request: HttpRequest, part: Part, form: Form) -> bool:
    said = form.cleaned_data
    try:
        change_part(by=request.user, part=part, **said)
    except Changed as changed:
        form.show_clash(changed, _saved_words(Part.objects.get(pk=part.pk)))
    except Trouble as trouble:
        form.add_error("title", str(trouble))
    else:
        return True
    return False


def _saved_words(part: Part) -> dict[str, Any]:
    titles = "\n".join(f"{word}: {title}" for word, title in part.titles.items())
    return {"version": part.version, "title": part.title, "level": part.level, "titles": titles}
