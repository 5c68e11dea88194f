"""A paragraph as the editor shows it: in pieces, with what stands under it, its editions, its comments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from candour.domain.disclosure import Edition
from candour.domain.identity import Cast
from candour.stages.report.chips import Shown, pieces
from candour.stages.report.models import Paragraph, Under, UnderKind

CALLED = {
    Edition.WHOLE: "whole report",
    Edition.SUMMARY: "executive summary",
    Edition.BRIEFING: "seven-minute briefing",
    Edition.CHILD: "child-friendly version",
    Edition.LETTER: "letter",
}


def source_row(number: int, paragraph: Paragraph, cast: Cast, waiting: Iterable[str]) -> dict[str, Any]:
    """Raises Trouble for a reference that leads nowhere."""
    waits = [] if paragraph.is_closed else list(waiting)
    return {
        "number": number,
        "row": paragraph,
        "text": pieces(paragraph.text, cast, waits, paragraph.phrases),
        "gist": pieces(paragraph.gist, cast, waiting),
        "entries": paragraph.rests_on.all(),
        "under": [under_row(one, cast, waits) for one in paragraph.under.all() if not one.withdrawn_at],
        "editions": [words for one, words in CALLED.items() if one in paragraph.editions],
        "told_as": [
            (CALLED[Edition(word)], pieces(words, cast, waits)) for word, words in paragraph.told_as.items()
        ],
        "waiting_comments": sum(one.settled_at is None for one in paragraph.comments.all()),
    }


def under_row(under: Under, cast: Cast, waiting: Iterable[str]) -> dict[str, Any]:
    waits = [] if under.is_closed else list(waiting)

    def shown(text: str) -> list[Shown]:
        return pieces(text, cast, waits)

    return {
        "row": under,
        "is_figure": under.kind == UnderKind.FIGURE,
        "text": shown(under.text),
        "said_by": shown(under.said_by),
        "columns": [shown(cell) for cell in under.columns],
        "rows": [[shown(cell) for cell in row] for row in under.rows],
        "alt": shown(under.alt),
        "gist": pieces(under.gist, cast, waiting),
    }
