"""A folder of results that is written whole or not at all, and never over what is already there unasked."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from candour.domain.trouble import Trouble


@contextmanager
def whole_folder(out: Path, names: Sequence[str], *, replace: bool = False) -> Iterator[Path]:
    """Yield a scratch folder inside `out`; when all went well, move `names` from it into their places.

    Raises Trouble where one of the names is already in `out` and may not be replaced, or where `out`
    cannot be written. On any failure `out` is as it was.
    """
    _refuse_to_overwrite(out, names, replace=replace)
    made = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=".unfinished-", dir=out))
    except OSError as error:
        raise _cannot_write(out, error) from error
    done = False
    try:
        yield scratch
        _move_in(scratch, out, names)
        done = True
    except OSError as error:
        raise _cannot_write(out, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        if made and not done:
            out.rmdir()


def _move_in(scratch: Path, out: Path, names: Sequence[str]) -> None:
    """Move every name into place, the old ones set aside until all are there, and put back if any fails."""
    aside = scratch / "replaced"
    aside.mkdir()
    moved: list[str] = []
    try:
        for name in names:
            if (out / name).exists():
                os.replace(out / name, aside / name)
            os.replace(scratch / name, out / name)
            moved.append(name)
    except OSError:
        for name in moved:
            (out / name).unlink()
        for kept in aside.iterdir():
            os.replace(kept, out / kept.name)
        raise


def _refuse_to_overwrite(out: Path, names: Sequence[str], *, replace: bool) -> None:
    if out.exists() and not out.is_dir():
        raise Trouble(f"{out} is a file.", where=str(out), do="Give a folder as --out.")
    there = [name for name in names if (out / name).exists()]
    if there and not replace:
        raise Trouble(
            f"The folder {out} already holds {', '.join(there)}.",
            where=str(out),
            do="Give another folder, or add --replace to write over them.",
        )


def _cannot_write(out: Path, error: OSError) -> Trouble:
    return Trouble(
        f"The folder {out} cannot be written ({error.strerror or error}).",
        where=str(out),
        do="Give a folder that you may write to.",
    )
