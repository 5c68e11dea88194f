"""Oversight: counts by board and year, and beside them the national series, each with its source."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from candour.domain.tallies import ReportingYear, national_series
from candour.files.pictures.counts import YearCounts, counts_svg
from candour.files.results.spreadsheet_words import neutral
from candour.kernel.web.clock import today
from candour.kernel.web.guard import signed_in
from candour.stages.oversee.national import AFTER, BEFORE, falls, picture
from candour.stages.oversee.reads import (
    BoardCounts,
    Counts,
    boards_counted_for,
    counts_by_board,
    total,
    years_of,
)

KINDS = ("notified", "review", "no review")
NOTICE = "Demonstration. The boards on this page are invented. The national series at the foot is real."
NONE_HERE = "You hold no post that counts are shown to. Ask the business manager of your board."


@signed_in
def page(request: HttpRequest) -> HttpResponse:
    boards = _counted(request)
    years = years_of(boards, today())
    return render(
        request,
        "stages/oversee/pages/oversight.html",
        {
            "notice": NOTICE if settings.DEMONSTRATION else "",
            "boards": boards,
            "rows": [(one, [one.years.get(year, Counts()) for year in years]) for one in boards],
            "years": years,
            "whole": total(one.all_years for one in boards),
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
            numbers = [row.notified, row.reviews, row.no_reviews, row.deaths, row.harm, row.not_known]
            writer.writerow([neutral(str(one.board)), str(year), *numbers, SOURCE, DEFINITION])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="counts.csv"'
    return response


COLUMNS = (
    *("board", "year", "notifications", "reviews", "no_review", "deaths", "harm", "not_yet_known"),
    *("source", "definition"),
)
SOURCE = "this installation's own records"
DEFINITION = "by day of notification, April to March; withdrawn notifications left out"


def _counted(request: HttpRequest) -> list[BoardCounts]:
    viewer: Any = request.user
    if not (boards := boards_counted_for(viewer)):
        raise PermissionDenied(NONE_HERE)
    return counts_by_board(boards)


def _picture(boards: list[BoardCounts], years: list[ReportingYear]) -> str:
    by_year = [total(one.years.get(year, Counts()) for one in boards) for year in years]
    return counts_svg(
        KINDS,
        [
            YearCounts(str(year), (one.notified, one.reviews, one.no_reviews))
            for year, one in zip(years, by_year, strict=True)
        ],
        says="Notifications, decisions to review and decisions not to review, by year.",
    )
