"""A backup put back into an empty place, and held against what its manifest promised."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, transaction

from candour.kernel.archive.rows import counts, put_back, set_counters
from candour.kernel.audit.sealing import verify
from candour.kernel.papers.shelf import keep_bytes


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands after a restore. `differs` are sentences; empty when all is as promised.

    Without `rows` nothing stands: those of the backup do not fit together, so none was kept.
    """

    rows: dict[str, int]
    papers: int
    audit_head: str
    differs: tuple[str, ...]


def put_everything_back(plain: Path, manifest: dict[str, Any]) -> Restored:
    """Rows in one transaction, then papers; then all is counted, hashed and verified again."""
    with zipfile.ZipFile(plain) as archive:
        try:
            with transaction.atomic(durable=True):
                put_back(_lines(archive))
                set_counters()
        except (DatabaseError, DeserializationError) as error:
            return Restored({}, 0, "", (f"its rows do not fit together ({_first_line(error)})",))
        changed, papers = [], _named(archive, "papers/")
        for name in papers:
            if keep_bytes(archive.read(name)) != name.removeprefix("papers/"):
                changed.append(f"paper {name.removeprefix('papers/')[:12]} is not what it was")
    chain, now = verify(), counts()
    differs = (
        *_rows_that_differ(manifest["rows"], now),
        *changed,
        *([] if len(papers) == manifest["papers"] else [f"{len(papers)} papers, not {manifest['papers']}"]),
        *([f"the record's line {chain.first_bad.line}: {chain.first_bad.why}"] if chain.first_bad else []),
        *([] if chain.head == manifest["audit_head"] else ["the head of the record is another"]),
    )
    return Restored(now, len(papers), chain.head, differs)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _rows_that_differ(promised: dict[str, int], now: dict[str, int]) -> Iterator[str]:
    for table, rows in promised.items():
        if now.get(table, 0) != rows:
            yield f"{table} has {now.get(table, 0)} rows, not {rows}"


def _lines(archive: zipfile.ZipFile) -> Iterator[str]:
    for name in _named(archive, "rows/"):
        with archive.open(name) as rows:
            for line in rows:
                yield line.decode()


def _named(archive: zipfile.ZipFile, start: str) -> list[str]:
    return [name for name in archive.namelist() if name.startswith(start)]
