"""The report gets another title."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import change_report_title
from candour.stages.report.models import Report
from candour.stages.report.place import place_of, report_at


class Form(VersionedForm):
    title = forms.CharField(label="Title of the report", help_text="Everybody reads it.", max_length=200)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    form = Form(typed(request), initial={"title": report.title, "version": report.version})
    if request.method == "POST" and form.is_valid() and _saved(request, report, form):
        return redirect("report:report", review.in_address)
    back = reverse("report:report", args=[review.in_address])
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": "Change the title of the report",
            "sentence": "Drafts that are frozen keep the title they had.",
            "button": "Save the title",
            "back": {"title": "Leave it as it is", "href": back},
            "place": place_of(review, request.user, "Title"),
        },
    )


def _saved(request: HttpRequest, report: Report, form: Form) -> bool:
    said = form.cleaned_data
    try:
        change_report_title(by=request.user, report=report, version=said["version"], title=said["title"])
    except Changed as changed:
        form.show_clash(changed, {"title": changed.now.title})
    except Trouble as trouble:
        form.add_error("title", str(trouble))
    else:
        return True
    return False
