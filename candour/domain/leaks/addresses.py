"""How an address may be written: its first line, with the usual short forms of a street, and its postcode."""

from __future__ import annotations

import re

from candour.domain.leaks.date_words import NUMBERS
from candour.domain.leaks.folding import fold
from candour.domain.leaks.numbers import squashed

_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)\s*(\d[A-Z]{2})\b", re.I)
_ENDINGS = (
    ("avenue", "ave", "av"),
    ("street", "str", "st"),
    ("road", "rd"),
    ("lane", "ln"),
    ("drive", "drv", "dr"),
    ("close", "cl"),
    ("court", "crt", "ct"),
    ("crescent", "cres", "cresc"),
    ("gardens", "gdns", "gdn"),
    ("grove", "grv", "gr"),
    ("place", "pl"),
    ("square", "sq"),
    ("terrace", "terr", "ter", "tce"),
    ("house", "hse"),
    ("mount", "mt"),
    ("park", "pk"),
)
_WORDS = {number: word for word, number in NUMBERS.items()}
_WITHIN = re.compile(r"^(flat|apartment|apt|unit|room|floor|the flat)?\s*\w{0,4}$", re.I)


def first_lines(address: str) -> list[str]:
    """The first line in its spellings; "Flat 3, 12 Acacia Avenue" counts with and without the flat."""
    lines = [line.strip() for line in re.split(r"[,\n;]", fold(address)) if line.strip()]
    if not lines:
        return []
    found = [lines[0]]
    if _WITHIN.match(lines[0]) and len(lines) > 1:
        found = [f"{lines[0]} {lines[1]}"] + ([lines[1]] if re.search(r"\d", lines[1]) else [])
    found += [turned for line in found for turned in _with_number_elsewhere(line)]
    return list(dict.fromkeys(spelling for line in found for spelling in _with_endings(line)))


def postcodes(address: str) -> list[str]:
    """Every postcode of the address, squashed."""
    return [squashed(match.group()) for match in _POSTCODE.finditer(fold(address))]


def _with_number_elsewhere(line: str) -> list[str]:
    """ "Fourteen Acacia Avenue", "No 14 in Acacia Avenue", and as on the Continent "Acacia Avenue 14"."""
    number, _, street = line.partition(" ")
    if not number.isdigit() or " " not in street:
        return []
    in_words = _in_words(int(number))
    spelt = [f"{no} {number} {joint} {street}" for no in ("no", "number") for joint in ("in", "on", "of")]
    return [f"{street} {number}", *spelt] + ([f"{in_words} {street}"] if in_words else [])


def _in_words(number: int) -> str | None:
    tens, ones = _WORDS.get(number // 10 * 10), _WORDS.get(number % 10)
    return _WORDS.get(number) or (f"{tens} {ones}" if number < 100 and tens and ones else None)


def _with_endings(line: str) -> list[str]:
    """12 Acacia Avenue, 12 Acacia Ave. The rest of the line is left as it is."""
    *before, last = line.split()
    for several in _ENDINGS:
        if before and last.lower().strip(".") in several:
            return [line] + [" ".join([*before, ending]) for ending in several]
    return [line]
