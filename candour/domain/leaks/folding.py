"""Text as it is compared: no accents, no invisible characters, every look-alike as the plain letter.

Case is kept, for "only with a capital" must still be seen; so are line breaks, for one may split a name.
"""

from __future__ import annotations

import re
import unicodedata

from candour.domain.leaks.leak import SOFT
from candour.domain.leaks.lookalikes import DECIMALS, LOOKALIKES

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1e\x7f]")
_LINE_BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_TAGS = (0xE0020, 0xE007E)
_INVISIBLE_RUN = re.compile("[\u200b-\u200f\u2060-\u2064\u180e\ufeff\u00ad]{8,}")
_FROM_RIGHT = "\u202e"
_TURNED_ROUND = re.compile(f"{_FROM_RIGHT}([^\u202c\n]*)\u202c?")
_TURNED_OFF = re.compile(".\x08")
_ODD = {
    **LOOKALIKES,
    **DECIMALS,
    **{0xF000 + code: chr(code) for code in range(0x21, 0x7F)},  # letters typed in a font of signs
    0x115F: None,  # Hangul fillers and the Braille blank show nothing and are no marks either
    0x1160: None,
    0x3164: None,
    0xFFA0: None,
    0x2800: None,
    0xFFFC: None,
}


class _Vanishing(dict[int, str | None]):
    """A translation that learns: marks and format characters vanish, all others stay as they are."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        kept = None if unicodedata.category(letter) in ("Mn", "Me", "Cf") else letter
        self[code] = kept
        return kept


_BARE = _Vanishing()
_PLAIN = _Vanishing(_ODD)


def fold(text: str) -> str:
    """The text as it is compared. SOFT joints of the text itself are dropped: only readers may set them."""
    return _folded(text, _PLAIN)


def fold_lightly(text: str) -> str:
    """Accents, case and invisible characters off, but look-alikes left as they are."""
    return _folded(text, _BARE).lower()


def visible(text: str) -> str:
    """The text as it stands, without invisible characters: what a coding (base64, %41) is looked for in."""
    if text.isascii():
        return _without_controls(text)
    kept = (one for one in text if unicodedata.category(one) != "Cf")
    return _without_controls("".join(kept))


def hidden_letters(text: str) -> str:
    """Letters written in characters that no program shows: Unicode's tags and its variation selectors."""
    if text.isascii():
        return ""
    tags = "".join(chr(ord(one) - 0xE0000) for one in text if _TAGS[0] <= ord(one) <= _TAGS[1])
    selectors = bytes(byte for one in text if (byte := _selected(ord(one))) is not None)
    return "\n".join(part for part in (tags, selectors.decode("utf-8", "ignore")) if len(part) > 1)


def overridden(text: str) -> str:
    """What a reader sees where the text orders its letters from right to left; empty where it does not."""
    if _FROM_RIGHT not in text:
        return ""
    return _TURNED_ROUND.sub(lambda match: match[1][::-1], text)


def has_invisible_run(text: str) -> bool:
    """Eight or more invisible characters on end: more than any honest text needs, enough for a letter."""
    return not text.isascii() and bool(_INVISIBLE_RUN.search(text))


def _selected(code: int) -> int | None:
    if 0xFE00 <= code <= 0xFE0F:
        return code - 0xFE00
    return code - 0xE0100 + 16 if 0xE0100 <= code <= 0xE01EF else None


def _folded(text: str, table: _Vanishing) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(table)).translate(table)
    return _without_controls(text)


def _without_controls(text: str) -> str:
    if "\x08" in text:
        text = _TURNED_OFF.sub("", text)
    if "\r" in text or not text.isprintable():
        text = _CONTROLS.sub("", _LINE_BREAKS.sub("\n", text)).replace(SOFT, "")
    return text
