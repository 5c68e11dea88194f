"""Which packs there are, and the words of one. A pack more is a file more: nothing here names any.

Candour's own stand beside this module. An installation may keep more in a folder of its own, in the same
order: regimes/, methods/, calendars/.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from importlib.resources import files
from pathlib import Path

from candour.domain.trouble import Trouble

_BUILT_IN = Path(str(files("candour.domain.packs")))
_also: list[Path] = []
"""The installation's own folder, if it has one: said once, by whoever starts the process."""


class Kind(StrEnum):
    """What a pack holds; each kind has a folder of its own."""

    REGIMES = "regimes"
    METHODS = "methods"
    CALENDARS = "calendars"


_ONE_OF = {Kind.REGIMES: "regime", Kind.METHODS: "method", Kind.CALENDARS: "calendar"}


def look_also_in(folder: Path | None) -> None:
    """Find packs in this folder too, beside Candour's own, or, for None, in those alone.

    Raises Trouble where there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise Trouble(
            f"There is no folder of packs at {folder}.",
            do="Make it, with a folder regimes in it, or name another.",
        )
    _also[:] = [] if folder is None else [folder]


def own_folder() -> Path | None:
    """The folder looked in beside Candour's own."""
    return _also[0] if _also else None


def pack_names(kind: Kind) -> tuple[str, ...]:
    """The names of the packs of a kind, in the alphabet's order, as the folders stand now."""
    return tuple(sorted({path.stem for path in _pack_files(kind)}))


def pack_words(kind: Kind, name: str) -> str:
    """The text of a pack. Raises Trouble where there is none of this name, or are two."""
    found = [path for path in _pack_files(kind) if path.stem == name]
    if not found:
        raise Trouble(
            f"There is no {_ONE_OF[kind]} called “{name}”.", do=f"There are: {', '.join(pack_names(kind))}."
        )
    return _only_text(kind, name, found)


def every_pack(kind: Kind) -> list[tuple[str, str]]:
    """The name and the text of each pack, in the alphabet's order; the folders are looked through once.

    Raises Trouble where two have one name.
    """
    found: dict[str, list[Path]] = {}
    for path in _pack_files(kind):
        found.setdefault(path.stem, []).append(path)
    return [(name, _only_text(kind, name, found[name])) for name in sorted(found)]


def _only_text(kind: Kind, name: str, found: list[Path]) -> str:
    if len(found) > 1:
        raise Trouble(
            f"Two packs are called “{name}”, so nobody could tell which {_ONE_OF[kind]} is meant.",
            where=f"{kind}/{name}.toml",
            do="Give the installation's own pack another name.",
        )
    try:
        return found[0].read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Trouble(
            "The pack cannot be read as text.", where=f"{kind}/{name}.toml", do="Save it as UTF-8."
        ) from None


def shared_words(file: str) -> str:
    """The text of a file that all packs share."""
    return files("candour.domain.packs").joinpath(file).read_text("utf-8")


def _pack_files(kind: Kind) -> Iterator[Path]:
    for folder in (_BUILT_IN, *_also):
        yield from (folder / kind).glob("*.toml")
