"""Several returns sent in one zip: the files it holds, none of them believed, none dropped unsaid."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from candour.domain.trouble import Trouble
from candour.files.unreadable import Unreadable
from candour.files.zips import Archive

MOST_FILES = 100
LONGEST_NAME = 200
_OF_THE_COMPUTER = ("__MACOSX/", ".DS_Store", "Thumbs.db")
"""What a computer puts into every zip by itself: no return, and nothing anybody sent."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """The files of a zip by their own names, and each that was refused, with its reason."""

    files: tuple[tuple[str, bytes], ...]
    refused: tuple[Trouble, ...]


def unpack(name: str, content: bytes) -> Unpacked:
    """Raises Trouble where the zip as a whole is unsafe, damaged or unpacks to too much."""
    try:
        archive = Archive(content)
        members = [one for one in archive.names if not one.endswith("/") and not _of_the_computer(one)]
        if not members:
            raise Unreadable("holds no files", do="Put the returns into it, or send them by themselves.")
        if len(members) > MOST_FILES:
            raise Unreadable(f"holds more than {MOST_FILES} files", do="Send fewer files at a time.")
        sound, refused = _sorted_out(members, name)
        return Unpacked(tuple((own, archive.read(member)) for own, member in sound.items()), tuple(refused))
    except Unreadable as why:
        raise why.trouble(Path(name)) from why


def strange_name(name: str) -> str:
    """Why a name cannot be a file's; nothing for one that can."""
    if not name.strip(". ") or not name.isprintable():
        return "has a name that cannot be shown"
    if len(name) > LONGEST_NAME:
        return f"has a name longer than {LONGEST_NAME} characters"
    return ""


def _sorted_out(members: list[str], zipped: str) -> tuple[dict[str, str], list[Trouble]]:
    sound: dict[str, str] = {}
    refused = []
    for member in members:
        own = member.replace("\\", "/").rsplit("/", 1)[-1]
        why = strange_name(own)
        if not why and own in sound:
            why = "has the name of another file in the zip"
        if not why and own.casefold().endswith(".zip"):
            why = "is a zip inside a zip"
        if why:
            shown = "".join(letter for letter in own if letter.isprintable())[:60] or "A file"
            refused.append(
                Trouble(f"{shown} {why}.", where=f"{zipped}, {shown}", do="Send it by itself, renamed.")
            )
        else:
            sound[own] = member
    return sound, refused


def _of_the_computer(member: str) -> bool:
    return any(one in member for one in _OF_THE_COMPUTER)
