"""Send a corrected return in the place of one that stands, which counts until the new one is read."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions import send_corrected_return
from candour.stages.chronology.corrections.uploading import OneFileForm
from candour.stages.chronology.returns.place import place_of_return, return_at
from candour.stages.chronology.tasks import read_what_came


class Form(OneFileForm):
    label = "The corrected file"
    help_text = "The whole return again, not only the rows that changed."
    required = "Choose the corrected file."


@needs(Can.SEND_RETURN)
def page(request: HttpRequest, review: Review, pk: int) -> HttpResponse:
    viewer: Any = request.user
    earlier = return_at(request, review, pk)
    if not (verdict := may(viewer, Can.SEND_RETURN, earlier)):
        raise PermissionDenied(*verdict.reasons)
    form = Form(typed(request), request.FILES or None)
    if request.method == "POST" and form.is_valid():
        came = form.cleaned_data["file"]
        try:
            sent = send_corrected_return(
                by=viewer, return_=earlier, name=came.name, content=came.read(), received_on=today()
            )
        except Trouble as trouble:
            form.add_error("file", f"{trouble.what} {trouble.do}")
        else:
            read_what_came.enqueue(sent.pk)
            return redirect("chronology:return-changes", review.in_address, sent.pk)
    return render(
        request,
        "web/confirm.html",
        {
            "place": place_of_return(earlier, viewer, ("Send a corrected return", "")),
            "title": "Send a corrected return",
            "sentence": f"It takes the place of {earlier.name}, which counts until the new file is read.",
            "follows": [
                "Rows with the same cells keep their place, their links, marks and evidence.",
                "Answers that people gave to held rows are kept where the row is the same.",
                "What changed is listed, and you can go back to the earlier return.",
                "Both originals are kept.",
            ],
            "form": form,
            "button": "Send corrected return",
        },
    )
