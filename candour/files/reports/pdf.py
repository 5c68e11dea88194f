"""A view as a tagged PDF (PDF/UA-1), set by typst: every word is passed as data, so none can be a command."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import typst

from candour.domain.disclosure import Audience, Edition, ShownParagraph, ShownUnder, View
from candour.domain.trouble import Trouble
from candour.files.reports.bars import bars_of
from candour.files.reports.glyphs import FONTS, shown
from candour.files.reports.wording import caption_of, quoted, reasons_of_phrases, wording_of

_TEMPLATE = Path(__file__).with_name("template.typ")


def report_pdf(view: View, *, mark: str | None = None) -> bytes:
    """The PDF, the same bytes for the same view. `mark`: whose copy it is, on each page of a closed one.

    Raises Trouble for a seven-minute briefing that is longer than its page.
    """
    made: bytes = typst.compile(
        str(_TEMPLATE),
        root=str(_TEMPLATE.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        sys_inputs={"report": json.dumps(_shape(view, mark))},
        pdf_standards=["ua-1"],
    )
    if view.edition is Edition.BRIEFING:
        _refuse_second_page(made)
    return made


def _refuse_second_page(made: bytes) -> None:
    with pikepdf.open(io.BytesIO(made)) as pdf:
        if len(pdf.pages) > 1:
            raise Trouble(
                f"The seven-minute briefing is one page, and this one is {len(pdf.pages)}.",
                where="the briefing",
                do="Shorten the wordings of its paragraphs.",
            )


def _shape(view: View, mark: str | None) -> dict[str, Any]:
    """What the template reads."""
    said = wording_of(view)
    return {
        "title": shown(view.title),
        "kind": said.kind,
        "number": shown(said.number),
        "lead": said.lead,
        "invented": said.invented,
        "edition": view.edition,
        "closed": view.audience is Audience.CLOSED,
        "mark": shown(mark or ""),
        "parts": [
            {
                "title": shown(part.title),
                "level": part.level,
                "paragraphs": [_paragraph(paragraph) for paragraph in part.told],
            }
            for part in view.parts
        ],
    }


def _paragraph(one: ShownParagraph) -> dict[str, Any]:
    return {
        "number": f"{one.first}–{one.last}" if one.first else str(one.number or ""),
        "standing": one.standing if one.standing.is_shown else "gist",
        "words": shown(one.words),
        "reason": shown(one.reason),
        "phrases": shown(reasons_of_phrases(one)),
        "under": [_under(under) for under in one.under],
    }


def _under(one: ShownUnder) -> dict[str, Any]:
    return {
        "kind": one.kind if one.standing.is_shown else "gist",
        "standing": one.standing,
        "words": shown(quoted(one) if one.kind == "quotation" and one.standing.is_shown else one.words),
        "caption": shown(caption_of(one)),
        "columns": [shown(cell) for cell in one.columns],
        "rows": [[shown(cell) for cell in row] for row in one.rows],
        "bars": [
            {"label": shown(bar.label), "count": bar.count, "length": bar.length} for bar in bars_of(one)
        ],
        "alt": shown(one.alt),
        "reason": shown(one.reason),
    }
