"""A published report is taken off view; a line with the reason stays for everybody."""

from __future__ import annotations

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.clock import today
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.chronology.returns.place import place_in
from candour.stages.learn.actions import withdraw_publication
from candour.stages.learn.reads import publication_of


class Form(forms.Form):
    why = forms.CharField(
        label="Why is it withdrawn?", help_text="Everybody reads this sentence.", max_length=400
    )


@needs(Can.PUBLISH)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    publication = publication_of(review)
    if publication is None:
        raise Http404
    back = reverse("learn:publish", args=[review.in_address])
    form = Form(typed(request))
    if request.method == "POST" and form.is_valid():
        why = form.cleaned_data["why"]
        try:
            withdraw_publication(by=request.user, publication=publication, on=today(), why=why)
        except Trouble as trouble:
            form.add_error("why", f"{trouble.what} {trouble.do}")
        else:
            return redirect(back)
    return render(
        request,
        "web/confirm.html",
        {
            "form": form,
            "title": "Withdraw the report from the reading room?",
            "sentence": "Every edition goes off view.",
            "follows": ["A line stays in the reading room: that it was there, the day, and your reason."],
            "button": "Withdraw the report",
            "back": {"title": "Leave it there", "href": back},
            "place": place_in(review, request.user, ("Publish", back), ("Withdraw", "")),
        },
    )
