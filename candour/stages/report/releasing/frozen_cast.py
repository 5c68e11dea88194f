"""The cast in its JSON shape: what `read_cast` reads again. What is not said of somebody is left out."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.domain.identity import Cast, Household, Person, Relation


def cast_shape(cast: Cast) -> dict[str, Any]:
    """Keys that drafts had from the first are always there: an old draft keeps its hash."""
    return {
        "person": [_person(one) for one in cast.people],
        **({"relation": [_relation(one) for one in cast.relations]} if cast.relations else {}),
        **({"household": [_household(one) for one in cast.households]} if cast.households else {}),
    }


def _person(one: Person) -> dict[str, Any]:
    grown = {
        "titles": list(one.titles),
        "former": list(one.former),
        "role": one.role,
        "relation": one.relation,
        "died": _day(one.died),
        "sex": one.sex,
    }
    return {
        "key": one.key,
        "kind": str(one.kind),
        "name": one.name,
        "aliases": list(one.aliases),
        "pseudonym": one.pseudonym,
        "born": _day(one.born),
        "note": one.note,
        **{key: value for key, value in grown.items() if value},
    }


def _relation(one: Relation) -> dict[str, Any]:
    return {"kind": str(one.kind), "a": one.a, "b": one.b, **_days(one.begins, one.ends)}


def _household(one: Household) -> dict[str, Any]:
    return {"address": one.address, "members": list(one.members), **_days(one.begins, one.ends)}


def _days(begins: date | None, ends: date | None) -> dict[str, str]:
    return {key: _day(day) for key, day in (("begins", begins), ("ends", ends)) if day}


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
