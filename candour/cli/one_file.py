"""One file, whole or not at all, and never over one that is there unasked."""

from __future__ import annotations

import os
from pathlib import Path

from candour.domain.trouble import Trouble

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL


def refuse_to_overwrite(out: Path, *, replace: bool) -> None:
    """Raises Trouble before any work is done for it."""
    if out.is_dir():
        raise Trouble(f"{out} is a folder.", where=str(out), do="Name a file in it.")
    if out.exists() and not replace:
        raise Trouble(f"{out.name} is there already.", do="Name another file, or say --replace.")


def write_whole(out: Path, content: bytes, *, replace: bool, secret: bool = False) -> None:
    """Written beside it, then moved into its place. Raises Trouble where it cannot be, and leaves nothing.

    What is `secret` only its owner may read.
    """
    refuse_to_overwrite(out, replace=replace)
    unfinished = out.with_name(f".unfinished-{os.getpid()}-{out.name}")
    try:
        with open(os.open(unfinished, _NEW, 0o600 if secret else 0o666), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, out)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise Trouble(
            f"{out} cannot be written: {error.strerror}.", where=str(out), do="Name another file."
        ) from None
