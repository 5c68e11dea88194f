"""What a PDF's drawing instructions say in letters: strings, comments and pictures drawn in line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from candour.domain.leaks import BARRIER, BY_CHANCE, SOFT, Piece
from candour.files.open_text.opened import OpenFile
from candour.files.open_text.pdf_words import is_format_name

_TEXT_OBJECT = re.compile(rb"(?<![\w/])BT(?![\w])")
_DRAWS = re.compile(rb"(?<![\w/])(?:re|BDC|BMC|Do|cm|BI|scn?|SCN?|rg|gs)(?![\w])")
_TOKEN = re.compile(
    rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\))*+\)"
    rb"|<(?!<)[0-9A-Fa-f\s]*>|%[^\r\n]*|[\[\]]|[A-Za-z'\"*]+",
    re.S,
)
_TOKEN_STRING = re.compile(rb"\((?:[^()\\]|\\.)*+\)", re.S)
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]{3,})")
_MARKED = re.compile(rb"<<((?:[^<>]|<[0-9A-Fa-f\s]*>|<<[^<>]*>>)*)>>\s*(?:BDC|DP)(?!\w)")
_INLINE_IMAGE = re.compile(rb"(?<![\w/])BI\s(?P<keys>.*?)\sID\s(?P<image>.*?)\sEI(?!\w)", re.S)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.S)


def is_content(content: bytes) -> bool:
    """Drawing instructions: text between BT and ET, or the operators that paint and place."""
    if _TEXT_OBJECT.search(content) or _INLINE_IMAGE.search(content):
        return True
    return len(_DRAWS.findall(content[:4096])) > 2


def read_content_stream(content: bytes, where: str, found: OpenFile) -> None:
    """The strings as they stand: letters where the font has ordinary codes, chance letters where not."""
    for number, image in enumerate(_INLINE_IMAGE.finditer(content), 1):
        found.unread(f"{where}, image {number} drawn in line", image["image"], "an image")
    comments: list[str] = []
    bare = _INLINE_IMAGE.sub(b" ", content)
    names = dict.fromkeys(_named(one) for one in _NAME.findall(_TOKEN_STRING.sub(b" ", bare)))
    for n, name in enumerate(name for name in names if len(name) > 2 and not is_format_name(name)):
        found.add(Piece(f"{where}, a name", name, BARRIER if n else None))
    for marked in _MARKED.findall(bare):
        for said in literal_strings(marked):
            found.add(Piece(f"{where}, what is said of a stretch of it", said, net=True))
    for n, (joint, text) in enumerate(_strings(bare, comments)):
        found.add(Piece(where, text, joint if n else None, net=True, shortest=BY_CHANCE))
    if comments:
        found.add(Piece(f"{where}, comments among the drawing", "\n".join(comments)))


def _named(name: bytes) -> str:
    """A name with its own escapes, #51 for Q, read."""
    return re.sub(rb"#([0-9A-Fa-f]{2})", lambda match: bytes.fromhex(match[1].decode()), name).decode(
        "utf-8", "replace"
    )


def literal_strings(content: bytes) -> Iterator[str]:
    """The strings written in PDF syntax anywhere in these bytes."""
    for match in _TOKEN.finditer(content):
        token = match.group()
        if token[:1] in b"(<" and len(token) > 2:
            yield _text(string_bytes(token))


def string_bytes(token: bytes) -> bytes:
    """The bytes that a (literal) or <hexadecimal> string stands for."""
    if token.startswith(b"<"):
        digits = re.sub(rb"\s", b"", token[1:-1])
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    return _ESCAPE.sub(_unescaped, token[1:-1])


def _unescaped(match: re.Match[bytes]) -> bytes:
    said = match[1]
    if said[:1].isdigit():
        return bytes([int(said, 8) & 0xFF])
    return b"" if said in (b"\n", b"\r", b"\r\n") else _ESCAPES.get(said, said)


def _strings(content: bytes, comments: list[str]) -> Iterator[tuple[str, str]]:
    """Strings in order. Those of one array are one line; an operator between two of them starts a new one."""
    inside, joint = False, "\n"
    for match in _TOKEN.finditer(content):
        token = match.group()
        if token in (b"[", b"]"):
            inside = token == b"["
        elif token.startswith(b"%"):
            comments.append(token[1:].decode("latin-1"))
        elif token[:1] in b"(<" and len(token) > 1:
            yield joint, _text(string_bytes(token))
            joint = SOFT
        elif token in (b"Td", b"TD", b"Tm", b"T*", b"'", b'"', b"ET") and not inside:
            joint = "\n"


def _text(said: bytes) -> str:
    """As UTF-16 where it says so or holds a zero at every second place, else one letter a byte."""
    if said.startswith((b"\xfe\xff", b"\xff\xfe")):
        return said.decode("utf-16", "ignore")
    if said.startswith(b"\xef\xbb\xbf"):
        return said.decode("utf-8", "ignore")
    if len(said) > 1 and said[::2].count(0) * 2 >= len(said[::2]):
        return said.decode("utf-16-be", "ignore")
    return said.decode("cp1252", "replace")
