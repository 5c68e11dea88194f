"""A paragraph as the editor shows it: in pieces, with what stands under it, its editions, its comments."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from candour.domain.disclosure import Edition
from candour.domain.disclosure.shown import mark_before
from candour.domain.identity import Cast
from candour.stages.report.editing.chips import Shown, pieces
from candour.stages.report.models import Paragraph, Under, UnderKind

CALLED = {
    Edition.WHOLE: "whole report",
    Edition.SUMMARY: "executive summary",
    Edition.BRIEFING: "seven-minute briefing",
    Edition.CHILD: "child-friendly version",
    Edition.LETTER: "letter",
}


def source_rows(
    numbered: Iterable[tuple[int, Paragraph]], cast: Cast, waiting: Iterable[str]
) -> list[dict[str, Any]]:
    """The paragraphs of a part; neighbours with one gist know that it is told once."""
    waits, rows = list(waiting), list[dict[str, Any]]()
    for _, group in groupby(numbered, _gist_of):
        several = [source_row(number, paragraph, cast, waits) for number, paragraph in group]
        if len(several) > 1:
            several[0]["up_to"] = several[-1]["number"]
            for row in several[1:]:
                row["told_with"] = several[0]["number"]
        rows += several
    return rows


def _gist_of(pair: tuple[int, Paragraph]) -> tuple[str, int]:
    number, paragraph = pair
    shared = paragraph.is_closed and number > 0
    return (paragraph.gist, 0) if shared else ("", paragraph.pk)


def source_row(number: int, paragraph: Paragraph, cast: Cast, waiting: Iterable[str]) -> dict[str, Any]:
    """Raises Trouble for a reference that leads nowhere."""
    waits = [] if paragraph.is_closed else list(waiting)
    gist = pieces(paragraph.gist, cast, waiting)
    return {
        "number": number,
        "row": paragraph,
        "mark": mark_before(gist[0].text if gist else ""),
        "text": pieces(paragraph.text, cast, waits, paragraph.phrases),
        "gist": gist,
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
