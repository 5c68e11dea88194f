"""Which reports are published here? Newest first, narrowed by words, board, year and method."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from candour.reading_room.models import Finding, Paragraph, Report

ON_A_PAGE = 50
MOST_WORDS = 8
MOST_LETTERS = 200
SHOWN_FINDINGS = 4


@dataclass(frozen=True, slots=True)
class Asked:
    """What a reader asked for, as typed into the address or the form."""

    words: str = ""
    board: str = ""
    year: str = ""
    method: str = ""

    @classmethod
    def read(cls, request: HttpRequest) -> Asked:
        # A database cannot look for the character 0, which no keyboard types.
        asked = {name: request.GET.get(name, "").replace("\0", "") for name in cls.__slots__}
        return cls(**{name: words.strip()[:MOST_LETTERS] for name, words in asked.items()})

    @property
    def separate_words(self) -> list[str]:
        return self.words.split()[:MOST_WORDS]

    def __bool__(self) -> bool:
        return any((self.words, self.board, self.year, self.method))


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    published = Report.objects.filter(withdrawn_on=None)
    asked = Asked.read(request)
    found = Paginator(_found(published, asked), ON_A_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "reading_room/reports.html",
        {
            "asked": asked,
            "found": found,
            "rows": [_row(report, asked) for report in found],
            "published": published.count(),
            "boards": _each(published, "board"),
            "methods": _each(published, "method"),
            "years": sorted({str(day.year) for day in _each(published, "released_on")}, reverse=True),
            "withdrawn": Report.objects.exclude(withdrawn_on=None).count(),
            "some_invented": published.filter(invented=True).exists(),
            "query": _query_without_page(request),
        },
    )


def _found(published: QuerySet[Report], asked: Asked) -> QuerySet[Report]:
    if asked.board:
        published = published.filter(board=asked.board)
    if asked.method:
        published = published.filter(method=asked.method)
    if asked.year.isdecimal() and MINYEAR <= int(asked.year) <= MAXYEAR:
        published = published.filter(released_on__year=int(asked.year))
    for word in asked.separate_words:
        published = published.filter(
            Q(title__icontains=word)
            | Q(board__icontains=word)
            | Q(about__icontains=word)
            | Exists(Finding.objects.filter(report=OuterRef("pk"), headline__icontains=word))
            | Exists(Paragraph.objects.filter(report=OuterRef("pk"), text__icontains=word))
        )
    return published


def _row(report: Report, asked: Asked) -> dict[str, object]:
    """A report and the headlines of findings that hold the words; never the words around a match.

    A line cut out of a report, met by a stranger on a search page, may tell more of a child than it
    explains.
    """
    findings = report.findings.all()
    if not asked.separate_words:
        return {"report": report, "findings": len(findings), "holding": []}
    holding = Finding.objects.filter(report=report)
    for word in asked.separate_words:
        holding = holding.filter(
            Q(headline__icontains=word)
            | Exists(Paragraph.objects.filter(finding=OuterRef("pk"), text__icontains=word))
        )
    return {"report": report, "findings": len(findings), "holding": holding[:SHOWN_FINDINGS]}


def _each(published: QuerySet[Report], field: str) -> list[Any]:
    return [one for one in published.order_by(field).values_list(field, flat=True).distinct() if one]


def _query_without_page(request: HttpRequest) -> str:
    query = request.GET.copy()
    query.pop("page", None)
    return query.urlencode()
