"""Which other forms a forename goes by: Elizabeth is Liz and Beth. Out of packs/nicknames.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from candour.domain.nets.tokens import folded


def other_forms(forename: str) -> frozenset[str]:
    """Forms that somebody of this (folded) forename may be called by, without the forename itself."""
    return _forms().get(forename, frozenset()) - {forename}


@cache
def _forms() -> dict[str, frozenset[str]]:
    text = files("candour.domain.packs").joinpath("nicknames.toml").read_text("utf-8")
    found: dict[str, frozenset[str]] = {}
    for family in tomllib.loads(text)["families"]:
        forms = frozenset(map(folded, family.split()))
        for form in forms:
            found[form] = found.get(form, frozenset()) | forms
    return found
