"""What a PDF can draw besides its pages: forms, appearances, patterns, and pages no longer in the list.

Each is laid on a page of its own, in a copy that is never kept, so that the readers of pages can read it
with its own fonts.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf

from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_content import is_content
from candour.files.open_text.pdf_pages import read_pages

_SHEET = [-20000, -20000, 20000, 20000]


def read_drawn(content: bytes, found: OpenFile) -> None:
    """Layers that are switched off and annotations that are hidden are drawn like all others."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        shown = {stream.objgen for page in pdf.pages for stream in _contents(page.obj)}
        fallback = next((page.obj.get("/Resources") for page in pdf.pages if "/Resources" in page.obj), None)
        owners = {stream.objgen: thing for thing in pdf.objects for stream in _contents(thing)}
        drawn = [thing for thing in pdf.objects if _may_draw(thing) and thing.objgen not in shown]
        places = []
        del pdf.pages[:]
        for stream in drawn:
            owner = owners.get(stream.objgen, stream)
            _lay(pdf, stream, stream.get("/Resources", owner.get("/Resources", fallback)))
            places.append(f"object {stream.objgen[0]}, drawn apart from the pages")
        if not drawn:
            return
        if "/AcroForm" in pdf.Root:
            del pdf.Root["/AcroForm"]
        copy = io.BytesIO()
        pdf.save(copy)
    read_pages(copy.getvalue(), found, lambda number: places[number])


def _contents(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    if not isinstance(thing, pikepdf.Dictionary) or str(thing.get("/Type", "")) != "/Page":
        return
    contents = thing.get("/Contents")
    if isinstance(contents, pikepdf.Array):
        yield from (one for one in contents if isinstance(one, pikepdf.Stream))
    elif isinstance(contents, pikepdf.Stream):
        yield contents


def _may_draw(thing: pikepdf.Object) -> bool:
    if not isinstance(thing, pikepdf.Stream) or str(thing.get("/Subtype", "")) == "/Image":
        return False
    if str(thing.get("/Type", "")) in ("/ObjStm", "/XRef", "/Metadata", "/EmbeddedFile"):
        return False
    try:
        return is_content(bytes(thing.read_bytes()))
    except pikepdf.PdfError:
        return False


def _lay(pdf: pikepdf.Pdf, stream: pikepdf.Object, resources: pikepdf.Object | None) -> None:
    page = pikepdf.Dictionary(
        Type=pikepdf.Name.Page,
        MediaBox=pikepdf.Array(_SHEET),
        Contents=pdf.make_stream(bytes(stream.read_bytes())),
        Resources=resources if resources is not None else pikepdf.Dictionary(),
    )
    pdf.pages.append(pikepdf.Page(pdf.make_indirect(page)))
