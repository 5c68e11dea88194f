"""Somebody, an agency, a place or a thing is put into the cast: first what it is, then what is known."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.kernel.web.idling import typed
from candour.stages.report.actions import keep_cast_member
from candour.stages.report.casting.form import CastForm
from candour.stages.report.casting.shown import GROUPS
from candour.stages.report.models import Kind
from candour.stages.report.place import place_of

FIRST = {"key": "key", "name": "name", "role": "role", "relation": "relation"}
"""What an address may bring along: a suggestion that was confirmed."""


@needs(Can.WRITE_REPORT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    back = reverse("report:cast", args=[review.in_address])
    place = place_of(review, request.user, ("Cast", back), "Add")
    kind = request.GET.get("kind", "")
    data = typed(request)
    if data is None and kind not in Kind.values:
        return render(
            request,
            "stages/report/pages/add_cast_member.html",
            {"review": review, "groups": GROUPS, "place": place, "asked": request.GET.get("key", "")},
        )
    first = {field: request.GET.get(name, "") for name, field in FIRST.items()}
    form = CastForm(data, asks=kind, initial={"version": 1, "kind": kind, **first})
    if request.method == "POST" and form.is_valid():
        try:
            keep_cast_member(by=request.user, review=review, key=form.cleaned_data["key"], **form.said)
        except Trouble as trouble:
            form.add_error(None, f"{trouble.what} {trouble.do}")
        else:
            return redirect(back)
    return render(
        request,
        "web/form_page.html",
        {
            "form": form,
            "title": f"Add to the cast: {Kind(kind).label.lower()}" if kind else "Add to the cast",
            "sentence": "Whoever is in the cast is looked for in the open files under every name given here.",
            "button": "Add to the cast",
            "back": {"title": "Leave without saving", "href": back},
            "place": place,
        },
    )
