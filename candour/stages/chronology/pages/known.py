"""Who knew what, when: what an agency knew on a day by the returns, and what others held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken_day
from candour.files.pictures.knew import OTHERS, knew_svg
from candour.kernel.reviews.models import Review
from candour.kernel.web.dates_in_forms import DayField
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.knowledge.download_links import download_links
from candour.stages.chronology.knowledge.fences import fence_href, fence_of
from candour.stages.chronology.knowledge.knowing import IN_PICTURE, Knew, knew, rows_to_draw
from candour.stages.chronology.knowledge.said import picture_says, sentences
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.paging import paged
from candour.stages.chronology.seeing.windows import FIRST_YEAR, LAST_YEAR, period_of

ON_A_PHONE = 25
"""Rows of each list on a page: a row is a card there. The pictures' marks lead to fewer."""


class Form(forms.Form):
    agency = forms.ChoiceField(label="Agency")
    on = DayField(label="On", help_text="To the end of that day")
    holder = forms.ChoiceField(label="Beside", required=False)

    def __init__(self, *rest: Any, agencies: Sequence[str], **more: Any) -> None:
        super().__init__(*rest, **more)
        named = [(one, one) for one in agencies]
        self.fields["agency"].choices = named  # type: ignore[attr-defined]
        self.fields["holder"].choices = [("", "All others"), *named]  # type: ignore[attr-defined]

    def clean_holder(self) -> str:
        """Beside itself an agency has nothing: then all others are meant."""
        holder: str = self.cleaned_data["holder"]
        return "" if holder == self.cleaned_data.get("agency") else holder

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if not FIRST_YEAR <= day.year <= LAST_YEAR:
            raise forms.ValidationError(f"Give a day between {FIRST_YEAR} and {LAST_YEAR}.")
        return day


@needs(Can.SEE_CHRONOLOGY, reading="opened_who_knew_what")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", chronology), ("Who knew what", "")),
        "print_words": f"Review {review.written_number}, who knew what, for the review team",
        "without_date": ledger_of(review).held,
    }
    if whole.chronology.entries:
        form = Form(usual(review, whole) | request.GET.dict(), agencies=whole.chronology.agencies)
        said["form"] = form
        if form.is_valid():
            said |= _shown(request, review, whole, form.cleaned_data)
            said["read_as"] = read_as(form)
    return render(request, "stages/chronology/pages/known.html", said)


def usual(review: Review, whole: Whole) -> dict[str, str]:
    """The first agency, in the middle of the period: the page says something at once."""
    period = period_of(review, whole.chronology.entries)
    assert period is not None
    middle = period[0] + (period[1] - period[0]) / 2
    return {"agency": whole.lanes[0].agency, "on": spoken_day(middle)}


def read_as(form: forms.Form) -> str:
    """How the day was read, where it was written in another way."""
    read = spoken_day(form.cleaned_data["on"])
    return "" if read == form.data["on"].strip() else read


def _shown(request: HttpRequest, review: Review, whole: Whole, asked: dict[str, Any]) -> dict[str, Any]:
    viewer: Any = request.user
    agency, on, holder = asked["agency"], asked["on"], asked["holder"]
    opened = fence_of(review, agency, on)
    found = knew(whole, agency, on, holder=holder, fence_open=opened is not None)
    address = reverse("chronology:known", args=[review.in_address])
    query = urlencode({"agency": agency, "on": spoken_day(on)} | ({"holder": holder} if holder else {}))
    on_first_pages = not {"known", "held"} & set(request.GET)
    return {
        "found": found,
        "says": sentences(found),
        "drawing": _draw(found, "" if on_first_pages else f"?{query}"),
        "drawn_known": min(len(found.known), IN_PICTURE),
        "drawn_held": min(len(found.held), IN_PICTURE),
        "known": paged(found.known, request.GET, "known", usually_last=True, a_page=ON_A_PHONE),
        "held": paged(found.held, request.GET, "held", a_page=ON_A_PHONE),
        "events": paged(found.of_events, request.GET, "events", a_page=ON_A_PHONE),
        "later": paged(found.later, request.GET, "later", a_page=ON_A_PHONE),
        "opened": opened,
        "open_href": fence_href(review, agency, on, f"{address}?{query}"),
        "tunnel_href": f"{reverse('chronology:tunnel', args=[review.in_address])}?{query}",
        "downloads": download_links(viewer, review, "chronology:download-known", query),
    }


def _draw(found: Knew, page_of_rows: str) -> SafeString:
    """A mark leads to its row, which stands on the page of rows that is shown where none is asked for."""
    known, elsewhere, first = rows_to_draw(found, f"{page_of_rows}#{{}}".format)
    return mark_safe(
        knew_svg(
            found.agency,
            known,
            elsewhere,
            found.on,
            says=picture_says(found),
            first=first,
            holder=found.holder or OTHERS,
        )
    )
