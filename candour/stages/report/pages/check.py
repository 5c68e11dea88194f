"""The check before release: each finished file, what was found in it, and where."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from candour.domain.access import Can
from candour.files.reports.gate import TWIN
from candour.kernel.access import may
from candour.kernel.reviews.models import Review
from candour.kernel.web.guard import needs
from candour.stages.report.models import Check, Draft, Result
from candour.stages.report.one_source import part_numbers
from candour.stages.report.place import place_of, report_at
from candour.stages.report.reads import waiting_words
from candour.stages.report.releasing.finished_files import title_of
from candour.stages.report.releasing.way_to_release import Way, may_check, newest_way, release_of

LOOK_AGAIN = 3
"""Seconds after which the page of a running check is fetched again."""


@needs(Can.SEE_OPEN_DRAFT)
def page(request: HttpRequest, review: Review) -> HttpResponse:
    report = report_at(request, review)
    way = newest_way(report)
    writes = bool(may(request.user, Can.WRITE_REPORT, review))
    source = bool(may(request.user, Can.SEE_SOURCE, review))
    parts = part_numbers(report) if source else {}
    release = release_of(review)
    response = render(
        request,
        "stages/report/pages/check.html",
        {
            "review": review,
            "way": way,
            "open_files": way.open_files if way else [],
            "rows": [_row(check, review, parts) for check in _in_order(way)] if way else [],
            "twin": _twin(way.checks) if way else "",
            "made_at": way.checks[0].made_at if way and way.checks else None,
            "release": release,
            "ordered": release if release and way and release.draft_id == way.draft.pk else None,
            "words": waiting_words(report) if writes else [],
            "may_write": writes,
            "sees_source": source,
            "may_check": way
            and may(request.user, Can.CHECK_RELEASE, review)
            and may_check(request.user, way),
            "may_order": bool(may(request.user, Can.ORDER_RELEASE, review)),
            "order": _order(review),
            "earlier": Draft.objects.filter(report=report)[1:],
            "place": place_of(review, request.user, "The check"),
            "print_words": f"The check before release, review {review.written_number}",
        },
    )
    if way and way.is_running:
        response["Refresh"] = str(LOOK_AGAIN)
    return response


def _order(review: Review) -> str:
    """Whose order it is: the judge's where one leads the review."""
    return "Judge’s order" if review.seats.current().filter(role="judge").exists() else "Chair’s order"


def _in_order(way: Way) -> list[Check]:
    """The whole report first, as its draft names its files."""
    files = list(way.draft.files)
    place = {file: n for n, file in enumerate(files)}
    return sorted(way.checks, key=lambda one: (place.get(one.file, len(files)), one.file))


def _twin(checks: tuple[Check, ...]) -> str:
    """What came of making the files again with every secret changed: a word of the components."""
    if any(one["where"] == TWIN for check in checks for one in check.found):
        return "leak"
    return "clean" if all(one.result != Result.CANNOT_CHECK for one in checks) else "cannot_check"


def _row(check: Check, review: Review, parts: dict[int, int]) -> dict[str, Any]:
    """A file, its result, and for each thing found the place in it and in the source."""
    found = [
        {**one, "href": _href(review, one, parts), "inside": _inside(one, bool(parts))} for one in check.found
    ]
    count = len(found)
    says = f"{count} leak{'' if count == 1 else 's'}" if check.result == Result.LEAK else ""
    return {"title": title_of(check.file), "check": check, "says": says, "found": found}


def _inside(one: dict[str, Any], source: bool) -> str:
    return f"Go to {one['place']}" if source and one["place"] else ""


def _href(review: Review, one: dict[str, Any], parts: dict[int, int]) -> str:
    paragraph: int | None = one["paragraph"]
    if one["place"].startswith("finding "):
        return reverse(
            "analysis:finding", args=[review.in_address, int(one["place"].removeprefix("finding "))]
        )
    if paragraph not in parts:
        return reverse("report:report", args=[review.in_address])
    return f"{reverse('report:part', args=[review.in_address, parts[paragraph]])}#p{paragraph}"
