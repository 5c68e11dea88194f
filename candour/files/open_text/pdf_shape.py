"""What does a PDF hold beyond what a plain report needs? Each such thing is a warning, and the gate's own no.

A list of what is known to be harmless, not of what is known to be bad: what nobody thought of is named too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from candour.files.open_text.opened import OpenFile

_CATALOGUE = frozenset(
    "Type Version Extensions Pages PageLabels Names Dests ViewerPreferences PageLayout PageMode Outlines "
    "Metadata StructTreeRoot MarkInfo Lang OutputIntents OpenAction".split()
)
_NAMES = frozenset(["Dests"])
_PAGE = frozenset(
    "Type Parent MediaBox CropBox BleedBox TrimBox ArtBox Contents Resources Rotate Group Tabs StructParents "
    "Annots UserUnit".split()
)
_LINK = frozenset("Type Subtype Rect Border BS C A Dest F H P StructParent QuadPoints Contents".split())
_STRUCTURE = frozenset("Type S P Pg K A C ID Lang T Alt R NS".split())
_PROPERTIES = frozenset("Title Author Subject Keywords Creator Producer CreationDate ModDate Trapped".split())
_ACTIONS = frozenset(["/URI", "/GoTo"])
_NOWHERE = frozenset(
    "AA AF Collection DSS EmbeddedFiles JavaScript JS LastModified Legal NeedsRendering Perms PieceInfo "
    "Requirements RichMediaContent SpiderInfo Threads Thumb XFA".split()
)
_OF_THE_FILE = ("/ObjStm", "/XRef")
_METADATA_HOMES = (
    "http://purl.org/dc/", "http://ns.adobe.com/", "http://www.w3.org/", "adobe:ns:meta/", "http://www.aiim.org/",
)  # fmt: skip
_SPACE = re.compile(rb"xmlns:?[\w.\-]*\s*=\s*[\"']([^\"']*)[\"']")
_MEANT = re.compile(rb"<[0-9A-Fa-f\s]+>\s*<([0-9A-Fa-f\s]{13,})>")
"""More than three letters for one sign: a ligature has three at most."""


def tell_shape(pdf: pikepdf.Pdf, found: OpenFile) -> None:
    """Warn of every part that a report of words, tables and links can do without."""
    _tell_keys(pdf.Root, _CATALOGUE, "The catalogue of the PDF", found)
    if isinstance(names := pdf.Root.get("/Names"), pikepdf.Dictionary):
        _tell_keys(names, _NAMES, "The list of names of the PDF", found)
    if isinstance(about := pdf.trailer.get("/Info"), pikepdf.Dictionary):
        _tell_keys(about, _PROPERTIES, "The list of properties of the PDF", found)
    for number, page in enumerate(pdf.pages, 1):
        _tell_keys(page.obj, _PAGE, f"Page {number}", found)
        _tell_not_shown(page, f"Page {number}", found)
    loose = _unreached(pdf)
    for thing in pdf.objects:
        for inner in dictionaries_in(thing):
            _tell_object(thing, inner, found)
        if isinstance(thing, pikepdf.Stream):
            kind = str(thing.get("/Type", ""))
            _tell_stream(thing, f"Object {thing.objgen[0]} of the PDF", kind, found)
    if loose:
        found.warn(f"The PDF holds objects that nothing in it refers to ({len(loose)}).")


def _tell_keys(thing: pikepdf.Object, known: frozenset[str], what: str, found: OpenFile) -> None:
    for key, _ in thing.items():
        if key[1:] not in known:
            found.warn(f"{what} has an entry {key}, which a plain report does not need.")


def _tell_not_shown(page: pikepdf.Page, where: str, found: OpenFile) -> None:
    """Drawings that the page has at hand and does not use."""
    contents = page.obj.get("/Contents", pikepdf.Array())
    streams = [*contents] if isinstance(contents, pikepdf.Array) else [contents]
    try:
        drawing = b"\n".join(one.read_bytes() for one in streams if isinstance(one, pikepdf.Stream))
    except pikepdf.PdfError:
        return
    for name, _ in page.resources.get("/XObject", pikepdf.Dictionary()).items():
        if not re.search(re.escape(name.encode()) + rb"\s+Do\b", drawing):
            found.warn(f"{where} keeps a drawing that it does not show.")
    if re.search(rb"^\s*%[^\r\n]", drawing, re.M):
        found.warn(f"{where} has comments among its drawing.")


def _tell_object(thing: pikepdf.Object, inner: pikepdf.Dictionary, found: OpenFile) -> None:
    where = f"Object {thing.objgen[0]} of the PDF"
    kind, subtype, deed = (str(inner.get(key, "")) for key in ("/Type", "/Subtype", "/S"))
    for key, _ in inner.items():
        if key[1:] in _NOWHERE:
            found.warn(f"{where} has an entry {key}, which a plain report does not need.")
    if kind == "/Annot" and subtype != "/Link":
        found.warn(f"{where} is a note, a field or another thing laid over a page.")
    elif kind == "/Annot":
        _tell_keys(inner, _LINK, where, found)
    if kind == "/StructElem":
        _tell_keys(inner, _STRUCTURE, where, found)
    if subtype == "/Type3":
        found.warn(f"{where} is a font that draws its own letters.")
    for action in _actions(inner, kind, deed):
        found.warn(f"{where} holds an action {action} other than a link.")
    if kind == "/Font" and "/ToUnicode" in inner and not {"/FontDescriptor", "/DescendantFonts"} & {*inner}:
        found.warn(f"{where} is a font of the reader's own that says what its letters mean.")


def dictionaries_in(thing: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """This one and those that stand inside it without a number of their own: a font may do so."""
    waiting: list[object] = [thing]
    while waiting:
        one = waiting.pop()
        inner = one.stream_dict if isinstance(one, pikepdf.Stream) else one
        if isinstance(inner, pikepdf.Dictionary):
            yield inner
        if isinstance(inner, pikepdf.Dictionary | pikepdf.Array):
            waiting += [value for value in _inside(inner) if not _is_elsewhere(value)]


def _is_elsewhere(value: object) -> bool:
    return not isinstance(value, pikepdf.Object) or value.is_indirect


def _actions(inner: pikepdf.Dictionary, kind: str, deed: str) -> Iterator[str]:
    """Also actions that stand in another object, as in a link."""
    if kind == "/Action" and deed not in _ACTIONS:
        yield deed
    for key in ("/A", "/OpenAction"):
        action = inner.get(key)
        if not isinstance(action, pikepdf.Dictionary) or kind == "/StructElem" or "/O" in action:
            continue
        if (deed := str(action.get("/S", "/URI"))) not in _ACTIONS:
            yield deed


def _tell_stream(stream: pikepdf.Stream, where: str, kind: str, found: OpenFile) -> None:
    try:
        content = bytes(stream.read_bytes()) if kind in ("/Metadata", "/CMap", "") else b""
    except pikepdf.PdfError:
        return
    if kind == "/Metadata":
        for space in _SPACE.findall(content):
            if not space.decode("latin-1").startswith(_METADATA_HOMES):
                found.warn(f"{where} holds metadata of a kind that a plain report does not need.")
    elif b"beginbfchar" in content and _MEANT.search(content):
        found.warn(f"{where} says of one letter that it stands for several words' worth of letters.")


def _unreached(pdf: pikepdf.Pdf) -> set[tuple[int, int]]:
    """Objects that no way leads to from the trailer, but for those that only keep the file together."""
    reached, waiting = set[tuple[int, int]](), [pdf.trailer]
    while waiting:
        thing = waiting.pop()
        if thing.is_indirect:
            if thing.objgen in reached:
                continue
            reached.add(thing.objgen)
        waiting += [one for one in _inside(thing) if isinstance(one, pikepdf.Object)]
    return {one.objgen for one in pdf.objects if one.objgen not in reached and not _keeps_together(one, pdf)}


def _inside(thing: pikepdf.Object) -> list[object]:
    if isinstance(thing, pikepdf.Stream):
        return [value for _, value in thing.stream_dict.items()]
    if isinstance(thing, pikepdf.Dictionary):
        return [value for _, value in thing.items()]
    return [*thing] if isinstance(thing, pikepdf.Array) else []


def _keeps_together(thing: pikepdf.Object, pdf: pikepdf.Pdf) -> bool:
    if isinstance(thing, pikepdf.Stream):
        return str(thing.get("/Type", "")) in _OF_THE_FILE or (pdf.is_linearized and "/S" in thing)
    return not isinstance(thing, pikepdf.Dictionary | pikepdf.Array | pikepdf.String) or (
        isinstance(thing, pikepdf.Dictionary) and "/Linearized" in thing
    )
