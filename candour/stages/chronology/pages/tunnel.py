"""The view from the tunnel: what an agency, or one role in it, could have seen on a day, and no later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.knowledge import Knowledge
from candour.domain.moments.spoken import spoken_day
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.knowledge.download_links import download_links
from candour.stages.chronology.knowledge.fences import fence_href, fence_of
from candour.stages.chronology.knowledge.tunnel_view import IN_PICTURE, roles_by, says_of, seen_from, seen_svg
from candour.stages.chronology.pages import known
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.paging import paged


class Form(known.Form):
    """The agency first: its roles can be chosen from once it has been shown."""

    role = forms.ChoiceField(label="Role", required=False)

    def __init__(self, *rest: Any, agencies: Sequence[str], roles: Sequence[str], **more: Any) -> None:
        super().__init__(*rest, agencies=agencies, **more)
        del self.fields["holder"]
        choices = [("", "The whole agency"), *((one, one) for one in roles)]
        self.fields["role"].choices = choices  # type: ignore[attr-defined]


@needs(Can.SEE_CHRONOLOGY, reading="opened_view_from_tunnel")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", chronology), ("View from the tunnel", "")),
        "print_words": f"Review {review.written_number}, view from the tunnel, for the review team",
    }
    if whole.chronology.entries:
        asked = known.usual(review, whole) | request.GET.dict()
        knowledge = Knowledge(whole.chronology)
        roles = roles_in(asked, knowledge)
        if asked.get("role") and asked["role"] not in roles:  # left from another agency, or a later day
            said["no_role"] = asked.pop("role")
        form = Form(asked, agencies=whole.chronology.agencies, roles=roles)
        said["form"] = form
        if form.is_valid():
            said |= _shown(request, review, knowledge, whole, form.cleaned_data)
            said["read_as"] = known.read_as(form)
    return render(request, "stages/chronology/pages/tunnel.html", said)


def roles_in(asked: Mapping[str, Any], knowledge: Knowledge) -> tuple[str, ...]:
    """The roles of the day that is asked for; where it is no day, the one that was typed is kept."""
    form = known.Form(asked, agencies=knowledge.chronology.agencies)
    if form.is_valid():
        return roles_by(knowledge, form.cleaned_data["agency"], form.cleaned_data["on"])
    return tuple(filter(None, [asked.get("role", "")]))


def _shown(
    request: HttpRequest, review: Review, knowledge: Knowledge, whole: Whole, asked: dict[str, Any]
) -> dict[str, Any]:
    viewer: Any = request.user
    agency, role, on = asked["agency"], asked["role"], asked["on"]
    opened = fence_of(review, agency, on)
    found = seen_from(knowledge, whole, agency, role, on, fence_open=opened is not None)
    asks = {"agency": agency, "on": spoken_day(on)} | ({"role": role} if role else {})
    query = urlencode(asks)
    address = reverse("chronology:tunnel", args=[review.in_address])
    return {
        "found": found,
        "says": says_of(found),
        "drawing": mark_safe(seen_svg(found, whole, f"?{query}" if "seen" in request.GET else "")),
        "drawn": min(len(found.rows), IN_PICTURE),
        "seen": paged(found.rows, request.GET, "seen", usually_last=True),
        "later": paged(found.later, request.GET, "later"),
        "opened": opened,
        "open_href": fence_href(review, agency, on, f"{address}?{query}"),
        "known_href": f"{reverse('chronology:known', args=[review.in_address])}?{query}",
        "downloads": download_links(viewer, review, "chronology:download-tunnel", query),
    }
