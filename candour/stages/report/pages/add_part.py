"""A part is added after the last one."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import add_part
from candour.stages.report.place import place_of, report_at

LEVELS = [
    (1, "A part of its own"),
    (2, "Inside the part above it"),
    (3, "Inside what lies inside the part above it"),
]


class Form(forms.Form):
    title = forms.CharField(label="Title of the part", help_text="Both audiences read it.", max_length=200)
    level = forms.TypedChoiceField(label="How deep it lies", choices=LEVELS, coerce=int, initial=1)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            part = add_part(by=request.user, report=report, **form.cleaned_data)
        except Trouble as trouble:
            form.add_error("title", str(trouble))
        else:
            return redirect("report:part", review.in_address, part.number)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": "Add a part",
            "sentence": "It comes after the last one.",
            "button": "Add the part",
            "place": place_of(review, request.user, "Add a part"),
        },
    )
