"""A release is withdrawn, with the reason."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import withdraw_release
from candour.stages.report.place import place_of
from candour.stages.report.releasing.way_to_release import release_of


class Form(forms.Form):
    why = forms.CharField(label="Why is it withdrawn?", max_length=400)


@needs(Can.ORDER_RELEASE)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    release = release_of(review)
    if release is None:
        raise Http404
    back = reverse("report:report", args=[review.in_address])
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_release(by=request.user, release=release, why=form.cleaned_data["why"])
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(back)
    return render(
        request,
        "web/confirm.html",
        {
            "form": form,
            "title": "Withdraw the release?",
            "sentence": "The business manager then takes the report off view in the reading room.",
            "follows": ["The release stays in its place, marked, with your reason."],
            "button": "Withdraw the release",
            "back": {"title": "Leave it released", "href": back},
            "place": place_of(review, request.user, "Withdraw the release"),
        },
    )
