"""The family on a day: by name for those who see the source and ask for it, else by pseudonym."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.identity import Genogram, genogram
from candour.domain.moments.spoken import spoken_day
from candour.files.pictures.genogram import genogram_lines, genogram_svg
from candour.kernel.access import may
from candour.kernel.audit.acting import read
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.stages.report.casting.open_family import open_family
from candour.stages.report.one_source import fully_named
from candour.stages.report.place import place_of
from candour.stages.report.reads import report_of


class Form(forms.Form):
    on = DayField(label="On which day")
    by = forms.ChoiceField(label="By", choices=[("pseudonym", "pseudonyms"), ("name", "real names")])

    def __init__(self, *args: Any, names: bool, **rest: Any) -> None:
        super().__init__(*args, **rest)
        if not names:
            del self.fields["by"]


@needs(Can.SEE_OPEN_DRAFT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    sees = bool(may(request.user, Can.SEE_SOURCE, review))
    form = Form({"on": spoken_day(_day_of(review)), "by": "pseudonym", **request.GET.dict()}, names=sees)
    family = None
    if form.is_valid():
        named = form.cleaned_data.get("by") == "name"
        if named:
            read("opened_genogram", by=request.user, on=review)
        cast = fully_named(review)
        shown = cast if sees else open_family(report_of(review), cast)
        family = genogram(shown, form.cleaned_data["on"], named=named)
    back = reverse("report:cast", args=[review.in_address])
    return render(
        request,
        "stages/report/pages/casting/genogram.html",
        {
            "review": review,
            "form": form,
            "family": family,
            "picture": _drawn(family) if family and family.people else "",
            "lines": genogram_lines(family) if family else (),
            "sees_source": sees,
            "place": place_of(review, request.user, *([("Cast", back)] if sees else []), "Genogram"),
            "print_words": _printed(review, family),
        },
    )


def _drawn(family: Genogram) -> str:
    says = f"The family on {spoken_day(family.on)}: {len(family.people)} people. The same as a list beneath."
    return mark_safe(genogram_svg(family, says=says))  # the picture escapes every word


def _day_of(review: Review) -> date:
    """The last day that is known of the child: when it died, when the incident was; else today."""
    died = review.cast.filter(kind="child").exclude(died=None).values_list("died", flat=True).first()
    return died or today()


def _printed(review: Review, family: Genogram | None) -> str:
    whose = "restricted" if family and family.named else "by pseudonyms"
    return f"Genogram of review {review.written_number}, {whose}"
