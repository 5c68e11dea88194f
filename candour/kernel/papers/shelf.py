"""Where the bytes of papers lie: a folder, each file named by its hash, written whole or not at all."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path

from django.conf import settings

from candour.domain.trouble import Trouble


def shelf() -> Path:
    return Path(settings.PAPERS)


def sha256_of(content: bytes) -> str:
    """The name by which bytes are kept."""
    return hashlib.sha256(content).hexdigest()


def place_of(sha256: str) -> Path:
    return shelf() / sha256[:2] / sha256


def keep_bytes(content: bytes) -> str:
    """Put bytes on the shelf and return their SHA-256. They are on the disk before this returns.

    Written beside and renamed, so that a crash leaves the whole file or none. What is there already
    is left as it is, unless it was spoilt.
    """
    sha256 = sha256_of(content)
    place = place_of(sha256)
    if place.exists() and place.read_bytes() == content:
        return sha256
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, prefix=".", delete=False) as beside:
        try:
            beside.write(content)
            beside.flush()
            os.fsync(beside.fileno())
            os.chmod(beside.name, 0o400)
            os.replace(beside.name, place)
        except BaseException:
            os.unlink(beside.name)
            raise
    for folder in (place.parent, shelf()):  # the second, because the first may be new in it
        _sync_folder(folder)
    return sha256


def read_bytes(sha256: str) -> bytes:
    """Raises Trouble where the file is gone, or is no longer what it was."""
    place = place_of(sha256)
    try:
        content = place.read_bytes()
    except FileNotFoundError:
        raise Trouble(
            "The original file is no longer on the shelf.",
            where=sha256[:12],
            do="Restore it from a backup: candour restore.",
        ) from None
    if sha256_of(content) != sha256:
        raise Trouble(
            "The original file was changed on the disk.",
            where=sha256[:12],
            do="Restore it from a backup: candour restore.",
        )
    return content


def everything() -> list[str]:
    """The SHA-256 of each file on the shelf."""
    return sorted(path.name for path in shelf().glob("??/*") if len(path.name) == 64)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
