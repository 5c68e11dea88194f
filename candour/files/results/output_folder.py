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
    """Yield a scratch folder beside `out`; when all went well, move `names` from it into `out`.

    Raises Trouble where one of the names is already in `out` and may not be replaced, or where `out`
    cannot be written. On any failure `out` is as it was.
    """
    _refuse_to_overwrite(out, names, replace=replace)
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        scratch = Path(tempfile.mkdtemp(prefix=f".{out.name}-", dir=out.parent))
    except OSError as error:
        raise _cannot_write(out, error) from error
    try:
        yield scratch
        out.mkdir(exist_ok=True)
        for name in names:
            os.replace(scratch / name, out / name)
    except OSError as error:
        raise _cannot_write(out, error) from error
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def _refuse_to_overwrite(out: Path, names: Sequence[str], *, replace: bool) -> None:
    if out.exists() and not out.is_dir():
        raise Trouble(f"{out.name} is a file.", where=out.name, do="Give a folder as --out.")
    there = [name for name in names if (out / name).exists()]
    if there and not replace:
        raise Trouble(
            f"The folder {out.name} already holds {', '.join(there)}.",
            where=out.name,
            do="Give another folder, or add --replace to write over them.",
        )


def _cannot_write(out: Path, error: OSError) -> Trouble:
    return Trouble(
        f"The folder {out.name} cannot be written ({error.strerror or error}).",
        where=out.name,
        do="Give a folder that you may write to, on a disk with room.",
    )
