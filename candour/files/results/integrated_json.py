"""Reads integrated.json back: what `candour merge` wrote, asked again without the returns."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from candour.domain.chronology.entry import Chronology
from candour.domain.trouble import Trouble

VERSION = 1


def read_integrated(path: Path) -> Chronology:
    """The chronology in a file. Raises Trouble where it is not there, not JSON, or not one of ours."""
    shape = _read_json(path)
    if not isinstance(shape, dict) or "entries" not in shape or "agencies" not in shape:
        raise Trouble(f"{path.name} is not an integrated chronology.", where=path.name, do=_GIVE_OURS)
    if shape.get("version") != VERSION:
        raise Trouble(
            f"{path.name} is of version {shape.get('version')}; this program reads version {VERSION}.",
            where=path.name,
            do="Merge the returns again with this version of Candour.",
        )
    try:
        return Chronology.from_json(shape)
    except (KeyError, ValueError, TypeError, AttributeError) as broken:
        raise Trouble(
            f"{path.name} is not whole: an entry, agency or event in it lacks a part ({broken}).",
            where=path.name,
            do=_GIVE_OURS,
        ) from broken


_GIVE_OURS = "Give the integrated.json that candour merge wrote."


def _read_json(path: Path) -> Any:
    try:
        return json.loads(path.read_bytes())
    except OSError as trouble:
        why = (trouble.strerror or "no reason given").lower()
        raise Trouble(f"{path.name} cannot be read: {why}.", where=path.name, do=_GIVE_OURS) from trouble
    except (ValueError, RecursionError) as broken:
        raise Trouble(f"{path.name} is not JSON.", where=path.name, do=_GIVE_OURS) from broken
