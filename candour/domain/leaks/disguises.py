"""Names behind another mask than a coding: digits for letters, words for digits or for letters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from candour.domain.leaks.codings import Decoded
from candour.domain.leaks.leak import How
from candour.domain.leaks.spoken import spoken_numbers

_MASKED = re.compile(r"(?<!\w)(?=[\w@$!|]*[A-Za-z])(?=[\w@$!|]*[0134578@$!|])[A-Za-z0-9@$!|]{4,30}")
_LETTERS = str.maketrans("0134578@$!|", "oieastbasil")
_OTHER_LETTERS = str.maketrans("0134578@$!|", "oleastbasll")
_DIGIT_WORDS = {
    **{word: str(n) for n, word in enumerate("zero one two three four five six seven eight nine".split())},
    "oh": "0",
    "nought": "0",
    "nil": "0",
}
_LETTER_WORDS = (
    "alfa alpha bravo charlie delta echo foxtrot golf hotel india juliett juliet kilo lima mike november "
    "oscar papa quebec romeo sierra tango uniform victor whiskey whisky x-ray xray yankee zulu"
).split()
_LETTER = rf"\b(?:{'|'.join([*_LETTER_WORDS, *_DIGIT_WORDS])})\b"
_CALLED = re.compile(rf"{_LETTER}(?:[\s,./\-–]+{_LETTER}){{3,}}", re.IGNORECASE)
"""The alphabet of the telephone, and the figures between: a postcode is read out so."""
_MISTYPED = re.compile(r"(?<![^\W_])(?=[OolI|]*\d)\d*[OolI|][\dOolI|]*(?![^\W_])")
_NUMBER_ROW = re.compile(r"(?<![\w])(?=[OolI|\s.\-/()]*\d)[\dOolI|][\dOolI|\s.\-/()]{3,40}")
_DIGITS = str.maketrans("OolI|", "00111")
_ROT13 = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "nopqrstuvwxyzabcdefghijklmNOPQRSTUVWXYZABCDEFGHIJKLM",
)
_PARTNERS = 60
_PREFIX = 12


def disguises(text: str, names: frozenset[str], tokens: Iterable[str]) -> Iterator[Decoded]:
    """Each mask taken off, with the place it was found at. `names`: only words that turn into one of them.

    `tokens`: the words of the text, each once, so that a text without a mask is seen to be one quickly.
    """
    if any(_is_masked_name(match.group(), names) for match in _MASKED.finditer("\n".join(tokens))):
        yield from _digits_for_letters(text, names)
    if any(map(_MISTYPED.search, tokens)):
        yield from _letters_for_digits(text)
    low = text.lower()
    if "ſ" in text:
        yield Decoded(How.HOMOGLYPH, text.index("ſ"), text.replace("ſ", "s"), before=text.replace("ſ", "f"))
    if "rot13" in low or "rot-13" in low:
        yield Decoded(How.ROT13, low.index("rot"), text.translate(_ROT13), before=text)
    if sum(word in low for word in _LETTER_WORDS) > 1:
        for match in _CALLED.finditer(text):
            called = re.findall(_LETTER, match.group().lower())
            letters = "".join(_DIGIT_WORDS.get(word, word[0]) for word in called)
            yield Decoded(How.SPELT_OUT, match.start(), letters)
    for start, _, figures in spoken_numbers(text):
        before = _before(text, start)
        yield Decoded(How.NUMBER, start, f"{before}{figures}", before=before)


def _letters_for_digits(text: str) -> Iterator[Decoded]:
    """ "943 476 59l9": O for a nought and l for a one, in the midst of a number."""
    for match in _NUMBER_ROW.finditer(text):
        if not match.group().replace(" ", "").isdecimal():
            before = _before(text, match.start())
            meant = before + match.group().translate(_DIGITS)
            yield Decoded(How.LOOKALIKE_DIGITS, match.start(), meant, before=before + match.group())


def _before(text: str, place: int) -> str:
    """The letters that a number may begin with: CR/2014/00873."""
    return text[max(text.rfind("\n", 0, place) + 1, place - _PREFIX, 0) : place]


def _is_masked_name(word: str, names: frozenset[str]) -> bool:
    return any(word.translate(table).lower().rstrip("s") in names for table in (_LETTERS, _OTHER_LETTERS))


def _digits_for_letters(text: str, names: frozenset[str]) -> Iterator[Decoded]:
    """ "K0walsk1" and its neighbours, 1 read as i and as l."""
    for match in _MASKED.finditer(text):
        for table in (_LETTERS, _OTHER_LETTERS):
            if match.group().translate(table).lower().rstrip("s") in names:
                stretch = text[max(match.start() - _PARTNERS, 0) : match.end() + _PARTNERS]
                yield Decoded(How.LOOKALIKE_DIGITS, match.start(), _unmasked(stretch, table), before=stretch)
                break


def _unmasked(text: str, table: dict[int, int]) -> str:
    return _MASKED.sub(lambda match: match.group().translate(table), text)
