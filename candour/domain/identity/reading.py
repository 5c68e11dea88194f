"""The cast out of its TOML shape, `[[person]]` after `[[person]]`, with an error for every slip."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from candour.domain.identity.cast import Cast
from candour.domain.identity.person import Person, PersonKind
from candour.domain.trouble import Trouble

_KEYS = ("key", "kind", "name", "aliases", "pseudonym", "born", "note")


def read_cast(shape: Mapping[str, Any], *, where: str | None = None) -> Cast:
    """The cast of a parsed document `{"person": [..]}`. Raises Trouble: a key not known, a kind not known.

    `aliases` is a list; `born` is a day, as TOML writes one or as text like 1999-07-14.
    """
    several = shape.get("person", [])
    if not isinstance(several, list):
        raise Trouble("“person” is not a list.", where=where, do="Begin each with a line [[person]].")
    return Cast(tuple(_person(one, n, where) for n, one in enumerate(several, 1)))


def _person(shape: Any, number: int, where: str | None) -> Person:
    place = f"{where}, person {number}" if where else f"person {number}"
    if not isinstance(shape, Mapping):
        raise Trouble("This is not a person with keys.", where=place, do="Begin it with a line [[person]].")
    for key in shape:
        if key not in _KEYS:
            raise Trouble(
                f"“{key}” is not known of a person.", where=place, do=f"The keys are: {', '.join(_KEYS)}."
            )
    aliases = shape.get("aliases", [])
    if not isinstance(aliases, list):
        raise Trouble("The other names are not a list.", where=place, do='Write aliases = ["..", ".."].')
    return Person(
        key=_text(shape, "key", place),
        kind=_kind(_text(shape, "kind", place), place),
        name=_text(shape, "name", place),
        aliases=tuple(_text({"aliases": alias}, "aliases", place) for alias in aliases),
        pseudonym=_text(shape, "pseudonym", place) if shape.get("pseudonym") else "",
        born=_born(shape.get("born"), place),
        note=_text(shape, "note", place) if shape.get("note") else "",
    )


def _text(shape: Mapping[str, Any], key: str, place: str) -> str:
    value = shape.get(key)
    if not isinstance(value, str) or not value.strip():
        raise Trouble(f"The person has no {key}, or it is not text.", where=place, do=f'Write {key} = "..".')
    return value.strip()


def _kind(word: str, place: str) -> PersonKind:
    try:
        return PersonKind(word)
    except ValueError:
        raise Trouble(
            f"“{word}” is not a kind of person.", where=place, do=f"The kinds are: {', '.join(PersonKind)}."
        ) from None


def _born(value: Any, place: str) -> date | None:
    if value in (None, ""):
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Trouble("The day of birth is not a day.", where=place, do="Write it like 1999-07-14.") from None
