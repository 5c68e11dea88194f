"""Send a workbook of held rows back, with the dates that the agency wrote in it."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions import send_held_rows_back
from candour.stages.chronology.corrections.uploading import OneFileForm
from candour.stages.chronology.returns.place import place_of_return, return_at


class Form(OneFileForm):
    label = "The workbook of held rows"
    help_text = "As it was downloaded here, with dates in its first column."
    required = "Choose the workbook."


@needs(Can.FIX_HELD_ROWS)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    sent = return_at(request, review, pk)
    if not (verdict := may(viewer, Can.FIX_HELD_ROWS, sent)):
        raise PermissionDenied(*verdict.reasons)
    form = Form(typed(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        came = form.cleaned_data["file"]
        try:
            paper = send_held_rows_back(by=viewer, return_=sent, name=came.name, content=came.read())
        except Trouble as trouble:
            form.add_error("file", f"{trouble.what} {trouble.do}")
        else:
            return redirect("chronology:held-rows-sent", review.in_address, pk, paper.pk)
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_return(sent, viewer, ("Send held rows back", "")),
            "title": "Send held rows back",
            "sentence": f"For {sent.name}. The workbook is kept as it came.",
            "follows": [
                "Rows whose date can now be read are placed, all in one step that can be undone.",
                "Rows whose date leaves a doubt stay held, with the reason.",
                "Other cells that were changed are listed and not taken in.",
            ],
            "form": form,
            "button": "Place rows",
        },
    )
