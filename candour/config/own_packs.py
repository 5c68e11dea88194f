"""The packs of law and methods that an installation keeps beside Candour's own."""

from __future__ import annotations

from pathlib import Path

from candour.domain.methods import load_method, method_names
from candour.domain.packs.opening import look_also_in
from candour.domain.rules import every_regime


def own_packs(folder: str) -> Path | None:
    """The folder named, found from now on; None where none is. Every pack is read once.

    Raises Trouble for a folder that is none, Troubles for a pack with slips: an installation that would
    find them later, on a page, does not start.
    """
    named = Path(folder).resolve() if folder else None
    look_also_in(named)
    if named is not None:
        every_regime()
        for name in method_names():
            load_method(name)
    return named
