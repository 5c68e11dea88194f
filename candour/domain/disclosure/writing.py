"""The source in its TOML shape again: what `read_source` reads. What is as usual is left out."""

from __future__ import annotations

from typing import Any

from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.under import Figure, Quotation, Under
from candour.domain.disclosure.words import Audience, Edition


def source_shape(source: Source) -> dict[str, Any]:
    """Keys that were known from the first are always there: a frozen source keeps its hash."""
    return {
        "title": source.title,
        "review_number": source.review_number,
        "invented": source.invented,
        "part": [_part(part) for part in source.parts],
    }


def _part(part: Part) -> dict[str, Any]:
    return {
        "title": part.title,
        "paragraph": [_paragraph(one) for one in part.paragraphs],
        **({"level": part.level} if part.level != 1 else {}),
        **({"titles": {str(edition): title for edition, title in part.titles}} if part.titles else {}),
    }


def _paragraph(one: Paragraph) -> dict[str, Any]:
    editions = [str(edition) for edition in one.editions]
    return {
        "text": one.text,
        "audience": str(one.audience),
        "reason": one.reason,
        "gist": one.gist,
        "rests_on": list(one.rests_on),
        **({"under": [_under(under) for under in one.under]} if one.under else {}),
        **({"editions": editions} if one.editions != (Edition.WHOLE,) else {}),
        **({"wordings": {str(edition): words for edition, words in one.wordings}} if one.wordings else {}),
        **({"phrase_reasons": dict(one.phrase_reasons)} if one.phrase_reasons else {}),
    }


def _under(one: Under) -> dict[str, Any]:
    closing = {"audience": str(one.audience), "reason": one.reason, "gist": one.gist}
    closed = closing if one.audience is Audience.CLOSED else {}
    match one:
        case Quotation():
            return {"kind": "quotation", "text": one.text, "by": one.by, **closed}
        case Figure():
            rows = [list(row) for row in one.rows]
            shape = {"title": one.title, "columns": list(one.columns), "rows": rows, "alt": one.alt}
            return {"kind": "figure", **shape, **closed}
        case _:
            return {"kind": "note", "text": one.text, **closed}
