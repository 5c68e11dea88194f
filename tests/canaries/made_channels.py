"""The channels of a folder: every function that makes a file from a secret, and what secret it wants."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from tests.canaries.secret import DAY, NAME, NUMBER

Make = Callable[[str, Path], Path]
HARMLESS = {NAME: "Orchard Wheelbarrow", DAY: "1987-06-17", NUMBER: "612 305 8844"}


def channels(package: str) -> dict[str, Make]:
    """By module and name. A function of a channel takes a secret and a folder, and nothing else."""
    found: dict[str, Make] = {}
    for module in pkgutil.iter_modules(import_module(package).__path__):
        for name, make in inspect.getmembers(import_module(f"{package}.{module.name}"), inspect.isfunction):
            if list(inspect.signature(make).parameters) == ["secret", "folder"]:
                found[f"{module.name}: {name}"] = make
    return found


def secret_for(channel: str) -> str:
    """Channels called `day_..` and `number_..` hide a day and a number, all others a name."""
    name = channel.partition(": ")[2]
    return DAY if name.startswith("day_") else NUMBER if name.startswith("number_") else NAME


KNOWN_TO_PASS = frozenset(
    [
        "portable: first_letters_of_lines",
        "portable: letters_in_the_spaces_of_a_line",
        "pdf_text: name_as_the_glyphs_of_a_type3_font",
        "pdf_text: name_in_outlines",
        "sheet_cells: name_in_coloured_cells",
        "web_text: name_in_a_picture_of_lines",
    ]
)
"""What the checker cannot see and does not claim to: check-open.md and made-unread.md (docs) say so."""
