"""The inbox of the reading room: a bundle is there whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from django.conf import settings


def put_in_inbox(name: str, content: bytes) -> Path:
    """Written under a name with a dot, which the reading room passes over, and renamed when it is whole."""
    inbox = Path(settings.INBOX)
    inbox.mkdir(parents=True, exist_ok=True)
    place, unfinished = inbox / name, inbox / f".{name}"
    with unfinished.open("wb") as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    os.replace(unfinished, place)
    return place
