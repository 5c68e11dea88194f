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
    f"{module}: {name}"
    for module, names in {
        "documents": "cells_read_downwards numbers_of_edits serial_numbers_of_paragraphs",
        "pages": "classes_letter_by_letter columns_of_a_table keys_of_links letters_down_a_table "
        "letters_of_a_drawing_by_place letters_that_a_list_shows numbers_of_a_gradient order_of_boxes "
        "style_by_two_variables styled_before_and_after",
        "portable": "first_letters_of_lines letter_by_letter_in_page_labels letter_by_letter_in_the_outline "
        "letters_in_the_spaces_of_a_line name_of_what_is_marked",
    }.items()
    for name in names.split()
)
"""What the checker cannot see and does not claim to: docs/reference/check-open.md says so."""
