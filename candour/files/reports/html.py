"""A view as one web page that stands alone: no script, nothing fetched, all words escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from candour.domain.disclosure import Audience, ShownParagraph, ShownPart, Standing, View
from candour.files.reports.wording import wording_of

_STYLE = Path(__file__).with_name("report.css")


def report_html(view: View, *, mark: str | None = None) -> bytes:
    """The page as UTF-8. `mark`: whose copy it is ("Copy for Lead Reviewer 1"), on a closed report."""
    return ("\n".join(_lines(view, mark)) + "\n").encode("utf-8")


def _lines(view: View, mark: str | None) -> Iterator[str]:
    said = wording_of(view)
    yield "<!doctype html>"
    yield f'<html lang="en-GB" class="{view.audience}">'
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(view.title)}: {escape(said.kind.lower())}</title>"
    yield f"<style>\n{_STYLE.read_text('utf-8').strip()}\n</style>\n</head>\n<body>\n<header>"
    if view.audience is Audience.CLOSED:
        yield f'<p class="closed-mark"><strong>CLOSED</strong> {escape(mark or "")}</p>'
    yield f'<p class="kind">{escape(said.kind)} · {escape(said.number)}</p>'
    yield f"<h1>{escape(view.title)}</h1>"
    yield f'<p class="lead">{escape(said.lead)}</p>'
    if said.invented:
        yield f'<p class="invented">{escape(said.invented)}</p>'
    yield "</header>\n<main>"
    for number, part in enumerate(view.parts, 1):
        yield from _part(number, part)
    yield "</main>\n</body>\n</html>"


def _part(number: int, part: ShownPart) -> Iterator[str]:
    yield f'<section aria-labelledby="part-{number}">'
    yield f'<h2 id="part-{number}">{escape(part.title)}</h2>'
    yield from map(_paragraph, part.paragraphs)
    yield "</section>"


def _paragraph(paragraph: ShownParagraph) -> str:
    """Its number can be linked to: report.html#p35."""
    reason = (
        f'<p class="reason"><strong>Closed</strong> reason: {escape(paragraph.reason)}</p>'
        if paragraph.standing is Standing.CLOSED
        else ""
    )
    return (
        f'<div class="paragraph {paragraph.standing}" id="p{paragraph.number}">'
        f'<span class="number">{paragraph.number}</span>'
        f"<div>{reason}<p>{escape(paragraph.words)}</p></div></div>"
    )
