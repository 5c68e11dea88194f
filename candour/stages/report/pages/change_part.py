"""A part gets another title."""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.reviews.models import Review
from candour.kernel.web.clashing import VersionedForm
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import change_part
from candour.stages.report.models import Part
from candour.stages.report.place import part_at, part_step, place_of


class Form(VersionedForm):
    title = forms.CharField(label="Title of the part", help_text="Both audiences read it.", max_length=200)


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review, nth: int) -> HttpResponse:
    part = part_at(request, review, nth)
    form = Form(typed(request), initial={"title": part.title, "version": part.version})
    if request.method == "POST" and form.is_valid() and _saved(request, part, form):
        return redirect("report:part", review.in_address, part.number)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"Change the title of part {part.number}",
            "button": "Save the title",
            "place": place_of(review, request.user, part_step(part), "Title"),
        },
    )


def _saved(request: HttpRequest, part: Part, form: Form) -> bool:
    said = form.cleaned_data
    try:
        change_part(by=request.user, part=part, version=said["version"], title=said["title"])
    except Changed as changed:
        form.show_clash(changed, {"title": changed.now.title})
    except Trouble as trouble:
        form.add_error("title", str(trouble))
    else:
        return True
    return False
