"""Take in what has arrived in the inbox: `python -m candour.reading_room.receive`.

Each bundle is checked, kept byte for byte, shown, and only then taken out of the inbox. A crash between
leaves it there, and the next look does it again to the same end.
"""

from __future__ import annotations

import hashlib
import logging
import os
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from candour.domain.trouble import Trouble
from candour.files.bundles import public_key_from, read_bundle, seal_of
from candour.files.bundles.sealing import MOST
from candour.reading_room.home import Home, alone_in, home_from_environment

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file of the inbox; `refused` is the reason, or None where it was taken in."""

    name: str
    refused: str | None = None


def receive_all(home: Home) -> list[Outcome]:
    """Take in every file that waits. Raises Trouble where there is no key to check them by.

    One process at a time; while another is at it, nothing is done here.
    """
    if not (waiting := _waiting(home)):
        return []
    key = _key_of(home)
    with alone_in(home, wait=False) as alone:
        return [_receive(home, path, key) for path in waiting if alone and path.exists()]


def _waiting(home: Home) -> list[Path]:
    """Whole files only: a sender writes under a name that begins with a dot, and renames when done."""
    return sorted(
        path
        for path in home.inbox.iterdir()
        if not path.name.startswith(".") and path.is_file() and not path.is_symlink()
    )


def _key_of(home: Home) -> Ed25519PublicKey:
    if not home.public_key.exists():
        raise Trouble(
            f"There is no {home.public_key.name} in the reading room's folder, so no bundle can be checked.",
            do="Copy it there from the installation that releases the reports.",
        )
    return public_key_from(home.public_key.read_bytes())


def _receive(home: Home, path: Path, key: Ed25519PublicKey) -> Outcome:
    try:
        _take_in(home, path, key)
    except Trouble as trouble:
        _refuse(home, path, trouble)
        return Outcome(path.name, refused=str(trouble))
    log.info("%s was taken in.", path.name)
    return Outcome(path.name)


def _take_in(home: Home, path: Path, key: Ed25519PublicKey) -> None:
    # Models can be imported only once Django is ready, and this module is also a command.
    from django.db import transaction

    from candour.reading_room.shelving import shelve

    with path.open("rb") as arrived:
        content = arrived.read(MOST + 1)
    contents = read_bundle(content, key)
    kept = home.received / f"{contents.address}-{contents.edition}-{seal_of(contents)[:12]}.zip"
    with transaction.atomic():  # what is not shelved is not kept, and what cannot be kept is not shelved
        shelve(contents, kept_as=kept.name, at=datetime.now(UTC))
        _keep(content, kept)
    path.unlink()


def _keep(content: bytes, kept: Path) -> None:
    """Under its name only when every byte is on the disk."""
    unfinished = kept.with_name(f".{kept.name}")
    with unfinished.open("wb") as copy:
        copy.write(content)
        copy.flush()
        os.fsync(copy.fileno())
    os.replace(unfinished, kept)


def _refuse(home: Home, path: Path, trouble: Trouble) -> None:
    with path.open("rb") as arrived:
        mark = hashlib.file_digest(arrived, "sha256").hexdigest()[:12]
    aside = home.refused / f"{path.stem}-{mark}{path.suffix}"
    aside.with_name(f"{aside.name}.txt").write_text(f"{trouble}\n", "utf-8")
    os.replace(path, aside)
    log.warning("%s was refused: %s", path.name, trouble)


def main() -> int:
    from candour.reading_room.ready import migrate_and_ready

    home = home_from_environment()
    migrate_and_ready(home.folder)
    try:
        outcomes = receive_all(home)
    except Trouble as trouble:
        print(trouble, file=sys.stderr)
        return 1
    for one in outcomes:
        print(f"{one.name}: {one.refused or 'taken in.'}")
    if not outcomes:
        print("Nothing waits in the inbox.")
    return 1 if any(one.refused for one in outcomes) else 0


if __name__ == "__main__":
    sys.exit(main())
