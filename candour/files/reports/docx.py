"""A view as a Word document, part by part: no author, no hour, no revision mark, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
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
from candour.files.reports.word_xml import numbered, paragraph, run, table, words
from candour.files.reports.wording import Wording, caption_of, quoted, reasons_of_phrases, wording_of

_STYLES = Path(__file__).with_name("word") / "styles.xml"
_MADE_ON = (1980, 1, 1, 0, 0, 0)
"""A zip keeps an hour for each part; this is its first."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_STYLE_OF = {Standing.OPEN: "Numbered", Standing.CLOSED: "Closed"}


def report_docx(view: View, *, mark: str | None = None) -> bytes:
    """The document. `mark`: whose copy it is, at the head of each page of a closed one."""
    said = wording_of(view)
    closed = view.audience is Audience.CLOSED
    parts = {
        "[Content_Types].xml": _kinds(closed=closed),
        "_rels/.rels": _links(
            ("officeDocument", _OFFICE, "word/document.xml"),
            ("metadata/core-properties", f"{_PACKAGE}/relationships", "docProps/core.xml"),
        ),
        "docProps/core.xml": _properties(view, said),
        "word/document.xml": _document(view, said, closed=closed),
        "word/styles.xml": _STYLES.read_text("utf-8"),
        "word/settings.xml": f'{_HEAD}<w:settings {_W}><w:themeFontLang w:val="en-GB"/></w:settings>',
        "word/footer1.xml": _footer(said),
        "word/_rels/document.xml.rels": _links(
            ("styles", _OFFICE, "styles.xml"),
            ("settings", _OFFICE, "settings.xml"),
            ("footer", _OFFICE, "footer1.xml"),
            *([("header", _OFFICE, "header1.xml")] if closed else []),
        ),
        **({"word/header1.xml": _header(mark or "")} if closed else {}),
    }
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as document:
        for name, text in parts.items():
            document.writestr(zipfile.ZipInfo(name, _MADE_ON), text.encode("utf-8"), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


def _document(view: View, said: Wording, *, closed: bool) -> str:
    body = "".join(_body(view, said))
    header = '<w:headerReference w:type="default" r:id="rId4"/>' if closed else ""
    return (
        f'{_HEAD}<w:document {_W} xmlns:r="{_OFFICE}"><w:body>{body}<w:sectPr>{header}'
        '<w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1474" w:right="1474" w:bottom="1588" w:left="2155" w:header="737" w:footer="737" '
        'w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


def _body(view: View, said: Wording) -> Iterator[str]:
    yield paragraph("Small", run(f"{said.kind} · {said.number}"))
    yield paragraph("Title", run(view.title))
    if said.lead:
        yield paragraph("Lead", run(said.lead))
    if said.invented:
        yield paragraph("Invented", run(said.invented))
    for part in view.parts:
        yield from _part(part)


def _part(part: ShownPart) -> Iterator[str]:
    yield paragraph(f"Heading{part.level}", run(part.title))
    for one in part.told:
        yield from _paragraph(one)


def _paragraph(one: ShownParagraph) -> Iterator[str]:
    label = f"{one.first}–{one.last}" if one.first else str(one.number or "")
    if one.standing is Standing.CLOSED:
        yield _reason(one.reason)
    yield numbered(_STYLE_OF.get(one.standing, "Gist"), label, one.words)
    if reasons := reasons_of_phrases(one):
        yield _reason(reasons, "Closed words")
    for under in one.under:
        yield from _under(under)


def _reason(reason: str, what: str = "Closed") -> str:
    return paragraph("ClosedReason", run(what, bold=True), run(f" reason: {reason}" if reason else ""))


def _under(one: ShownUnder) -> Iterator[str]:
    if not one.standing.is_shown:
        yield numbered("Gist", "", one.words)
        return
    if one.standing is Standing.CLOSED:
        yield _reason(one.reason)
    match one.kind:
        case UnderKind.QUOTATION:
            yield paragraph("Quote", run(quoted(one)))
            if one.by:
                yield paragraph("QuoteBy", run(one.by))
        case UnderKind.NOTE:
            yield paragraph("Small", run(caption_of(one)))
        case UnderKind.FIGURE:
            yield paragraph("Caption", run(caption_of(one)))
            yield table(one.text, one.alt, one.columns, one.rows)
            yield paragraph("Small", run(one.alt))


def _footer(said: Wording) -> str:
    def field(name: str) -> str:
        return f'<w:fldSimple w:instr="{name}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'

    told = run(f"{said.kind} · {said.number} · Page ") + field("PAGE") + run(" of ") + field("NUMPAGES")
    return f"{_HEAD}<w:ftr {_W}>{paragraph('Small', told)}</w:ftr>"


def _header(mark: str) -> str:
    told = paragraph("Mark", run("CLOSED", bold=True), "<w:r><w:tab/></w:r>", run(mark))
    return f"{_HEAD}<w:hdr {_W}>{told}</w:hdr>"


def _properties(view: View, said: Wording) -> str:
    """The title and the language; who wrote it and when are nobody's business."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{words(view.title)}</dc:title><dc:subject>{words(said.kind)}</dc:subject>"
        "<dc:language>en-GB</dc:language></cp:coreProperties>"
    )


def _kinds(*, closed: bool) -> str:
    parts = {"document": "document.main", "styles": "styles", "settings": "settings", "footer1": "footer"}
    if closed:
        parts["header1"] = "header"
    several = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>'
        for name, kind in parts.items()
    )
    links = "application/vnd.openxmlformats-package.relationships+xml"
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{links}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{several}'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/></Types>'
    )


def _links(*links: tuple[str, str, str]) -> str:
    several = "".join(
        f'<Relationship Id="rId{n}" Type="{space}/{kind}" Target="{target}"/>'
        for n, (kind, space, target) in enumerate(links, 1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{several}</Relationships>'
