"""Where does this reading room keep its things? One folder, with a place for each kind of file in it."""

from __future__ import annotations

import fcntl
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

HOME = "READING_ROOM_HOME"
DATABASE = "READING_ROOM_DATABASE_URL"


@dataclass(frozen=True, slots=True)
class Home:
    """`inbox` is the only place that anything comes in by; `received` keeps each bundle byte for byte."""

    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "inbox"

    @property
    def received(self) -> Path:
        return self.folder / "received"

    @property
    def refused(self) -> Path:
        return self.folder / "refused"

    @property
    def public_key(self) -> Path:
        return self.folder / "bundle-public.pem"

    def make(self) -> None:
        for place in (self.folder, self.inbox, self.received, self.refused):
            place.mkdir(mode=0o700, parents=True, exist_ok=True)


def home_from_environment() -> Home:
    return Home(Path(os.environ.get(HOME) or "reading-room").resolve())


@contextmanager
def alone_in(home: Home, *, wait: bool) -> Iterator[bool]:
    """Yield True to one process at a time; the others wait, or are told False."""
    with (home.folder / ".lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            yield False
        else:
            yield True


def secret_key(home: Home) -> str:
    """Django asks for one. Nothing here is signed with it: there are no sessions, no forms that change."""
    kept = home.folder / "secret-key"
    if not kept.exists():
        home.make()
        fresh = home.folder / f".secret-key-{secrets.token_hex(8)}"
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(48), "ascii")
        # A link appears whole or not at all, so that two processes at their first start agree.
        with suppress(FileExistsError):
            os.link(fresh, kept)
        fresh.unlink()
    return kept.read_text("ascii")


def database_in(home: Home) -> dict[str, object]:
    """SQLite in the home, or PostgreSQL by an address: postgresql://user:word@host:5432/name."""
    if address := os.environ.get(DATABASE):
        return _postgresql(address)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home.folder / "reading-room.sqlite3",
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            # What was withdrawn is overwritten in the file, and does not linger in its free pages.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


def _postgresql(address: str) -> dict[str, object]:
    parts = urlsplit(address)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ValueError(f"{DATABASE} is not a PostgreSQL address. They look like postgresql://host/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "OPTIONS": dict(parse_qsl(parts.query)),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
