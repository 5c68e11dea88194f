"""A view as one web page that stands alone: no script, nothing fetched, all words escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from candour.domain.disclosure import (
    Audience,
    ShownParagraph,
    ShownPart,
    ShownUnder,
    Standing,
    UnderKind,
    View,
)
from candour.files.reports.bars import LONGEST, bars_of
from candour.files.reports.wording import caption_of, quoted, reasons_of_phrases, wording_of

_STYLE = Path(__file__).with_name("report.css")


def report_html(view: View, *, mark: str | None = None) -> bytes:
    """The page as UTF-8. `mark`: whose copy it is ("Copy 3, for Lead Reviewer 1"), on a closed report."""
    return ("\n".join(_lines(view, mark)) + "\n").encode("utf-8")


def _lines(view: View, mark: str | None) -> Iterator[str]:
    said = wording_of(view)
    yield "<!doctype html>"
    yield f'<html lang="en-GB" class="{view.audience} {view.edition}">'
    yield '<head>\n<meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{escape(view.title)}: {escape(said.kind.lower())}</title>"
    yield f"<style>\n{_STYLE.read_text('utf-8').strip()}\n</style>\n</head>\n<body>\n<header>"
    if view.audience is Audience.CLOSED:
        yield f'<p class="closed-mark"><strong>CLOSED</strong> {escape(mark or "")}</p>'
    yield f'<p class="kind">{escape(said.kind)} · {escape(said.number)}</p>'
    yield f"<h1>{escape(view.title)}</h1>"
    if said.lead:
        yield f'<p class="lead">{escape(said.lead)}</p>'
    if said.invented:
        yield f'<p class="invented">{escape(said.invented)}</p>'
    yield "</header>\n<main>"
    for number, part in enumerate(view.parts, 1):
        yield from _part(number, part)
    yield "</main>\n</body>\n</html>"


def _part(number: int, part: ShownPart) -> Iterator[str]:
    heading = f"h{part.level + 1}"
    yield f'<section aria-labelledby="part-{number}">'
    yield f'<{heading} id="part-{number}">{escape(part.title)}</{heading}>'
    for paragraph in part.told:
        yield from _paragraph(paragraph)
    yield "</section>"


def _paragraph(paragraph: ShownParagraph) -> Iterator[str]:
    """Its number can be linked to: report.html#p35. A gist of several paragraphs has all their numbers."""
    numbers = range(paragraph.first, paragraph.last + 1) if paragraph.first else [paragraph.number]
    label = f"{numbers[0]}–{numbers[-1]}" if len(numbers) > 1 else str(paragraph.number or "")
    link = f' id="p{paragraph.number}"' if paragraph.number else ""
    more = "".join(f'<span id="p{number}"></span>' for number in numbers[1:])
    standing = Standing.GIST if not paragraph.standing.is_shown else paragraph.standing
    counted = f'<span class="number">{label}</span>' if label else ""
    yield (
        f'<div class="paragraph {standing}{"" if label else " bare"}"{link}>{counted}{more}'
        f"<div>{_reason(paragraph.reason, paragraph.standing)}<p>{escape(paragraph.words)}</p>"
        f"{_closed_words(reasons_of_phrases(paragraph))}"
    )
    for one in paragraph.under:
        yield from _under(one)
    yield "</div></div>"


def _reason(reason: str, standing: Standing) -> str:
    if standing is not Standing.CLOSED:
        return ""
    told = f" reason: {escape(reason)}" if reason else ""
    return f'<p class="reason"><strong>Closed</strong>{told}</p>'


def _closed_words(reasons: str) -> str:
    if not reasons:
        return ""
    return f'<p class="reason after"><strong>Closed words</strong> reason: {escape(reasons)}</p>'


def _under(one: ShownUnder) -> Iterator[str]:
    if not one.standing.is_shown:
        yield f'<p class="under gist">{escape(one.words)}</p>'
        return
    yield f'<div class="under {one.kind} {one.standing}">{_reason(one.reason, one.standing)}'
    match one.kind:
        case UnderKind.QUOTATION:
            by = f"<figcaption>{escape(one.by)}</figcaption>" if one.by else ""
            yield f"<figure><blockquote><p>{escape(quoted(one))}</p></blockquote>{by}</figure>"
        case UnderKind.NOTE:
            yield f"<p>{escape(caption_of(one))}</p>"
        case UnderKind.FIGURE:
            yield from _figure(one)
    yield "</div>"


def _figure(one: ShownUnder) -> Iterator[str]:
    """The bars are the table's own figures drawn, with the sentence that says what they show."""
    yield f"<table><caption>{escape(caption_of(one))}</caption>"
    heads = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in one.columns)
    yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for first, *rest in one.rows:
        cells = "".join(f"<td>{escape(cell)}</td>" for cell in rest)
        yield f'<tr><th scope="row">{escape(first)}</th>{cells}</tr>'
    yield "</tbody></table>"
    if bars := bars_of(one):
        height = 26 * len(bars) + 2
        yield f'<svg role="img" viewBox="0 0 640 {height}" xmlns="http://www.w3.org/2000/svg">'
        yield f"<title>{escape(one.alt)}</title>"
        for n, bar in enumerate(bars):
            top = 26 * n
            yield f'<text x="0" y="{top + 17}">{escape(bar.label)}</text>'
            yield f'<rect x="200" y="{top + 4}" width="{bar.length * 380 // LONGEST}" height="18"/>'
            yield f'<text x="{208 + bar.length * 380 // LONGEST}" y="{top + 17}">{bar.count}</text>'
        yield "</svg>"
    yield f'<p class="alt">{escape(one.alt)}</p>'
