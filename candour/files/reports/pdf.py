"""A view as a tagged PDF (PDF/UA-1), set by typst: every word is passed as data, so none can be a command."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import typst

from candour.domain.disclosure import Audience, View
from candour.files.reports.glyphs import FONTS, shown
from candour.files.reports.wording import wording_of

_TEMPLATE = Path(__file__).with_name("template.typ")


def report_pdf(view: View, *, mark: str | None = None) -> bytes:
    """The PDF, the same bytes for the same view. `mark`: whose copy it is, on each page of a closed one."""
    made: bytes = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_shape(view, mark))},
        pdf_standards=["ua-1"],
    )
    return made


def _shape(view: View, mark: str | None) -> dict[str, Any]:
    """What the template reads."""
    said = wording_of(view)
    return {
        "title": shown(view.title),
        "kind": said.kind,
        "number": shown(said.number),
        "lead": said.lead,
        "invented": said.invented,
        "closed": view.audience is Audience.CLOSED,
        "mark": shown(mark or ""),
        "parts": [
            {
                "title": shown(part.title),
                "paragraphs": [
                    {
                        "number": paragraph.number,
                        "standing": paragraph.standing,
                        "words": shown(paragraph.words),
                        "reason": shown(paragraph.reason),
                    }
                    for paragraph in part.paragraphs
                ],
            }
            for part in view.parts
        ],
    }
