"""A backup: a zip of rows, papers, keys and own packs, with counts and hashes, sealed with a key."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from django.db import transaction

from candour.domain.packs.opening import Kind, own_folder
from candour.domain.trouble import Trouble
from candour.kernel.archive.opening import VERSION
from candour.kernel.archive.rows import counts, hold_still, kept_models, rows_of
from candour.kernel.archive.sealed_file import seal
from candour.kernel.audit.models import Head
from candour.kernel.papers.models import Paper
from candour.kernel.papers.shelf import everything, read_bytes


@dataclass(frozen=True, slots=True)
class Taken:
    """What a backup holds, and what a restored installation must show again."""

    file: str
    sha256: str
    rows: dict[str, int]
    papers: int
    audit_head: str

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def take_backup(out: Path, key: bytes, *, folder: Path) -> Taken:
    """Write the whole installation to one file. `folder` is its home, whose keys go along, and its own packs.

    The file appears whole or not at all. Raises Trouble where a paper is missing or was changed.
    """
    with tempfile.TemporaryDirectory(prefix="candour-backup-") as scratch:
        plain = Path(scratch) / "plain.zip"
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as archive:
            manifest = _write(archive, folder)
        beside = out.with_name(f".{out.name}.part")
        try:
            with plain.open("rb") as source, beside.open("wb") as sealed:
                seal(source, sealed, key)
                sealed.flush()
                os.fsync(sealed.fileno())
            beside.replace(out)
        finally:
            beside.unlink(missing_ok=True)
    with out.open("rb") as written:
        sha256 = hashlib.file_digest(written, "sha256").hexdigest()
    return Taken(out.name, sha256, manifest["rows"], manifest["papers"], manifest["audit_head"])


def _write(archive: zipfile.ZipFile, folder: Path) -> dict[str, Any]:
    with transaction.atomic(durable=True):
        hold_still()
        for model in kept_models():
            lines = "".join(f"{row}\n" for row in rows_of(model))
            archive.writestr(f"rows/{model._meta.label_lower}.jsonl", lines)
        papers = everything()
        _refuse_without(papers)
        manifest = {
            "version": VERSION,
            "rows": counts(),
            "papers": len(papers),
            "audit_head": Head.objects.get().seal,
        }
    for sha256 in papers:
        archive.writestr(f"papers/{sha256}", read_bytes(sha256))
    for path in home_files(folder):
        archive.write(path, f"home/{path.relative_to(folder).as_posix()}")
    for name, path in pack_files():
        archive.write(path, f"home/packs/{name}")
    archive.writestr("manifest.json", json.dumps(manifest, sort_keys=True))
    return manifest


def _refuse_without(papers: list[str]) -> None:
    """Raises Trouble where a paper that a row names is not on the shelf: no backup hides a loss."""
    there = set(papers)
    for paper in Paper.objects.order_by("pk"):
        if paper.sha256 not in there:
            raise Trouble(
                "The original file of a paper is no longer on the shelf.",
                where=f"{paper.name}, {paper.sha256[:12]}",
                do="Put it back from an earlier backup first, so that this one is whole.",
            )


def pack_files() -> list[tuple[str, Path]]:
    """The installation's own packs, wherever its folder of packs is: its records name the law they hold."""
    folder = own_folder()
    if folder is None:
        return []
    found = [path for kind in Kind for path in (folder / kind).glob("*.toml")]
    return sorted((path.relative_to(folder).as_posix(), path) for path in found)


def home_files(folder: Path) -> list[Path]:
    """What an installation is besides rows and papers: what it says of itself, and its keys."""
    public = folder / "reading-room" / "bundle-public.pem"
    return [folder / "candour.json", public, *sorted((folder / "keys").iterdir())]
