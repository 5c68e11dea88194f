"""How a person's name may stand in a text: whole, without its title, and each part of it alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from candour.domain.leaks.words import Words

TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor sir dame lord lady rev reverend fr sr baby master judge justice "
    "hhj cllr councillor sgt insp inspector supt superintendent".split()
)
"""Before a name, not part of it: alone they are no leak."""
_RANKS = frozenset(["PC", "WPC", "DC", "DS", "DI", "DCI", "DSI", "DCS", "PCSO", "SW"])
"""Titles only in capitals: Di is a forename."""
_PARTICLES = frozenset(
    "de da do dos du di del della la le les van von der den ter ten bin binti bint ibn al el ul ur ap ab "
    "ferch of the and y e jr jnr snr junior senior nee née formerly aka alias i ii iii iv".split()
)
"""Between the parts of a name: alone they are no leak."""
_BRACKETED = re.compile(r"[\(\[\"“”‘‹«][^()\[\]\"“”’›»]*[\)\]\"”’›»]")
_EDGES = "()[]{}\"“”‘’‹›«».,;:!?'"
_SPELT_OUT = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
"""Müller is written Mueller where there is no such key."""
_LONG_SURNAME = 6
_HYPHENS = re.compile(r"[-‐‑–]")
_OTHER_NAMES = frozenset(
    "abrahams adams alans andrews anthonys banks bens bills brooks carlos charles collins daniels "
    "davids davies dawns dennis dicks douglas edwards elias evans faiths fields francis gibbons graces "
    "hopes hopkins hughes humphreys isaacs jacobs james jeffreys johns jonas jones joys lewis lucas "
    "marcos marcus marks matthews mays michaels nicholas owens parsons perkins peters phillips richards "
    "rivers roberts robins rogers roses samuels simons stephens stevens summers thomas tobias walters "
    "waters williams wills winters woods".split()
)
"""Names and words of their own that end like the plural of a shorter name."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One word of a name. `capital`: it counts only with a capital."""

    text: str
    capital: bool = False


def readings(name: str) -> Iterator[str]:
    """The whole name as it may be written: as given, without title or bracketed by-name, forename first."""
    plain = _forename_first(name.strip())
    yield plain
    bare = _BRACKETED.sub(" ", plain).split()
    while len(bare) > 1 and _is_title(bare[0]):
        bare = bare[1:]
    if len("".join(bare)) > 2 and " ".join(bare) != plain:
        yield " ".join(bare)
    if (spelt_out := " ".join(bare).translate(_SPELT_OUT)) != " ".join(bare):
        yield spelt_out


def parts_of(name: str) -> Iterator[Spelling]:
    """The surname and each forename; never a title, an initial or a "van"."""
    words = _forename_first(name.strip()).split()
    kept = [word.strip(_EDGES) for word in words if not _is_title(word)] or words
    if len(kept) < 2 and len(words) == len(kept):
        return
    for word in kept:
        if len(word) > 1 and word.lower() not in _PARTICLES and any(one.isalpha() for one in word):
            yield Spelling(word)
            if (spelt_out := word.translate(_SPELT_OUT)) != word:
                yield Spelling(spelt_out)


def halves(name: str) -> Iterator[Spelling]:
    """The halves of a double-barrelled name: people go by one of them, so they count with a capital."""
    for part in parts_of(name):
        several = _HYPHENS.split(part.text)
        if len(several) > 1:
            whole = [half for half in several if len(half) > 2 and half.lower() not in _PARTICLES]
            yield from (Spelling(half, capital=True) for half in whole)


def logins(name: str) -> Iterator[str]:
    """ "akowalski", "kowalskia": what a computer calls its user, in the path of many a file.

    Only for surnames of six letters or more: T. Rain is no train.
    """
    *forenames, surname = [part.text.lower() for part in parts_of(name)] or [""]
    if forenames and len(surname) >= _LONG_SURNAME and surname.isalpha():
        yield forenames[0][0] + surname
        if forenames[0][0] != "s":
            yield surname + forenames[0][0]


def is_plural_of_its_own(words: Words) -> bool:
    """ "Williams" and "Marks" are not the plural of William and Mark."""
    return words.letters in _OTHER_NAMES


def _forename_first(name: str) -> str:
    """ "KOWALSKI, Anna" in a register means Anna Kowalski."""
    surname, comma, forenames = name.partition(",")
    return (
        f"{forenames.strip()} {surname.strip()}"
        if comma and forenames.strip() and "," not in forenames
        else name
    )


def _is_title(word: str) -> bool:
    bare = word.strip(_EDGES)
    return bare.lower() in TITLES or bare in _RANKS
