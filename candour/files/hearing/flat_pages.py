"""A PDF as bare pages: what is seen on each stays, and all that can run, open, hide or tell of itself goes.

Runs as a program of its own, with a ceiling on its memory and work where the system gives one: foreign code
reads the PDF, and a file may be made to lead it astray. The file comes in; a line of JSON goes out, and after
it the new PDF. It imports nothing of Candour, so it needs to be told no paths.
"""

from __future__ import annotations

import io
import json
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pikepdf

try:
    import resource
except ImportError:  # Windows sets no such ceilings: there only whoever started this program keeps its time
    resource = None  # type: ignore[assignment]

MEMORY = 900 * 2**20
SECONDS = 30
PAGES = 2_000
DEEP = 50
DRAWN = 100_000
LEAST, MOST = 3.0, 14_400.0
"""Points: a side shorter than the first cannot be read, one longer than the second is no page."""
LETS_GO = frozenset(
    "/AF /Alternates /LastModified /Metadata /OC /OPI /PieceInfo /Properties /StructParent /StructParents "
    "/Thumb".split()
)
"""Once the notes are gone nothing of a page can act; these tell of it, hide it or lead out of it."""
_TOLD = {
    "/AA": "things that run by themselves",
    "/OpenAction": "things that run by themselves",
    "/JavaScript": "scripts",
    "/EmbeddedFiles": "attached files",
    "/AF": "attached files",
    "/Collection": "attached files",
    "/XFA": "a form that only its own program shows",
}


def main() -> int:
    _keep_within("RLIMIT_AS", MEMORY, MEMORY)
    _keep_within("RLIMIT_CPU", SECONDS, SECONDS + 1)
    try:
        shapes, left_out, content = _flattened(sys.stdin.buffer.read())
        said: dict[str, Any] = {"pages": shapes, "left_out": left_out}
    except pikepdf.PasswordError:
        said, content = {"why": "it is locked with a password"}, b""
    except (pikepdf.PdfError, ValueError, RuntimeError):
        said, content = {"why": "it is damaged and cannot be opened as a PDF"}, b""
    except MemoryError:
        said, content = {"why": "it asks for more memory than any paper needs"}, b""
    except _Unfit as unfit:
        said, content = {"why": str(unfit)}, b""
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n" + content)
    return 0


def _keep_within(what: str, soft: int, hard: int) -> None:
    if resource is not None:
        with suppress(AttributeError, OSError, ValueError):
            resource.setrlimit(getattr(resource, what), (soft, hard))


class _Unfit(Exception):
    """The PDF is sound, and still none that can be taken in."""


def _flattened(content: bytes) -> tuple[list[tuple[float, float, str]], list[str], bytes]:
    with pikepdf.open(io.BytesIO(content)) as sent, pikepdf.new() as flat:
        if not len(sent.pages):
            raise _Unfit("it has no page")
        if len(sent.pages) > PAGES:
            raise _Unfit(f"it has more than {PAGES} pages")
        left_out = sorted({*_told(sent), *_notes(sent)})
        with suppress(pikepdf.PdfError, RuntimeError, ValueError):
            sent.generate_appearance_streams()
        sent.flatten_annotations("screen")
        shapes = [_take(flat, page) for page in sent.pages]
        flat.remove_unreferenced_resources()
        for thing in flat.objects:
            _let_go(thing)
        out = io.BytesIO()
        flat.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return shapes, left_out, out.getvalue()


def _take(flat: pikepdf.Pdf, page: pikepdf.Page) -> tuple[float, float, str]:
    """One bare page more, as large as the sent one looks; an empty one where it cannot be shown."""
    size = _size(page)
    if size is None:
        flat.add_blank_page(page_size=(595, 842))
        return 595, 842, "it has no size that a page can have"
    flat.add_blank_page(page_size=size)
    try:
        _Drawn().by(page.obj)
        _draw(flat, flat.pages[-1], flat.copy_foreign(page.as_form_xobject()), pikepdf.Rectangle(0, 0, *size))
    except _Endless:
        return (*size, "what is drawn on it never ends")
    except (pikepdf.PdfError, RuntimeError, ValueError, TypeError, KeyError):
        return (*size, "it is damaged")
    return (*size, "")


def _draw(flat: pikepdf.Pdf, bare: pikepdf.Page, drawn: pikepdf.Object, into: pikepdf.Rectangle) -> None:
    """Under a name that is the same each time, so that the same PDF gives the same bytes."""
    name = bare.add_resource(drawn, pikepdf.Name.XObject, pikepdf.Name("/Sent"))
    placed = bare.calc_form_xobject_placement(
        drawn, name, into, invert_transformations=True, allow_shrink=True, allow_expand=True
    )
    bare.obj.Contents = flat.make_stream(placed)


class _Endless(Exception):
    """A drawing that holds itself, or more drawings within drawings than a page can have."""


class _Drawn:
    """How much is drawn when one thing is: a drawing may show others, each of them as often as it likes."""

    def __init__(self) -> None:
        self.known: dict[tuple[int, int], int] = {}
        self.within: list[tuple[int, int]] = []

    def by(self, thing: pikepdf.Object) -> int:
        """One, and what is drawn by all that it shows. Raises _Endless."""
        own = thing.objgen
        if own in self.known and own != (0, 0):
            return self.known[own]
        if (own in self.within and own != (0, 0)) or len(self.within) > DEEP:
            raise _Endless
        self.within.append(own)
        drawing, drawn = _drawing(thing), 1
        for name, inner in _shown(thing):
            drawn += self.by(inner) * max(1, len(re.findall(re.escape(name) + rb"\s+Do\b", drawing)))
            if drawn > DRAWN:
                raise _Endless
        self.within.pop()
        self.known[own] = drawn
        return drawn


def _drawing(thing: pikepdf.Object) -> bytes:
    if isinstance(thing, pikepdf.Stream):
        return bytes(thing.read_bytes())
    content = thing.get("/Contents", pikepdf.Array())
    parts = [*content] if isinstance(content, pikepdf.Array) else [content]
    return b"\n".join(one.read_bytes() for one in parts if isinstance(one, pikepdf.Stream))


def _shown(thing: pikepdf.Object) -> Iterator[tuple[bytes, pikepdf.Object]]:
    """Forms, patterns and letters that are drawings themselves, with the names they are called by."""
    resources = (
        pikepdf.Page(thing).resources if str(thing.get("/Type")) == "/Page" else thing.get("/Resources")
    )
    if not isinstance(resources, pikepdf.Dictionary):
        return
    for kind in ("/XObject", "/Pattern"):
        for name, one in resources.get(kind, pikepdf.Dictionary()).items():
            if isinstance(one, pikepdf.Stream) and str(one.get("/Subtype")) != "/Image":
                yield name.encode(), one
    for _, font in resources.get("/Font", pikepdf.Dictionary()).items():
        letters = font.get("/CharProcs") if isinstance(font, pikepdf.Dictionary) else None
        if isinstance(letters, pikepdf.Dictionary) and "/Resources" in font:
            yield b"", font


def _size(page: pikepdf.Page) -> tuple[float, float] | None:
    """As it is read: cut to its crop box, turned, in points."""
    try:
        left, bottom, right, top = (float(side) for side in page.cropbox)
        unit = float(page.obj.get("/UserUnit", 1))
        turn = int(page.get("/Rotate", 0)) % 360
    except (pikepdf.PdfError, TypeError, ValueError, RuntimeError):
        return None
    width, height = abs(right - left) * unit, abs(top - bottom) * unit
    if not (LEAST <= width <= MOST and LEAST <= height <= MOST):
        return None
    return (height, width) if turn in (90, 270) else (width, height)


def _told(sent: pikepdf.Pdf) -> Iterator[str]:
    """What the file holds besides its pages."""
    root = sent.Root
    for where in (root, root.get("/Names"), root.get("/AcroForm")):
        if isinstance(where, pikepdf.Dictionary):
            yield from (_TOLD[key] for key in where.keys() & _TOLD.keys() if not _is_place(key, where))
    layers = root.get("/OCProperties")
    if isinstance(layers, pikepdf.Dictionary) and _off(layers):
        yield "layers that were switched off: here they are seen"


def _is_place(key: str, where: pikepdf.Dictionary) -> bool:
    """At which page the file opens, which runs nothing: what runs is a dictionary."""
    return key == "/OpenAction" and isinstance(where[key], pikepdf.Array)


def _off(layers: pikepdf.Dictionary) -> bool:
    first = layers.get("/D")
    return isinstance(first, pikepdf.Dictionary) and len(first.get("/OFF", pikepdf.Array())) > 0


def _notes(sent: pikepdf.Pdf) -> Iterator[str]:
    """Things laid over pages that leave nothing to be seen when they are gone."""
    for page in sent.pages:
        if "/AA" in page:
            yield _TOLD["/AA"]
        for note in page.get("/Annots", pikepdf.Array()):
            if not isinstance(note, pikepdf.Dictionary):
                continue
            kind = str(note.get("/Subtype", ""))
            if kind == "/FileAttachment":
                yield "attached files"
            elif kind in ("/Movie", "/Sound", "/Screen", "/RichMedia", "/3D"):
                yield "sound or film"
            elif kind not in ("/Link", "/Widget", "/Popup"):
                yield "notes: what each shows on its page is kept, and what opens from it is not"
            action = note.get("/A")
            if isinstance(action, pikepdf.Dictionary) and str(action.get("/S", "")) == "/JavaScript":
                yield "scripts"


def _let_go(thing: pikepdf.Object, depth: int = 0) -> None:
    """Take off what no page needs to be seen, in this object and in what stands directly in it."""
    inner = thing.stream_dict if isinstance(thing, pikepdf.Stream) else thing
    if isinstance(inner, pikepdf.Dictionary):
        for key in LETS_GO & inner.keys():
            del inner[key]
        if isinstance(inner.get("/Ref"), pikepdf.Dictionary):
            del inner["/Ref"]  # a page of another file, to be fetched
        below = [value for _, value in inner.items()]
    else:
        below = [*inner] if isinstance(inner, pikepdf.Array) else []
    for one in below:
        if isinstance(one, pikepdf.Object) and not one.is_indirect and depth < DEEP:
            _let_go(one, depth + 1)


if __name__ == "__main__":
    sys.exit(main())
