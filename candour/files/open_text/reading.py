"""A finished file, whatever it is: told by its content, read by the reader of its format."""

from __future__ import annotations

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from candour.domain.leaks import Piece
from candour.domain.trouble import Trouble
from candour.files.encodings import NotText
from candour.files.kinds import Kind, kind_of
from candour.files.open_text import docx, html, pdf, txt, workbook
from candour.files.open_text.opened import OpenFile, is_picture
from candour.files.unreadable import Unreadable

_TAG = re.compile(rb"<[a-zA-Z!/?][^<>]{0,2000}>")

READERS: dict[Kind, Callable[[bytes, OpenFile], None]] = {
    Kind.TEXT: txt.read,
    Kind.WEB_PAGE: html.read,
    Kind.XML: html.read,
    Kind.DOCX: docx.read,
    Kind.XLSX: workbook.read,
    Kind.PDF: pdf.read,
}


_BY_NAME: dict[str, tuple[Kind, ...]] = {
    ".pdf": (Kind.PDF,),
    ".docx": (Kind.DOCX,),
    ".docm": (),
    ".xlsx": (Kind.XLSX,),
    ".xlsm": (),
    ".html": (Kind.WEB_PAGE, Kind.XML, Kind.TEXT),
    ".htm": (Kind.WEB_PAGE, Kind.XML, Kind.TEXT),
    ".txt": (Kind.TEXT, Kind.BYTES),
}
"""The kinds that a file of this name may be. A file for macros is never one to be published."""
_LARGEST = 100 * 2**20


def read(path: Path, seen: frozenset[str] = frozenset()) -> OpenFile:
    """All that can be read of a file. What cannot be read is listed with its reason, never left out."""
    try:
        content = path.read_bytes()
    except OSError as trouble:
        return could_not_open(path.name, trouble)
    return read_file(path.name, content, seen)


def read_file(name: str, content: bytes, seen: frozenset[str] = frozenset()) -> OpenFile:
    """The same for bytes in hand. The name of the file is read as well: it is published with it."""
    found = OpenFile(name, sha256(content).hexdigest(), seen)
    found.add(Piece("the name of the file", name))
    if len(content) > _LARGEST:
        found.cannot_read("the file", "it is larger than any report")
    elif content:
        read_content(content, found)
    else:
        found.cannot_read("the file", "it is empty")
    return found


def read_content(content: bytes, found: OpenFile) -> None:
    """Read by kind. Any error on the way is a thing that could not be read, not a pass."""
    try:
        _read_by_kind(content, found)
    except Unreadable as why:
        found.cannot_read(why.part or "the file", f"it {why.why}")
    except (NotText, Trouble) as why:
        found.cannot_read("the file", str(why))
    except Exception as error:
        found.cannot_read("the file", f"the reader failed ({type(error).__name__})")


def could_not_open(name: str, trouble: OSError) -> OpenFile:
    """A file that is not there, or may not be opened."""
    found = OpenFile(name, None)
    found.cannot_read("the file", f"it could not be opened ({trouble.strerror or type(trouble).__name__})")
    return found


def _read_by_kind(content: bytes, found: OpenFile) -> None:
    kind = kind_of(content)
    if kind is Kind.BYTES and (shown := txt.without_controls(content)) is not None:
        found.warn("The file holds control characters; it was read as it shows on a screen.")
        txt.read(shown, found)
        return
    _tell_of_name(kind, found)
    reader = READERS.get(kind)
    if reader is None:
        _refuse(kind, content, found)
        return
    reader(content, found)
    if kind is Kind.TEXT and _TAG.search(content):
        html.read(content, found)
    if kind not in (Kind.PDF,) and b"%PDF-" in content:
        found.cannot_read("the file", "it holds a PDF as well as being something else")


def _tell_of_name(kind: Kind, found: OpenFile) -> None:
    """A file that is not what its name says is read by some programs as one thing, by others as another."""
    ending = Path(found.file).suffix.lower()
    if found.depth or ending not in _BY_NAME:
        return
    if kind not in _BY_NAME[ending]:
        found.cannot_read("the file", f"its name says {ending} and it is {kind}")


def _refuse(kind: Kind, content: bytes, found: OpenFile) -> None:
    if kind is Kind.LOCKED:
        found.cannot_read("the file", "it is protected with a password")
    elif is_picture(content):
        found.unread("the file", content)
    else:
        found.unread("the file", content, f"{kind}, a type that this check does not read")
