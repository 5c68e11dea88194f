"""Which packs there are, and the words of one. A pack more is a file more: nothing here names any."""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from importlib.resources import files

from candour.domain.trouble import Trouble


class Kind(StrEnum):
    """What a pack holds; each kind has a folder of its own."""

    REGIMES = "regimes"
    METHODS = "methods"
    CALENDARS = "calendars"


_ONE_OF = {Kind.REGIMES: "regime", Kind.METHODS: "method", Kind.CALENDARS: "calendar"}


@cache
def pack_names(kind: Kind) -> tuple[str, ...]:
    """The names of the packs of a kind, in the alphabet's order."""
    found = files("candour.domain.packs").joinpath(kind).iterdir()
    return tuple(sorted(one.name.removesuffix(".toml") for one in found if one.name.endswith(".toml")))


def pack_words(kind: Kind, name: str) -> str:
    """The text of a pack. Raises Trouble where there is none of this name."""
    if name not in pack_names(kind):
        raise Trouble(
            f"There is no {_ONE_OF[kind]} called “{name}”.", do=f"There are: {', '.join(pack_names(kind))}."
        )
    return files("candour.domain.packs").joinpath(kind, f"{name}.toml").read_text("utf-8")


def shared_words(file: str) -> str:
    """The text of a file that all packs share."""
    return files("candour.domain.packs").joinpath(file).read_text("utf-8")
