"""A Word document: every part of its package, as XML where it is XML, put to a person where it is not."""

from __future__ import annotations

import re

from candour.domain.leaks import Piece
from candour.domain.leaks.byte_texts import printable
from candour.files.open_text.data_addresses import read_nested
from candour.files.open_text.office_shape import tell_part
from candour.files.open_text.opened import OpenFile, is_font, is_picture
from candour.files.open_text.package_zip import parts, read_around
from candour.files.open_text.word_xml import parsed, read_xml

_XML = re.compile(rb"\s*(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*<")
_EMBEDDED = re.compile(r"(^|/)(embeddings|activeX|ctrlProps|afchunk)(/|\d|\.)|vbaProject|\.bin$", re.I)


def read(content: bytes, found: OpenFile) -> None:
    """Main text, headers, notes, comments, properties, relations, custom XML: no part is skipped."""
    members = dict(parts(content))
    read_around(content, found)
    for name, part in members.items():
        if part:
            read_part(name, part, found)


def read_part(name: str, part: bytes, found: OpenFile) -> None:
    """One part of an Office package, by what is in it."""
    where = name
    tell_part(name, parsed(part) if _looks_like_xml(name, part) else None, found)
    if _EMBEDDED.search(name):
        found.unread(where, part, "an embedded file")
        read_nested(part, where, found)
    elif is_picture(part):
        found.unread(where, part)
    elif _looks_like_xml(name, part):
        read_xml(where, part, found)
    elif is_font(part) or name.endswith(".odttf"):
        found.add(Piece(where, printable(part), net=True))
        found.warn(f"{where} is an embedded font; what its letters look like was not checked.")
    else:
        found.unread(where, part, "an embedded file")


def _looks_like_xml(name: str, part: bytes) -> bool:
    return bool(_XML.match(part)) or name.lower().endswith((".xml", ".rels", ".vml"))
