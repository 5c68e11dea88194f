"""The values of a leak check: a piece of text and its place, and a leak: what was found, how and where."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SOFT = "\x1f"
"""A joint inside one line of text (two runs, two inline tags): what it joins may be one word or two."""


BARRIER = "\n" + "\x1e" * 90 + "\n"
"""A joint between pieces that have nothing to do with each other: no name reaches over it."""


BY_CHANCE = 6
"""Names of fewer letters than this turn up by chance in bytes read as letters."""


class How(StrEnum):
    """How a leak was found, in a word that never changes its meaning."""

    EXACT = "exact"
    FOLDED = "folded"
    HOMOGLYPH = "homoglyph"
    SQUASHED = "squashed"
    SPLIT = "split"
    PART_OF_NAME = "part_of_name"
    PLURAL = "plural"
    TURNED = "turned"
    REVERSED = "reversed"
    ROT13 = "rot13"
    LOOKALIKE_DIGITS = "lookalike_digits"
    INVISIBLE = "invisible"
    DATE_SPELT = "date_spelt"
    NUMBER = "number"
    FIRST_LINE = "first_line"
    POSTCODE = "postcode"
    BASE64 = "base64"
    BASE32 = "base32"
    BASE85 = "base85"
    HEX_CODED = "hex_coded"
    URL_CODED = "url_coded"
    HTML_CODED = "html_coded"
    ESCAPED = "escaped"
    NUMBER_CODED = "number_coded"
    MAIL_CODED = "mail_coded"
    MISREAD = "misread"
    SPELT_OUT = "spelt_out"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text out of a file and its place in words a person can follow; the place never quotes the text.

    `joint` is what stands between this piece and the one before it: None starts a new flow of text, SOFT
    joins two pieces of one line, BARRIER keeps two apart that share a flow only for speed. `keywords` are
    words that the format itself uses here, in lower case: one alone is no name. A leak in a `net` piece
    (a raw second reading) counts only where no other piece shows the same item. Where bytes are read as
    letters short names turn up by chance: those of fewer letters than `shortest` do not count.
    """

    where: str
    text: str
    joint: str | None = None
    keywords: frozenset[str] = frozenset()
    net: bool = False
    shortest: int = 0


@dataclass(frozen=True, slots=True, order=True)
class Leak:
    """One item of the register, seen in one place. `words` is what was read there: shown only when asked."""

    item: str
    how: How
    where: str
    words: str
