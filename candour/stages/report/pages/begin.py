"""The report is begun, with the parts that the review's method expects."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.methods import load_method
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import begin_report
from candour.stages.report.place import place_of


class Form(forms.Form):
    title = forms.CharField(label="Title of the report", help_text="Everybody reads it.", max_length=200)
    parts = forms.CharField(
        label="Parts, one a line",
        help_text="Those that the method expects. Change them as this report needs.",
        widget=forms.Textarea(attrs={"rows": 9}),
    )


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    method = load_method(review.method)
    outline = "\n".join(part.title for part in method.report_outline)
    form = Form(typed(request), initial={"title": f"{review.title}: report", "parts": outline})
    if request.method == "POST" and form.is_valid():
        parts = tuple(line.strip() for line in form.cleaned_data["parts"].splitlines() if line.strip())
        try:
            begin_report(by=request.user, review=review, title=form.cleaned_data["title"], parts=parts)
        except Trouble as trouble:
            form.add_error(None, str(trouble))
        else:
            return redirect("report:report", review.in_address)
    return render(
        request,
        "stages/report/pages/begin.html",
        {
            "form": form,
            "outline": method.report_outline,
            "title": "Begin the report",
            "sentence": f"One source for the open and the closed report, in the parts of {method.title}.",
            "button": "Begin the report",
            "place": place_of(review, request.user, "Begin"),
        },
    )
