"""The finished files, read back by other code than wrote them: is any word of the register in them?"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from candour.domain.leaks import Finder, Register
from candour.domain.trouble import Trouble
from candour.files.open_text.checking import Checked, check


def check_files(
    files: Mapping[str, bytes], register: Register, *, strict: bool = True
) -> tuple[Checked, ...]:
    """Name -> bytes of each file, checked in the order given; the names are read too, as they are published.

    The checker is tried on its known-bad files first, each time: if it misses one, no file is clean.
    Raises Trouble for a register with nothing in it.
    """
    if not any((register.people, register.addresses, register.dates, register.numbers, register.words)):
        raise Trouble(
            "The register is empty, so the check could find nothing.",
            do="Put the people of the review into its cast.",
        )
    for name in files:
        if Path(name).name != name or name in ("", ".", ".."):
            raise ValueError(f"{name!r} is not the plain name of a file")
    with tempfile.TemporaryDirectory(prefix="candour-check-") as folder:
        paths = [Path(folder, name) for name in files]
        for path, content in zip(paths, files.values(), strict=True):
            path.write_bytes(content)
        return tuple(check(paths, register, Finder(register), strict=strict))
