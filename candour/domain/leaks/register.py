"""What an open file must not hold, read from the register's JSON shape with an error for every slip.

A typo in a key would silently search for nothing, so a key that is not known is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from candour.domain.trouble import Trouble

KEYS = ("people", "addresses", "dates", "numbers", "words", "allow", "seen_images")
_PERSON = ("name", "aliases", "parts")
_SEEN = ("sha256", "by", "on")
_LOOK = "See docs/reference/check-open.md for the shape."
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Person:
    """`parts`: the surname and each forename alone are leaks too."""

    name: str
    aliases: tuple[str, ...] = ()
    parts: bool = True


@dataclass(frozen=True, slots=True)
class SeenImage:
    """An image that a person has looked at: its hash, who looked, and the day."""

    sha256: str
    by: str = ""
    on: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """`allow` holds phrases that are not leaks; everything else but `seen_images` must not be found."""

    people: tuple[Person, ...] = ()
    addresses: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    numbers: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    seen_images: tuple[SeenImage, ...] = field(default=())

    @property
    def seen(self) -> frozenset[str]:
        """Only what somebody says to have looked at, on a day."""
        return frozenset(one.sha256 for one in self.seen_images if one.by.strip() and one.on.strip())


def read(shape: Any, *, where: str | None = None) -> Register:
    """The register of a JSON document. Raises Trouble: a shape that is not one, or nothing to find."""
    top = _mapping(shape, "The register", KEYS, where)
    register = Register(
        people=tuple(
            _person(one, f"people[{n}]", where) for n, one in enumerate(_list(top, "people", where))
        ),
        addresses=_texts(top, "addresses", where),
        dates=tuple(_day(one, f"dates[{n}]", where) for n, one in enumerate(_texts(top, "dates", where))),
        numbers=_texts(top, "numbers", where),
        words=_texts(top, "words", where),
        allow=_texts(top, "allow", where),
        seen_images=tuple(
            _seen(one, f"seen_images[{n}]", where) for n, one in enumerate(_list(top, "seen_images", where))
        ),
    )
    if not any((register.people, register.addresses, register.dates, register.numbers, register.words)):
        raise Trouble(
            "The register is empty, so the check could find nothing.",
            where=where,
            do="Put people, addresses, dates, numbers or words in it.",
        )
    return register


def _person(shape: Any, name: str, where: str | None) -> Person:
    person = _mapping(shape, f"{name} of the register", _PERSON, where)
    parts = person.get("parts", True)
    if not isinstance(parts, bool):
        raise _slip(f"{name}.parts of the register is not true or false.", where)
    if "name" not in person:
        raise _slip(f"{name} of the register has no name.", where)
    return Person(
        name=_text(person["name"], f"{name}.name", where),
        aliases=_texts(person, "aliases", where, before=f"{name}."),
        parts=parts,
    )


def _seen(shape: Any, name: str, where: str | None) -> SeenImage:
    image = _mapping(shape, f"{name} of the register", _SEEN, where)
    sha256 = str(image.get("sha256", "")).strip().lower()
    if not _SHA256.fullmatch(sha256):
        raise _slip(f"{name}.sha256 of the register is not a SHA-256 of 64 hexadecimal digits.", where)
    for key in ("by", "on"):
        if not isinstance(image.get(key), str) or not image[key].strip():
            raise _slip(f"{name} of the register does not say {'who' if key == 'by' else 'when'}.", where)
    return SeenImage(sha256, image["by"], image["on"])


def _day(text: str, name: str, where: str | None) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text.strip()):
            raise ValueError
        return date.fromisoformat(text.strip())
    except ValueError:
        raise Trouble(
            f"{name} of the register is not a day.", where=where, do="Write it like 1999-07-14."
        ) from None


def _mapping(shape: Any, name: str, known: Iterable[str], where: str | None) -> Mapping[str, Any]:
    if not isinstance(shape, Mapping):
        raise _slip(f"{name} is not an object with keys.", where)
    for key in shape:
        if key not in known:
            raise Trouble(
                f"{name} has a key that is not known: “{key}”.",
                where=where,
                do=f"The keys are: {', '.join(known)}.",
            )
    return shape


def _list(top: Mapping[str, Any], key: str, where: str | None, before: str = "") -> list[Any]:
    value = top.get(key, [])
    if not isinstance(value, list):
        raise _slip(f"{before}{key} of the register is not a list.", where)
    return value


def _texts(top: Mapping[str, Any], key: str, where: str | None, before: str = "") -> tuple[str, ...]:
    several = _list(top, key, where, before)
    return tuple(_text(one, f"{before}{key}[{n}]", where) for n, one in enumerate(several))


def _text(value: Any, name: str, where: str | None) -> str:
    """An item with no letter and no digit could never be found, and so would pass unseen."""
    if not isinstance(value, str):
        raise _slip(f"{name} of the register is not text.", where)
    if not any(letter.isalnum() for letter in value):
        raise _slip(f"{name} of the register holds no letter and no digit.", where)
    return value


def _slip(what: str, where: str | None) -> Trouble:
    return Trouble(what, where=where, do=_LOOK)
