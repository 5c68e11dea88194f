"""A backup opened: decrypted, its manifest read, the installation's own files unpacked. Needs no Django."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

from candour.domain.trouble import Trouble
from candour.kernel.archive.sealed_file import unseal

VERSION = 1


def open_backup(sealed: Path, key: bytes, plain: Path) -> dict[str, Any]:
    """Decrypt a backup to `plain` and return its manifest. Raises Trouble where it does not open."""
    try:
        with sealed.open("rb") as source, plain.open("wb") as target:
            unseal(source, target, key)
    except FileNotFoundError:
        raise Trouble(f"{sealed} is not there.", do="Name the file that `candour backup` wrote.") from None
    with zipfile.ZipFile(plain) as archive:
        manifest: dict[str, Any] = json.loads(archive.read("manifest.json"))
    if manifest["version"] > VERSION:
        raise Trouble("The backup is of a newer Candour.", do="Restore it with that version or a later one.")
    return manifest


def unpack_home(plain: Path, folder: Path) -> None:
    """Keys and marker into an empty folder. Raises Trouble where something is there."""
    if folder.exists() and any(folder.iterdir()):
        raise Trouble(f"{folder} is not empty.", do="Restore into a folder that does not exist yet.")
    with zipfile.ZipFile(plain) as archive:
        for name in archive.namelist():
            if name.startswith("home/"):
                place = folder / name.removeprefix("home/")
                place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                place.touch(mode=0o600)
                place.write_bytes(archive.read(name))
