"""A backup opened: decrypted, its manifest read, the installation's own files unpacked. Needs no Django."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from candour.domain.trouble import Trouble
from candour.kernel.archive.sealed_file import unseal

VERSION = 2
"""2: own packs came along. An earlier Candour would leave them out, so it says that this is newer."""


def open_backup(sealed: Path, key: bytes, plain: Path) -> dict[str, Any]:
    """Decrypt a backup to `plain` and return its manifest. Raises Trouble where it does not open."""
    try:
        with sealed.open("rb") as source, plain.open("wb") as target:
            unseal(source, target, key)
    except FileNotFoundError:
        raise Trouble(f"{sealed} is not there.", do="Name the file that `candour backup` wrote.") from None
    except IsADirectoryError:
        raise Trouble(f"{sealed} is a folder.", do="Name the file that `candour backup` wrote.") from None
    with zipfile.ZipFile(plain) as archive:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    if manifest["version"] > VERSION:
        raise Trouble("The backup is of a newer Candour.", do="Restore it with that version or a later one.")
    return manifest


def unpack_home(plain: Path, folder: Path) -> None:
    """Keys, marker and own packs into an empty folder. Raises Trouble where a name leads out of it."""
    with zipfile.ZipFile(plain) as archive:
        for name in archive.namelist():
            if name.startswith("home/"):
                place = folder / name.removeprefix("home/")
                if not place.resolve().is_relative_to(folder.resolve()):
                    raise Trouble("The backup names a file outside its folder.", do="Take another backup.")
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                place.touch(mode=0o600)
                place.write_bytes(archive.read(name))
