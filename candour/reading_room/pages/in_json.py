"""A report as data: the very words that its pages show, for whoever counts or compares."""

from __future__ import annotations

import json
from typing import Any

from django.forms.models import model_to_dict
from django.http import HttpRequest, HttpResponse

from candour.reading_room.models import Finding, Paragraph, Report
from candour.reading_room.pages.shelf import readable

VERSION = 1
_REPORT = (
    *("review", "title", "board", "method", "regime", "about", "released_on", "invented"),
    *("edition", "corrected", "replaces"),
)
_ANSWER = ("answer", "answer_reason", "answered_on", "dissent", "dissent_by")
_ACTION = ("text", "owner", "due", "strength", "done_on", "effect", "look_on")


@readable
def page(request: HttpRequest, report: Report) -> HttpResponse:
    """The same edition gives the same bytes."""
    shape = {
        "version": VERSION,
        **model_to_dict(report, _REPORT),
        "findings": [_finding(one) for one in report.findings.prefetch_related("actions")],
        "paragraphs": [_paragraph(one) for one in report.paragraphs.select_related("finding")],
    }
    content = json.dumps(shape, ensure_ascii=False, indent=1, sort_keys=True, default=str)
    response = HttpResponse(f"{content}\n", content_type="application/json; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{report.address}-report.json"'
    return response


def _finding(one: Finding) -> dict[str, Any]:
    actions = [model_to_dict(action, _ACTION) for action in one.actions.all()]
    answered = {**model_to_dict(one, _ANSWER), "actions": actions} if one.answer else None
    said = {"number": one.number, "headline": one.headline, "category": one.category}
    return {**said, "questions": one.questions, "answered": answered}


def _paragraph(one: Paragraph) -> dict[str, Any]:
    return {
        "number": one.number,
        "part": one.part,
        "kind": one.kind,
        "text": one.text,
        "under": one.under,
        "finding": one.finding.number if one.finding else None,
    }
