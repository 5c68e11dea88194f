"""Months, days and years in words, by which the same day may be spelt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from candour.domain.leaks.foreign_months import FOREIGN_MONTHS

_MONTHS = (
    "january jan janv janvier januar janeiro enero ene gennaio gen styczen stycznia ianuarie ionawr "
    "janurary januray stycz leden ledna ocak",
    "february feb febr febuary feburary februar fevrier fevr fev febrero febbraio fevereiro luty lutego "
    "februarie chwefror unor unora subat",
    "march mar marz maerz marzo mars marco marzec marca martie mawrth brezen mart",
    "april apr avril avr abril abr aprile kwiecien kwietnia aprilie ebrill duben nisan",
    "may mai mayo maggio mag maio maj maja kveten mayis",
    "june jun juin juni junio giugno giu junho czerwiec czerwca iunie mehefin cerven haziran",
    "july jul juil juillet juli julio luglio lug julho lipiec lipca iulie gorffennaf gorff cervenec temmuz",
    "august aug aout agosto ago sierpien sierpnia awst srpen agustos agust",
    "september sep sept septembre septiembre settembre set setembro wrzesien wrzesnia septembrie medi "
    "zari eylul septembr",
    "october oct okt octobre oktober octubre ottobre ott outubro out pazdziernik pazdziernika octombrie "
    "hydref hyd rijen ekim octobr",
    "november nov novembre noviembre novembro listopad listopada noiembrie tachwedd tach kasim novembr",
    "december dec dez decembre diciembre dic dicembre dezember dezembro grudzien grudnia decembrie "
    "rhagfyr rhag prosinec aralik decembr",
)
MONTHS: dict[str, int] = FOREIGN_MONTHS | {
    word: number for number, line in enumerate(_MONTHS, 1) for word in line.split()
}
ROMAN_YEAR = r"(?=m)m{1,2}(?:cm|d?c{0,3})(?:x[cl]|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ROMAN_FIGURES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
ROMAN_MONTHS = {word: n for n, word in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}

_ONES = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen".split()
)
_TENS = {
    word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split()
)
NUMBERS: dict[str, int] = {word: n for n, word in enumerate(_ONES, 1)} | _TENS


def _any(words: Iterable[str]) -> str:
    """One of these, the longest first, so that "six" does not stop before "sixteen"."""
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


_GAP = r"[\s,'’\-–]+"
_UNIT = _any(_ONES[:9])
_TWENTY = "(?:twenty|thirty)"
_UP_TO_99 = f"(?:{_any(_TENS)}(?:{_GAP}{_UNIT})?|{_any(_ONES)})"
_HUNDRED = f"hundred{_GAP}(?:and{_GAP})?"
_THOUSAND = f"(?:one{_GAP}thousand{_GAP}nine{_GAP}hundred|two{_GAP}thousand)"
_DAYS = (
    f"{_TWENTY}{_GAP}{_any(_ORDINALS[:9])}",
    _any(_ORDINALS),
    "thirtieth",
    f"{_TWENTY}{_GAP}{_UNIT}",
    _any(_ONES),
    _TWENTY,
)
DAY_IN_WORDS = rf"\b(?:{'|'.join(_DAYS)})\b"
YEAR_IN_WORDS = (
    rf"\b(?:nineteen|twenty){_GAP}(?:{_HUNDRED})?(?:oh?{_GAP})?{_UP_TO_99}\b"
    rf"|\b{_THOUSAND}(?:{_GAP}(?:and{_GAP})?{_UP_TO_99})?\b"
)
_WORD = re.compile(r"[a-z]+")


def day_in_words(text: str) -> int | None:
    """ "twenty-first" is 21; None when the words are no day of a month."""
    total = 0
    for word in _WORD.findall(text):
        if word in _ORDINALS:
            total += _ORDINALS.index(word) + 1
        elif word == "thirtieth":
            total += 30
        elif word in NUMBERS:
            total += NUMBERS[word]
        else:
            return None
    return total or None


def year_in_words(text: str) -> int | None:
    """ "nineteen ninety-nine" is 1999, "two thousand and four" 2004, "twenty ten" 2010."""
    words = [word for word in _WORD.findall(text) if word not in ("and", "hundred", "o", "oh")]
    if words[:2] == ["two", "thousand"]:
        century, rest = 2000, words[2:]
    elif words[:3] == ["one", "thousand", "nine"]:
        century, rest = 1900, words[3:]
    else:
        century, rest = 100 * NUMBERS[words[0]], words[1:]
    return century + sum(NUMBERS[word] for word in rest)


def roman_number(text: str) -> int:
    """ "mmiii" is 2003."""
    figures = [_ROMAN_FIGURES[letter] for letter in text]
    return sum(-one if one < after else one for one, after in zip(figures, [*figures[1:], 0], strict=True))
