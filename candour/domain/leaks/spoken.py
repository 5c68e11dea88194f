"""Numbers in words, as they are read out: "nine four three", "ninety-four", "nine hundred and six"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from candour.domain.leaks.date_words import NUMBERS

_NONE = ("zero", "oh", "nought", "nil")
_TIMES = {"double": 2, "treble": 3, "triple": 3}
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_OTHERS = (
    "null eins zwei drei vier funf sechs sieben acht neun",
    "zero un deux trois quatre cinq six sept huit neuf",
    "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "zero uno due tre quattro cinque sei sette otto nove",
    "zero um dois tres quatro cinco seis sete oito nove",
    "zero jeden dwa trzy cztery piec szesc siedem osiem dziewiec",
    "zero unu doi trei patru cinci sase sapte opt noua",
    "dim un dau tri pedwar pump chwech saith wyth naw",
    "sifir bir iki uc dort bes alti yedi sekiz dokuz",
    "eber kow laba saddex afar shan lix toddoba siddeed sagaal",
    "ноль один два три четыре пять шесть семь восемь девять",
)
"""From nought to nine in the languages of months, without their accents."""
_DIGITS = {word: n for line in _OTHERS for n, word in enumerate(line.split())} | dict.fromkeys(_NONE, 0)
_WORDS = sorted({*NUMBERS, *_DIGITS, *_TIMES, *_SCALES}, key=len, reverse=True)
_ONE = rf"(?:{'|'.join(_WORDS)}|\d{{1,10}})\b"
_SPOKEN = re.compile(rf"\b{_ONE}(?:[\s,./\-–]+(?:and\s+)?{_ONE}){{3,}}")
_FEW = 3
"""Of four words and numbers on end, so many must be words."""
_WORD = re.compile(r"[^\W\d_]+|\d+")
_ACCENTED = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_STROKES = str.maketrans("łıđø", "lido")


def spoken_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Where the words of a number begin and end, and its figures."""
    low = _bare(text.lower())
    for match in _SPOKEN.finditer(low):
        words = _WORD.findall(match.group())
        if sum(not word.isdecimal() for word in words if word != "and") >= _FEW:
            yield *match.span(), "".join(_figures(words))


def _bare(low: str) -> str:
    """Without accents, letter for letter."""
    if low.isascii():
        return low
    return _ACCENTED.sub(lambda one: unicodedata.normalize("NFD", one.group())[0], low.translate(_STROKES))


def _figures(words: list[str]) -> Iterator[str]:
    """What is said as one number is one: "ninety four" is 94, "four ninety" is 4 and 90."""
    said, times = list[str](), 1
    for word in words:
        if word in _TIMES:
            times = _TIMES[word]
        elif said and (word == "and" or _goes_on(said, word)):
            said.append(word)
        elif word != "and":
            yield from _number(said)
            said = [word] * times
            times = 1
    yield from _number(said)


def _goes_on(said: list[str], word: str) -> bool:
    last = next((one for one in reversed(said) if one != "and"), "")
    if word in _SCALES:
        return last in _SCALES or last in NUMBERS
    below = 10 if NUMBERS.get(last, 0) >= 20 else _SCALES.get(last, 0)
    return 0 < NUMBERS.get(word, 0) < below


def _number(said: list[str]) -> Iterator[str]:
    total, part = 0, 0
    if len({*said}) == 1 and len(said) > 1:  # double oh
        yield "".join(map(_digit, said))
        return
    if len(said) == 1:
        yield _digit(said[0])
        return
    for word in said:
        if word == "hundred":
            part = (part or 1) * 100
        elif word in _SCALES:
            total, part = total + (part or 1) * _SCALES[word], 0
        else:
            part += NUMBERS.get(word, 0)
    if said:
        yield str(total + part)


def _digit(word: str) -> str:
    if word.isdecimal():
        return word
    return str(_SCALES.get(word) or NUMBERS.get(word) or _DIGITS.get(word, 0))
