"""What a PDF lacks for those who hear it: tags, title, language, headings in order, alternative text."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf


def faults_of(made: bytes) -> list[str]:
    """Every fault in a sentence; none where there is nothing to say."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        return [*_of_document(pdf), *_of_tree(pdf)]


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    """(role, element) in the order in which the document is read."""
    yield from _below(pdf.Root.StructTreeRoot)


def _of_document(pdf: pikepdf.Pdf) -> Iterator[str]:
    root = pdf.Root
    if "/MarkInfo" not in root or not bool(root.MarkInfo.get("/Marked", False)):
        yield "it is not tagged"
    if "/StructTreeRoot" not in root:
        yield "it has no tree of its structure"
    if str(root.get("/Lang", "")) != "en-GB":
        yield "it does not say its language"
    if not str(pdf.docinfo.get("/Title", "")).strip():
        yield "it has no title"
    if "/ViewerPreferences" not in root or not bool(root.ViewerPreferences.get("/DisplayDocTitle", False)):
        yield "its title is not shown"
    for page in pdf.pages:
        if page.obj.get("/Tabs") not in (None, "/S"):
            yield "a page is not read in the order of its structure"


def _of_tree(pdf: pikepdf.Pdf) -> Iterator[str]:
    if "/StructTreeRoot" not in pdf.Root:
        return
    above, headings = 0, 0
    for role, element in elements(pdf):
        if heading := re.fullmatch(r"/H([1-6])", role):
            level, headings = int(heading[1]), headings + 1
            if level > above + 1:
                yield f"a heading of level {level} follows one of level {above}"
            above = level
        if role == "/Figure" and not str(element.get("/Alt", "")).strip():
            yield "a figure has no alternative text"
        if role == "/Table" and "/TH" not in {inner for inner, _ in _below(element)}:
            yield "a table has no heads of columns"
    if not headings:
        yield "it has no heading"


def _below(element: pikepdf.Object) -> Iterator[tuple[str, pikepdf.Dictionary]]:
    kids = element.get("/K", None)
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield str(kid["/S"]), kid
            yield from _below(kid)
