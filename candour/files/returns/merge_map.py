"""Reads what a person says of returns: a map of their columns (TOML), and names that are one agency (csv)."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import Said
from candour.domain.trouble import Trouble
from candour.files.encodings import decode

KNOWN_KEYS = frozenset({"agency", "part", "heading_row", "columns"})


def read_map(path: Path) -> dict[str, Said]:
    """MAP.toml of docs/reference/interfaces.md: file name -> what is said of it.

    Raises Trouble that names the file and key that cannot be right; a misspelt key never passes silently.
    """
    try:
        shape = tomllib.loads(_words(path))
    except tomllib.TOMLDecodeError as error:
        raise Trouble(
            f"The map is not TOML ({error}).", where=path.name, do="Mend that line, or leave out --map."
        ) from error
    unknown = set(shape) - {"return"}
    returns = shape.get("return", {})
    if unknown or not isinstance(returns, dict):
        raise _wrong(
            path,
            f"{', '.join(sorted(unknown)) or 'return'} is not a table of a map",
            'Use [return."file name"].',
        )
    return {file: _said(path, file, one) for file, one in returns.items()}


def _said(path: Path, file: str, shape: Any) -> Said:
    if not isinstance(shape, dict) or (unknown := set(shape) - KNOWN_KEYS):
        named = ", ".join(sorted(unknown)) if isinstance(shape, dict) else "this"
        raise _wrong(
            path, f"{named} is nothing a map can say of {file}", f"Use {', '.join(sorted(KNOWN_KEYS))}."
        )
    heading_row = shape.get("heading_row")
    if heading_row is not None and (type(heading_row) is not int or heading_row < 1):
        raise _wrong(path, f"heading_row of {file} is not a row number", "Give the number of a row, from 1.")
    for key in ("agency", "part"):
        if not isinstance(shape.get(key, ""), str):
            raise _wrong(path, f"{key} of {file} is not a text", f'Write {key} = "...".')
    return Said(
        shape.get("agency"), shape.get("part"), heading_row, _columns(path, file, shape.get("columns", {}))
    )


def _columns(path: Path, file: str, shape: Any) -> Mapping[Field, str]:
    known = set(Field)
    if not isinstance(shape, dict) or not all(isinstance(one, str) for one in shape.values()):
        raise _wrong(
            path, f"columns of {file} is not a table of headings", 'Write lines like event = "Details".'
        )
    if unknown := set(shape) - known:
        raise _wrong(
            path, f"{', '.join(sorted(unknown))} is no field of a return", f"Use {', '.join(sorted(known))}."
        )
    return {Field(one): heading for one, heading in shape.items()}


def read_agency_names(path: Path) -> list[tuple[str, str]]:
    """A.csv of docs/reference/interfaces.md: pairs of names that a person says are one agency."""
    reader = csv.DictReader(io.StringIO(_words(path), newline=""))
    if not {"name", "also"} <= {heading.strip() for heading in reader.fieldnames or ()}:
        raise _wrong(path, "the headings are not name,also", "Make them the first row.")
    reader.fieldnames = [heading.strip() for heading in reader.fieldnames or ()]
    pairs = []
    for row in reader:
        name, also = (row["name"] or "").strip(), (row["also"] or "").strip()
        if not name or not also:
            raise _wrong(path, f"line {reader.line_num} lacks a name", "Give both names, or take it out.")
        pairs.append((name, also))
    return pairs


def _words(path: Path) -> str:
    try:
        return decode(path.read_bytes())
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Trouble(
            f"{path.name} cannot be read ({reason}).", where=path.name, do="Give a readable file."
        ) from error


def _wrong(path: Path, what: str, do: str) -> Trouble:
    return Trouble(f"In {path.name}, {what}.", where=path.name, do=do)
