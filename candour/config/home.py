"""The folder an installation lives in: its keys, its database when that is SQLite, its papers."""

from __future__ import annotations

import json
import os
import secrets
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from cryptography.fernet import Fernet

from candour.domain.trouble import Trouble
from candour.files.bundles import new_keys
from candour.kernel.archive.sealed_file import new_key


class HomeKind(StrEnum):
    REAL = "real"
    DEMONSTRATION = "demonstration"


@dataclass(frozen=True, slots=True)
class Home:
    """Where everything of one installation lies. A demonstration has a folder of its own, always."""

    folder: Path

    @property
    def marker(self) -> Path:
        return self.folder / "candour.json"

    @property
    def database(self) -> Path:
        return self.folder / "candour.sqlite3"

    @property
    def papers(self) -> Path:
        return self.folder / "papers"

    @property
    def reading_room(self) -> Path:
        """The reading room's own folder; the only thing of ours that lies in it is its inbox."""
        return self.folder / "reading-room"

    @property
    def packs(self) -> Path:
        """Where a backup puts the installation's own packs; looked in where no other folder is named."""
        return self.folder / "packs"

    @property
    def inbox(self) -> Path:
        return self.reading_room / "inbox"

    def key(self, name: str) -> str:
        return _read(self.folder / "keys" / name, self.folder).strip()

    @property
    def kind(self) -> HomeKind:
        return HomeKind(self._said()["kind"])

    @property
    def today(self) -> date | None:
        """The day a demonstration stands still on; None for a real installation, which asks the clock."""
        said = self._said().get("today")
        return date.fromisoformat(said) if said else None

    def _said(self) -> dict[str, str]:
        said: dict[str, str] = json.loads(_read(self.marker, self.folder))
        return said

    def exists(self) -> bool:
        return self.marker.exists()


def make_home(folder: Path, kind: HomeKind, *, today: date | None = None) -> Home:
    """Make the folder with fresh keys. Raises Trouble where something is there already."""
    home = lay_out(folder)
    private, public = new_keys()
    _write_secret(home.folder / "keys" / "secret_key", secrets.token_urlsafe(64))
    _write_secret(home.folder / "keys" / "field_key", Fernet.generate_key().decode())
    new_key(home.folder / "keys" / "backup_key")
    _write_secret(home.folder / "keys" / "bundle-private.pem", private.decode())
    (home.reading_room / "bundle-public.pem").write_bytes(public)
    said = {"kind": str(kind), **({"today": today.isoformat()} if today else {})}
    # Last, so that a folder half made is not taken for an installation.
    home.marker.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    return home


def lay_out(folder: Path) -> Home:
    """The empty folders of an installation, for its owner alone. Raises Trouble where something is there."""
    home = Home(folder.resolve())
    if home.folder.exists() and (not home.folder.is_dir() or any(home.folder.iterdir())):
        raise Trouble(
            f"{home.folder} is not empty.",
            where=str(home.folder),
            do="Choose a folder that does not exist yet. Nothing there was changed.",
        )
    for part in (home.folder, home.folder / "keys", home.papers, home.reading_room, home.inbox):
        part.mkdir(parents=True, exist_ok=True)
        part.chmod(0o700)
    return home


def home_from_environment() -> Home:
    """The home that CANDOUR_HOME names. Raises Trouble where none is named or none is there."""
    named = os.environ.get("CANDOUR_HOME", "")
    if not named:
        raise Trouble(
            "CANDOUR_HOME is not set, so Candour does not know which installation is meant.",
            do="Set it to the folder that `candour init` made.",
        )
    home = Home(Path(named).resolve())
    if not home.exists():
        raise Trouble(
            f"{home.folder} holds no installation of Candour.",
            where=str(home.folder),
            do="Make one with `candour init`, or set CANDOUR_HOME to the right folder.",
        )
    return home


def _read(path: Path, folder: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise Trouble(
            f"The installation's file {path.name} is missing.",
            where=str(folder),
            do="Restore the folder from a backup: candour restore.",
        ) from None


def _write_secret(path: Path, words: str) -> None:
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(words + "\n")
