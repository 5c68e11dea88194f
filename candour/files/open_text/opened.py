"""What was read of one finished file: pieces of text with their places, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from hashlib import sha256

from candour.domain.leaks import BARRIER, BY_CHANCE, Piece
from candour.domain.leaks.byte_texts import printable, texts_of
from candour.domain.leaks.folding import has_invisible_run
from candour.files.open_text.image_words import words_in

_WARNINGS = 200
NESTED = 4
"""A file in a file in a file in a file is no report."""

LOOKED_AT = frozenset(
    ["96367138dc44ce09bf2c8f0f8e49348a1478d2c5c0af69bbc2bbc38b63cdcead"]
    # the empty page that python-docx puts into docProps/thumbnail.jpeg of every file it makes
)

_PICTURES = (
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"BM", "a bitmap image"),
    (b"II*\0", "a TIFF image"),
    (b"MM\0*", "a TIFF image"),
    (b"RIFF", "a WebP image or a sound"),
    (b"\x00\x00\x01\x00", "an icon"),
    (b"\xd7\xcd\xc6\x9a", "a Windows metafile"),
    (b"\x01\x00\x00\x00", "an enhanced metafile"),
)
_FILES = (
    (b"PK\x03\x04", "a zip file or an Office document"),
    (b"\xd0\xcf\x11\xe0", "an old Office file or an embedded object"),
    (b"%PDF", "a PDF"),
    (b"\x1f\x8b", "a packed file"),
    (b"7z\xbc\xaf", "a packed archive"),
    (b"Rar!", "a packed archive"),
    (b"ID3", "a sound"),
    (b"OggS", "a sound or a film"),
)
_FONTS = (b"\x00\x01\x00\x00", b"OTTO", b"wOFF", b"wOF2", b"ttcf", b"true")


@dataclass(frozen=True, slots=True)
class Unread:
    """A place that could not be read, and why, as the second half of a sentence."""

    where: str
    why: str


@dataclass(slots=True)
class OpenFile:
    """Filled by the readers. `seen`: SHA-256 of images and files that a person has looked at.

    `doubtful`: what may be read as something else than it is; an item of the register there is warned of.
    """

    file: str
    sha256: str | None
    seen: frozenset[str] = frozenset()
    pieces: list[Piece] = field(default_factory=list)
    cannot: list[Unread] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    inside: str = ""
    depth: int = 0
    told: set[str] = field(default_factory=set)
    doubtful: list[Piece] = field(default_factory=list)

    def add(self, piece: Piece) -> None:
        if self.inside:
            piece = replace(piece, where=f"{self.inside}: {piece.where}")
        self.pieces.append(piece)
        if has_invisible_run(piece.text):
            self.warn(f"{piece.where} holds a run of invisible characters, which could hold a message.")

    def doubt(self, piece: Piece) -> None:
        """A figure that would be a day if it were one: as likely a count."""
        where = f"{self.inside}: {piece.where}" if self.inside else piece.where
        self.doubtful.append(replace(piece, where=where, joint=BARRIER if self.doubtful else None))

    def cannot_read(self, where: str, why: str) -> None:
        place = f"{self.inside}: {where}" if self.inside else where
        unread = Unread(place, why)
        if len(self.cannot) < _WARNINGS and unread not in self.cannot:
            self.cannot.append(unread)

    def warn(self, sentence: str) -> None:
        said = f"{self.inside}: {sentence}" if self.inside else sentence
        if said in self.told:
            return
        self.told.add(said)
        if len(self.warnings) < _WARNINGS:
            self.warnings.append(said)
        elif len(self.warnings) == _WARNINGS:
            self.warnings.append("There is more of that kind, which is not listed.")

    def within(self, where: str) -> OpenFile:
        """The same file for a reader of a part of it: all that it finds is told with this place before it."""
        place = f"{self.inside}: {where}" if self.inside else where
        return replace(self, inside=place, depth=self.depth + 1)

    def unread(
        self, where: str, content: bytes, what: str | None = None, *, otherwise: bytes | None = None
    ) -> None:
        """A part that is no text: its printable stretches are searched; a person must look at the rest.

        `otherwise`: the same part by other bytes, as unpacked, whose SHA-256 is as good as that of `content`.
        """
        seal = sha256(content).hexdigest()
        if seal not in LOOKED_AT:
            self._read_beside(where, content)
        if text := printable(content):
            self.add(Piece(where, text, net=True, shortest=BY_CHANCE))
        if otherwise is not None and sha256(otherwise).hexdigest() in self.seen:
            return
        if seal not in self.seen and seal not in LOOKED_AT and seal not in self.told:
            self.told.add(seal)
            name = what or name_of(content) or "a file of a kind that cannot be read here"
            self.cannot_read(where, f"{name}, which no person has looked at (sha256 {seal})")

    def _read_beside(self, where: str, content: bytes) -> None:
        """What an image says in words is read though a person has looked at its picture."""
        for place, said in words_in(content):
            self.warn(f"{where} holds {place}, which nobody sees who looks at it.")
            if behind := name_of(said):
                self.cannot_read(f"{where}, {place}", f"{behind}, which nobody sees who looks at the picture")
            plain = [said.decode("utf-8", "replace"), said.decode("utf-16-le", "ignore")]
            for text in (*plain, *(inner.text for inner in texts_of(said))):
                self.add(Piece(f"{where}, {place}", text, net=True))


def name_of(content: bytes) -> str | None:
    """What these bytes are by how they begin, or None."""
    return next((name for begins, name in (*_PICTURES, *_FILES) if content.startswith(begins)), None)


def is_picture(content: bytes) -> bool:
    return any(content.startswith(begins) for begins, _ in _PICTURES[:8])


def is_font(content: bytes) -> bool:
    return content.startswith(_FONTS)
