"""Keep the present way of looking at the chronology under a name."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.actions.saved_views import save_view
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.asked import seen_in


class Form(forms.Form):
    name = forms.CharField(
        label="Name of the view",
        max_length=100,
        help_text="Such as “Police, spring 2014”. Everybody on the review team can open it.",
        error_messages={"required": "Give the view a name."},
    )


@needs(Can.SEE_CHRONOLOGY)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    window = seen_in(request.GET, review).window
    chronology = reverse("chronology:chronology", args=[review.in_address])
    form = Form(typed(request))
    if window is None:
        return redirect("chronology:chronology", review.in_address)
    if request.method == "POST" and form.is_valid():
        try:
            save_view(by=viewer, review=review, name=form.cleaned_data["name"], address=window.query)
            return redirect("chronology:views", review.in_address)
        except Trouble as trouble:
            form.add_error("name", f"{trouble.what} {trouble.do}")
    return render(
        request,
        "web/form_page.html",
        {
            "place": place_in(review, viewer, ("Chronology", chronology), ("Save this view", "")),
            "title": "Save this view",
            "sentence": "It keeps the days, the zoom, the lanes and the filters, and no rows: it shows the "
            "chronology as it stands when it is opened.",
            "form": form,
            "button": "Save view",
            "back": {"title": "Back to the chronology", "href": window.href},
        },
    )
