"""Where the returns are silent: by agency and across all, and of the child being seen and heard."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from candour.domain.access import Can
from candour.domain.chronology.gaps import LIMIT_DAYS, Gap
from candour.files.pictures.silences import SilentLane, silences_svg
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.returns.place import place_in
from candour.stages.chronology.seeing.silent import Silent, silent_in
from candour.stages.chronology.seeing.windows import span_of

MOST_ROWS = 400


class Form(forms.Form):
    days = forms.IntegerField(
        label="Silences of more than this many days",
        min_value=7,
        max_value=3650,
        error_messages={
            "required": "Give a number of days.",
            "invalid": "Give the days as a whole number, such as 60.",
            "min_value": "Give at least 7 days.",
            "max_value": "Give at most 3,650 days: ten years.",
        },
    )


def limit_in(request: HttpRequest) -> tuple[Form, int]:
    """The form, and the limit to go by: 60 days where none was given, or none that can be read."""
    form = Form({"days": request.GET.get("days", str(LIMIT_DAYS))})
    return form, form.cleaned_data["days"] if form.is_valid() else LIMIT_DAYS


@needs(Can.SEE_CHRONOLOGY, reading="opened_silences")
def page(request: HttpRequest, review: Review) -> HttpResponse:
    viewer: Any = request.user
    whole = whole_of(review)
    form, limit = limit_in(request)
    chronology = reverse("chronology:chronology", args=[review.in_address])
    said: dict[str, Any] = {
        "review": review,
        "place": place_in(review, viewer, ("Chronology", chronology), ("Silences", "")),
        "print_words": f"Review {review.written_number}, silences in the chronology, for the review team",
        "form": form,
        "limit": limit,
    }
    if whole.chronology.entries:
        silent = silent_in(review, whole, limit)
        rows = silent.rows[:MOST_ROWS]
        said |= {"silent": silent, "rows": rows, "drawing": _draw(silent, whole, rows)}
        said["csv"] = f"{reverse('chronology:silences-csv', args=[review.in_address])}?" + urlencode(
            {"days": limit}
        )
    return render(request, "stages/chronology/pages/silences.html", said)


def _draw(silent: Silent, whole: Whole, rows: Any) -> SafeString | None:
    start, end = _days(silent, whole)
    if not rows:
        return None
    anchor = {row.gap: f"#{row.anchor}" for row in rows}
    lanes = [SilentLane("Across all returns", None, silent.across)]
    lanes += [SilentLane(lane.agency, lane, silent.of(lane.agency)) for lane in whole.lanes]

    def href(gap: Gap) -> str:
        return anchor.get(gap, "#rows")

    drawn = silences_svg(lanes, start=start, end=end, says=silent.says, period=silent.period, href=href)
    return mark_safe(drawn)


def _days(silent: Silent, whole: Whole) -> tuple[date, date]:
    ends = span_of(whole.chronology.entries)
    assert ends is not None
    period = silent.period or ends
    return min(period[0], ends[0]), max(period[1], ends[1])
