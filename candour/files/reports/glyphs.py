"""Which letters can our typeface show? One that it cannot is named in words: no reader meets an empty box."""

from __future__ import annotations

import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).with_name("fonts")
"""Liberation Sans, under the SIL Open Font Licence; nothing of the machine's own fonts is used."""

_JOINING = ("Mn", "Me", "Cf")


def shown(text: str) -> str:
    """The text in letters that the typeface has: "🙂" becomes "[slightly smiling face]"."""
    known = _letters()
    return "".join(letter if ord(letter) in known else _in_words(letter) for letter in text)


def _in_words(letter: str) -> str:
    if unicodedata.category(letter) in _JOINING:
        return ""
    return f"[{unicodedata.name(letter, f'letter U+{ord(letter):04X}').lower()}]"


@cache
def _letters() -> frozenset[int]:
    """The letters that both weights have."""
    return frozenset.intersection(*(_mapped(path.read_bytes()) for path in sorted(FONTS.glob("*.ttf"))))


def _mapped(font: bytes) -> frozenset[int]:
    """The code points of a TrueType font's character map, in the one form (4) that every font carries."""
    for n in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * n)
        if tag == b"cmap":
            return _of_form_four(font, offset)
    raise ValueError("the font has no character map")


def _of_form_four(font: bytes, table: int) -> frozenset[int]:
    for n in range(struct.unpack_from(">H", font, table + 2)[0]):
        at = table + struct.unpack_from(">I", font, table + 4 + 8 * n + 4)[0]
        form, _, _, double = struct.unpack_from(">HHHH", font, at)
        if form == 4:
            count = double // 2
            ends = struct.unpack_from(f">{count}H", font, at + 14)
            starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
            return frozenset(
                code
                for first, last in zip(starts, ends, strict=True)
                for code in range(first, last + 1)
                if code != 0xFFFF
            )
    raise ValueError("the font's character map is in no form that is known here")
