"""The ledger of a merge: for every file, what became of every non-blank row, provable by hash."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from candour.domain.chronology.entry import Entry
from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import Returned
from candour.domain.moments import Fate


def ledger_as_json(
    returns: Sequence[Returned], placed: Iterable[Entry], unmatched_names: Iterable[str]
) -> dict[str, Any]:
    """ledger.json of docs/reference/interfaces.md. `placed` are the same entries with their ids."""
    by_file: dict[str, list[Entry]] = {returned.file.file: [] for returned in returns}
    for entry in placed:
        by_file[entry.place.file].append(entry)
    files = [_file_as_json(one, by_file[one.file.file]) for one in returns]
    totals = {key: sum(file[key] for file in files) for key in ("rows_in", "placed", "held", "refused")}
    return {"version": 1, "files": files, "totals": totals, "unmatched_names": sorted(set(unmatched_names))}


def _file_as_json(returned: Returned, placed: list[Entry]) -> dict[str, Any]:
    parts = {table.part: number for number, table in enumerate(returned.file.tables)}
    placed = sorted(placed, key=lambda entry: (parts.get(entry.place.part, len(parts)), entry.place.row))
    held = [_unplaced_as_json(one) for one in returned.unplaced(Fate.HELD)]
    refused = [_unplaced_as_json(one) for one in returned.unplaced(Fate.REFUSED)]
    return {
        "file": returned.file.file,
        "sha256": returned.file.sha256,
        "bytes": returned.file.size,
        "format": returned.file.format,
        "agency": returned.agency,
        "columns": {str(field): heading for field, heading in returned.columns.items()},
        "rows_in": len(placed) + len(held) + len(refused),
        "placed": len(placed),
        "held": len(held),
        "refused": len(refused),
        "placed_rows": [{"part": e.place.part, "row": e.place.row, "entry": e.id} for e in placed],
        "held_rows": held,
        "refused_rows": refused,
        "furniture": [{"part": f.part, "row": f.row, "kind": str(f.kind)} for f in returned.furniture()],
    }


def _unplaced_as_json(one: Unplaced) -> dict[str, Any]:
    return {
        "part": one.part,
        "row": one.row,
        "code": str(one.code),
        "reason": one.reason,
        "readings": list(one.readings),
        "cells": dict(one.cells),
    }
