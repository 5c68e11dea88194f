"""Identifiers as people write them in notes: days, ages, telephones, NHS numbers with a right check digit.

All made up. Written before the nets that look for them (candour/domain/nets).
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.made_casts import LETTERS, car_plate, post_code


def _day(chance: random.Random) -> str:
    day = date(2001, 1, 1) + timedelta(days=chance.randrange(7000))
    form = chance.choice(
        ("%d/%m/%Y", "%d.%m.%y", "%d %B %Y", "%d %b %Y", "%Y-%m-%d", "%A %d %B %Y", "%d/%m/%y", "%d-%m-%Y")
    )
    return day.strftime(form)


def _nhs(chance: random.Random) -> str:
    while True:
        digits = [chance.randrange(1, 10), *(chance.randrange(10) for _ in range(8))]
        check = 11 - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=True)) % 11
        if check != 10:
            break
    text = "".join(map(str, [*digits, check % 11]))
    return chance.choice((text, f"{text[:3]} {text[3:6]} {text[6:]}", f"{text[:3]}-{text[3:6]}-{text[6:]}"))


def _ni(chance: random.Random) -> str:
    letters = chance.choice("ABCEGHJKLMNPRSTWXYZ") + chance.choice("ABCEGHJKLMNPRSTWXYZ")
    letters = "AB" if letters in ("BG", "GB", "KN", "NK", "NT", "TN", "ZZ") else letters
    pairs = [f"{chance.randrange(100):02d}" for _ in range(3)]
    return chance.choice(("", " ")).join([letters, *pairs, chance.choice("ABCD")])


def _phone(chance: random.Random) -> str:
    tail = f"{chance.randrange(10**6):06d}"
    return chance.choice(
        (
            f"07700 {tail}",
            f"07700{tail}",
            f"01632 {tail}",
            f"+44 7700 {tail}",
            f"(01632) {tail}",
            f"0207 946 0{tail[:3]}",
            f"07700-{tail[:3]}-{tail[3:]}",
        )
    )


def _age(chance: random.Random) -> str:
    forms = (
        *("{n}", "{n} years old", "{n}yrs", "{n} months", "{n}-year-old", "{n}/12", "{n} weeks old"),
        "{n} y/o",
    )
    return chance.choice(forms).format(n=chance.randrange(2, 16))


def _mail(chance: random.Random) -> str:
    name = chance.choice(("duty", "a.jones", "front_desk", "mash-team")) + chance.choice(("", "2"))
    return f"{name}@{chance.choice(('example.org', 'fenshire.example', 'mail.example.co.uk'))}"


def _case(chance: random.Random) -> str:
    slashed = f"{chance.randrange(10, 99)}/{chance.randrange(10**5, 10**6)}/{chance.randrange(2, 20):02d}"
    lettered = "".join(chance.choices(LETTERS, k=2)) + str(chance.randrange(10**5, 10**7))
    return chance.choice((slashed, lettered, f"REF-{chance.randrange(1000, 99999)}"))


def _handle(chance: random.Random) -> str:
    words = (("mad", "its", "the", "real"), ("_", "", "."), ("dog", "lad", "gal"))
    return f"@{''.join(map(chance.choice, words))}{chance.randrange(99)}"


def _spaced(written: str, chance: random.Random) -> str:
    return chance.choice((written, written.lower(), written.replace(" ", "")))


SITES = ("www.example.org/help", "https://fenshire.example/leaflets?id=4", "http://example.com")
IDENTIFIERS: dict[str, Callable[[random.Random], str]] = {
    "day": _day,
    "age": _age,
    "phone": _phone,
    "mail": _mail,
    "code": lambda chance: _spaced(post_code(chance), chance),
    "nhs": _nhs,
    "ni": _ni,
    "plate": lambda chance: _spaced(car_plate(chance), chance),
    "case": _case,
    "web": lambda chance: chance.choice(SITES),
    "at": _handle,
}
