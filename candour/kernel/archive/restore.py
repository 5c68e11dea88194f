"""A backup put back into an empty place, and held against what its manifest promised."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from candour.domain.trouble import Trouble
from candour.kernel.archive.rows import counts, put_back, set_counters
from candour.kernel.audit.sealing import verify
from candour.kernel.papers.shelf import keep_bytes


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands after a restore. `differs` are sentences; empty when all is as promised."""

    rows: dict[str, int]
    papers: int
    audit_head: str
    differs: tuple[str, ...]


def refuse_unless_empty() -> None:
    """Raises Trouble where the database holds tables already."""
    if connection.introspection.table_names():
        raise Trouble("The database is not empty.", do="Restore into a new one. Nothing there was changed.")


def put_everything_back(plain: Path, manifest: dict[str, Any]) -> Restored:
    """Rows in one transaction, then papers; then all is counted, hashed and verified again."""
    with zipfile.ZipFile(plain) as archive:
        with transaction.atomic(durable=True):
            put_back(_lines(archive))
            set_counters()
        promised = [name.removeprefix("papers/") for name in _named(archive, "papers/")]
        kept = [keep_bytes(archive.read(f"papers/{sha256}")) for sha256 in promised]
    chain = verify()
    now = counts()
    differs = (
        *_rows_that_differ(manifest["rows"], now),
        *(
            f"paper {was[:12]} is not what it was"
            for was, got in zip(promised, kept, strict=True)
            if was != got
        ),
        *([] if len(kept) == manifest["papers"] else [f"{len(kept)} papers, not {manifest['papers']}"]),
        *([f"the record's line {chain.first_bad.line}: {chain.first_bad.why}"] if chain.first_bad else []),
        *([] if chain.head == manifest["audit_head"] else ["the head of the record is another"]),
    )
    return Restored(now, len(kept), chain.head, differs)


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
