"""The cast out of its TOML shape: `[[person]]`, `[[relation]]`, `[[household]]`; every slip is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from candour.domain.identity.cast import Cast
from candour.domain.identity.person import Person, PersonKind
from candour.domain.identity.relations import Household, Relation, RelationKind
from candour.domain.trouble import Trouble

_PERSON = (
    *("key", "kind", "name", "aliases", "pseudonym", "born", "note"),
    *("titles", "former", "role", "relation", "died", "sex"),
)
_RELATION = ("kind", "a", "b", "begins", "ends")
_HOUSEHOLD = ("address", "members", "begins", "ends")

T = TypeVar("T")
W = TypeVar("W", bound=StrEnum)


def read_cast(shape: Mapping[str, Any], *, where: str | None = None) -> Cast:
    """The cast of a parsed document `{"person": [..], "relation": [..], "household": [..]}`.

    `aliases`, `titles`, `former` and `members` are lists; days stand as TOML writes one or as text like
    1999-07-14. Raises Trouble: a key or a kind not known, a day that is none, a text that is missing.
    """
    return Cast(
        tuple(_each(shape, "person", _PERSON, _person, where)),
        tuple(_each(shape, "relation", _RELATION, _relation, where)),
        tuple(_each(shape, "household", _HOUSEHOLD, _household, where)),
    )


def _each(
    shape: Mapping[str, Any],
    name: str,
    keys: tuple[str, ...],
    read: Callable[[Mapping[str, Any], str], T],
    where: str | None,
) -> list[T]:
    several = shape.get(name, [])
    if not isinstance(several, list):
        raise Trouble(f"“{name}” is not a list.", where=where, do=f"Begin each with a line [[{name}]].")
    found = []
    for number, one in enumerate(several, 1):
        place = f"{where}, {name} {number}" if where else f"{name} {number}"
        if not isinstance(one, Mapping):
            raise Trouble(
                f"This is not a {name} with keys.", where=place, do=f"Begin it with a line [[{name}]]."
            )
        for key in one:
            if key not in keys:
                raise Trouble(
                    f"“{key}” is not known of a {name}.", where=place, do=f"The keys are: {', '.join(keys)}."
                )
        found.append(read(one, place))
    return found


def _person(shape: Mapping[str, Any], place: str) -> Person:
    return Person(
        key=_text(shape, "key", place),
        kind=_word(PersonKind, _text(shape, "kind", place), "person", place),
        name=_text(shape, "name", place),
        aliases=_texts(shape, "aliases", "The other names are", place),
        pseudonym=_text(shape, "pseudonym", place) if shape.get("pseudonym") else "",
        born=_day(shape.get("born"), "The day of birth is", place),
        note=_text(shape, "note", place) if shape.get("note") else "",
        titles=_texts(shape, "titles", "The titles are", place),
        former=_texts(shape, "former", "The former names are", place),
        role=_text(shape, "role", place) if shape.get("role") else "",
        relation=_text(shape, "relation", place) if shape.get("relation") else "",
        died=_day(shape.get("died"), "The day of death is", place),
        sex=_text(shape, "sex", place) if shape.get("sex") else "",
    )


def _relation(shape: Mapping[str, Any], place: str) -> Relation:
    return Relation(
        kind=_word(RelationKind, _text(shape, "kind", place), "relation", place),
        a=_text(shape, "a", place),
        b=_text(shape, "b", place),
        begins=_day(shape.get("begins"), "The beginning is", place),
        ends=_day(shape.get("ends"), "The end is", place),
    )


def _household(shape: Mapping[str, Any], place: str) -> Household:
    return Household(
        address=_text(shape, "address", place),
        members=_texts(shape, "members", "The members are", place),
        begins=_day(shape.get("begins"), "The beginning is", place),
        ends=_day(shape.get("ends"), "The end is", place),
    )


def _text(shape: Mapping[str, Any], key: str, place: str) -> str:
    value = shape.get(key)
    if not isinstance(value, str) or not value.strip():
        raise Trouble(f"It has no {key}, or it is not text.", where=place, do=f'Write {key} = "..".')
    return value.strip()


def _texts(shape: Mapping[str, Any], key: str, said: str, place: str) -> tuple[str, ...]:
    several = shape.get(key, [])
    if not isinstance(several, list | tuple):
        raise Trouble(f"{said} not a list.", where=place, do=f'Write {key} = ["..", ".."].')
    return tuple(_text({key: one}, key, place) for one in several)


def _word(words: type[W], word: str, of: str, place: str) -> W:
    try:
        return words(word)
    except ValueError:
        raise Trouble(
            f"“{word}” is not a kind of {of}.", where=place, do=f"The kinds are: {', '.join(words)}."
        ) from None


def _day(value: Any, said: str, place: str) -> date | None:
    if value in (None, ""):
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise Trouble(f"{said} not a day.", where=place, do="Write it like 1999-07-14.") from None
