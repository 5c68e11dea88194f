"""The two databases: SQLite in the installation's folder, or the PostgreSQL that an address names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url

from candour.domain.trouble import Trouble


def sqlite_in(file: Path) -> dict[str, Any]:
    """Readers beside one writer; nothing lost with the power; each transaction may write from its start."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 10,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }


def database_at(address: str) -> dict[str, Any]:
    """Raises Trouble for anything but a PostgreSQL: SQLite by address would lose the settings above."""
    try:
        found: dict[str, Any] = dict(dj_database_url.parse(address, conn_max_age=60, conn_health_checks=True))
    except ValueError:
        found = {}
    if found.get("ENGINE") != "django.db.backends.postgresql":
        raise Trouble(
            "DATABASE_URL names no PostgreSQL.",
            do="Write it as postgresql://user:password@host/name, or leave it unset for SQLite.",
        )
    return found
