"""What to look for: every item of the register in each spelling that counts, squashed."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.leaks.addresses import first_lines, postcodes
from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.folding import fold, fold_lightly
from candour.domain.leaks.names import Spelling, halves, is_plural_of_its_own, logins, parts_of, readings
from candour.domain.leaks.numbers import number_spellings, squashed
from candour.domain.leaks.register import Person, Register
from candour.domain.leaks.words import words_of

SHORT = 4
"""Under four letters a part of a name counts only with a capital."""
_TURNABLE = 7
_LONG_NUMBER = 8
_FOREIGN = re.compile("[\u0370-\u058f\u10a0-\u10ff\u13a0-\u13ff]")
"""Greek, Cyrillic, Armenian, Georgian, Cherokee: scripts with letters that look like ours."""
_ROT13 = str.maketrans("abcdefghijklmnopqrstuvwxyz", "nopqrstuvwxyzabcdefghijklm")


class Kind(StrEnum):
    """Which spelling of an item a needle is."""

    WHOLE = "whole"
    PART = "part"
    PLURAL = "plural"
    LOGIN = "login"
    TURNED = "turned"
    REVERSED = "reversed"
    ROT13 = "rot13"
    NUMBER = "number"
    FIRST_LINE = "first_line"
    POSTCODE = "postcode"
    ALLOWED = "allowed"


@dataclass(frozen=True, slots=True)
class Needle:
    """`joints` are the places in `letters` where the item itself may have a space.

    `capital`: only with a capital first letter. `single`: one word, so that a word of the format may be
    mistaken for it. `source`: the spelling before squashing.
    """

    item: str
    kind: Kind
    source: str
    letters: str
    joints: frozenset[int]
    capital: bool = False
    single: bool = False


def needles_of(register: Register) -> list[Needle]:
    """Every needle of a register; of several with the same letters for one item, the first stays."""
    return list({(one.item, one.letters): one for one in reversed([*_all_of(register)])}.values())[::-1]


def _all_of(register: Register) -> Iterator[Needle]:
    for n, person in enumerate(register.people):
        yield from _of_person(person, f"people[{n}]")
    for n, phrase in enumerate(register.words):
        yield from _with_disguises(_of_phrase(f"words[{n}]", phrase))
    for n, address in enumerate(register.addresses):
        yield from _of_address(address, f"addresses[{n}]")
    for n, number in enumerate(register.numbers):
        for letters in number_spellings(number):
            yield Needle(f"numbers[{n}]", Kind.NUMBER, number, letters, _everywhere(letters))
        backwards = squashed(number)[::-1]
        if len(backwards) >= _LONG_NUMBER and backwards not in number_spellings(number):
            yield Needle(f"numbers[{n}]", Kind.REVERSED, backwards, backwards, _everywhere(backwards))
    for phrase in register.allow:
        yield _needle("", Kind.ALLOWED, phrase)


def _of_person(person: Person, item: str) -> Iterator[Needle]:
    yield from _of_name(person.name, f"{item}.name", parts=person.parts, every=True)
    for n, alias in enumerate(person.aliases):
        yield from _of_name(alias, f"{item}.aliases[{n}]", parts=person.parts, every=False)


def _of_name(name: str, item: str, *, parts: bool, every: bool) -> Iterator[Needle]:
    """`every`: each part counts. Of an alias ("Little Bear") a part that is an everyday word does not."""
    for reading in readings(name):
        yield from _with_disguises(_of_phrase(item, reading))
        yield from _turned(item, reading) if every else ()
    if not parts:
        return
    for part in parts_of(name):
        if every or part.text.lower() not in everyday_words():
            yield from _of_part(item, part)
    for login in logins(name):
        yield _needle(item, Kind.LOGIN, login)
    for half in halves(name):
        yield _needle(item, Kind.PART, half.text, capital=True)


def _of_phrase(item: str, phrase: str) -> Iterator[Needle]:
    """A name of one short word counts in any case unless it is an everyday word ("May", "Al")."""
    needle = _needle(item, Kind.WHOLE, phrase)
    if needle.single and len(needle.letters) < SHORT:
        yield _needle(item, Kind.WHOLE, phrase, capital=_needs_capital(needle.letters))
        return
    yield needle
    yield from _plurals(item, phrase, capital=needle.single)


def _needs_capital(word: str) -> bool:
    return len(word) < SHORT - 1 or word in everyday_words()


def _of_part(item: str, part: Spelling) -> Iterator[Needle]:
    """`ms` and `dc` are left alone by whoever reads the name; what is left counts, short or long."""
    needle = _needle(item, Kind.PART, part.text)
    short = len(needle.letters) < SHORT
    yield _needle(item, Kind.PART, part.text, capital=short or part.capital)
    if not short:
        yield from _plurals(item, part.text, capital=True)
        yield from _disguised(needle)


def _plurals(item: str, text: str, *, capital: bool) -> Iterator[Needle]:
    """ "The Kowalskis", and a possessive without its apostrophe; not "Williams", nor "Grants" or "Marks"."""
    if not text[-1].isalpha() or text.lower() in everyday_words():
        return
    for ending in ("es",) if text.lower().endswith(("s", "x", "z", "ch", "sh")) else ("s",):
        if not is_plural_of_its_own(words_of(text + ending)):
            yield _needle(item, Kind.PLURAL, text + ending, capital=capital)


def _turned(item: str, reading: str) -> Iterator[Needle]:
    """ "Kowalski, Anna": only as it stands in a list, with something between; parted is judged later."""
    *forenames, surname = reading.split()
    capital = surname.lower() in everyday_words()
    if forenames:
        yield _needle(item, Kind.TURNED, " ".join([surname, *forenames]), capital=capital)
        if len(forenames) > 1:
            yield _needle(item, Kind.TURNED, f"{surname} {forenames[0]}", capital=capital)
            yield _needle(item, Kind.WHOLE, f"{forenames[0]} {surname}")


def _with_disguises(needles: Iterable[Needle]) -> Iterator[Needle]:
    for needle in needles:
        yield needle
        if needle.kind is Kind.WHOLE:
            yield from _disguised(needle)


def _disguised(needle: Needle) -> Iterator[Needle]:
    """Backwards, and ROT13: only for names long enough that no plain word is met by chance."""
    letters = needle.letters
    if len(letters) < _TURNABLE or not letters.isascii() or not letters.isalpha():
        return
    joints = frozenset(len(letters) - joint for joint in needle.joints)
    backwards, rotated = letters[::-1], letters.translate(_ROT13)
    if backwards not in everyday_words() and backwards != letters:
        yield Needle(needle.item, Kind.REVERSED, backwards, backwards, joints, single=needle.single)
    yield Needle(needle.item, Kind.ROT13, rotated, rotated, needle.joints, single=needle.single)


def _of_address(address: str, item: str) -> Iterator[Needle]:
    yield _needle(item, Kind.WHOLE, address)
    for line in first_lines(address):
        yield _needle(item, Kind.FIRST_LINE, line)
    for letters in postcodes(address):
        yield Needle(item, Kind.POSTCODE, letters, letters, _everywhere(letters))


def _needle(item: str, kind: Kind, text: str, *, capital: bool = False) -> Needle:
    words = words_of(fold(text))
    joints = frozenset(words.at[1:])
    return Needle(item, kind, text, words.letters, joints, capital, single=len(text.split()) == 1)


def foreign_needles_of(register: Register) -> list[Needle]:
    """The names in another script, letter for letter: by their looks, capitals and small letters differ."""
    named = [
        (f"people[{n}].name", [person.name, *(one.text for one in parts_of(person.name))])
        for n, person in enumerate(register.people)
    ]
    named += [
        (f"people[{n}].aliases[{k}]", [alias])
        for n, person in enumerate(register.people)
        for k, alias in enumerate(person.aliases)
    ]
    named += [(f"words[{n}]", [words]) for n, words in enumerate(register.words)]
    return [_bare(item, text) for item, texts in named for text in texts if _FOREIGN.search(text)]


def _bare(item: str, text: str) -> Needle:
    words = words_of(fold_lightly(text))
    return Needle(
        item, Kind.WHOLE, text, words.letters, frozenset(words.at[1:]), single=len(text.split()) == 1
    )


def _everywhere(letters: str) -> frozenset[int]:
    return frozenset(range(1, len(letters)))
