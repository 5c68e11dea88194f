"""Oversight: counts by board and year, and beside them the national series, each with its source."""

from __future__ import annotations

import csv
from io import StringIO
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from candour.domain.tallies import Moved, ReportingYear, national_series
from candour.files.pictures.counts import YearCounts, counts_svg
from candour.files.results.spreadsheet_words import neutral
from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.stages.decide.reads import speaks_for_nation
from candour.stages.oversee.came_of_it import came_of_it
from candour.stages.oversee.files_seen import exchanges
from candour.stages.oversee.national import AFTER, BEFORE, falls, picture
from candour.stages.oversee.reads import (
    BoardCounts,
    Counts,
    boards_counted_for,
    counts_by_board,
    total,
    years_of,
)

KINDS = ("review under the law", "review by another name", "no review")
NOTICE = "Demonstration. The boards on this page are invented. The national series at the foot is real."
NONE_HERE = "You hold no post that counts are shown to. Ask the business manager of your board."


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    viewer: Any = request.user
    boards = _counted(request)
    years = years_of(boards, today())
    whole = total(one.all_years for one in boards)
    return render(
        request,
        "stages/oversee/pages/oversight.html",
        {
            "notice": NOTICE if settings.DEMONSTRATION else "",
            "exchanges": exchanges(viewer),
            "boards": boards,
            "rows": [(one, [one.years.get(year, Counts()) for year in years]) for one in boards],
            "years": years,
            "whole": whole,
            "by_year": [(year, _in_year(boards, year)) for year in years],
            "apart": _apart(whole),
            "moved": _moved(boards, years),
            "moved_before": _moved_before(boards, years),
            "came_of_it": came_of_it(one.board for one in boards),
            "nation": speaks_for_nation(viewer),
            "counts_picture": mark_safe(_picture(boards, years)) if years else "",
            "national_picture": mark_safe(picture()),
            "national": national_series()[0],
            "falls": falls(),
            "before": ReportingYear(BEFORE),
            "after": ReportingYear(AFTER),
        },
    )


@signed_in
def download(request: HttpRequest) -> HttpResponse:
    """The same counts as a csv, with their source and definition."""
    boards = _counted(request)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in boards:
        for year in years_of(boards, today()):
            row = one.years.get(year, Counts())
            numbers = [getattr(row, name) for name, _ in NUMBERS]
            writer.writerow([neutral(str(one.board)), str(year), *numbers, SOURCE, DEFINITION])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="counts.csv"'
    return response


NUMBERS = (
    ("notified", "notifications"),
    ("reviews", "reviews"),
    ("none", "no_review"),
    ("deaths", "deaths"),
    ("harm", "harm"),
    ("not_known", "not_yet_known"),
    ("other_reviews", "reviews_by_another_name"),
    ("undecided", "undecided"),
    ("death_reviews", "deaths_reviews"),
    ("death_other_reviews", "deaths_reviews_by_another_name"),
    ("death_none", "deaths_no_review"),
    ("harm_reviews", "harm_reviews"),
    ("harm_other_reviews", "harm_reviews_by_another_name"),
    ("harm_none", "harm_no_review"),
)
COLUMNS = ("board", "year", *(title for _, title in NUMBERS), "source", "definition")
SOURCE = "this installation's own records"
DEFINITION = "by day of notification, April to March; withdrawn notifications left out"


def _counted(request: HttpRequest) -> list[BoardCounts]:
    viewer: Any = request.user
    if not (boards := boards_counted_for(viewer)):
        raise PermissionDenied(NONE_HERE)
    return counts_by_board(boards)


def _picture(boards: list[BoardCounts], years: list[ReportingYear]) -> str:
    return counts_svg(
        KINDS,
        [
            YearCounts(str(year), (one.reviews, one.other_reviews, one.none))
            for year in years
            for one in [_in_year(boards, year)]
        ],
        says="Decisions by year: reviews under the law, reviews by another name, and none.",
    )


def _apart(whole: Counts) -> list[tuple[str, tuple[int, ...]]]:
    """Deaths and serious harm apart: notified, under the law, by another name, none, and undecided."""
    found = []
    for title, notified, begins in (("Death", whole.deaths, "death"), ("Serious harm", whole.harm, "harm")):
        by = [getattr(whole, f"{begins}_{kind}") for kind in ("reviews", "other_reviews", "none")]
        found.append((title, (notified, *by, notified - sum(by))))
    return found


def _moved(boards: list[BoardCounts], years: list[ReportingYear]) -> dict[str, Any] | None:
    """The last two whole years beside each other. The year that runs is not compared: it is not over."""
    if len(years) < 3:
        return None
    return _beside(boards, years[-3], years[-2])


def _moved_before(boards: list[BoardCounts], years: list[ReportingYear]) -> list[dict[str, Any]]:
    """Earlier years from one to the next where a fall stands beside a rise by another name."""
    pairs = [_beside(boards, before, after) for before, after in pairwise(years[:-2])]
    return [one for one in pairs if one["counts"].moved]


def _beside(boards: list[BoardCounts], before: ReportingYear, after: ReportingYear) -> dict[str, Any]:
    was, now = _in_year(boards, before), _in_year(boards, after)
    moved = Moved(was.reviews, now.reviews, was.other_reviews, now.other_reviews)
    return {"before": before, "after": after, "counts": moved}


def _in_year(boards: list[BoardCounts], year: ReportingYear) -> Counts:
    return total(one.years.get(year, Counts()) for one in boards)
