"""Migrations run once, and every test process works on a copy of the tables they made.

The copy for SQLite is kept in pytest's cache for later runs, until a migration, a table's name or the
lock of packages changes. A clean checkout, such as CI's, runs every migration.
"""

from __future__ import annotations

import fcntl
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.apps import apps
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.utils import setup_databases

from candour.cli.new_tables import models_drawn_up_alone

TEMPLATE = "migrated"
LOCK = Path(__file__).parents[1] / "requirements" / "test.lock"


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """While the block runs, no other process of this user is in one for the same folder."""
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def stamp() -> str:
    """Changes with whatever migrated tables, and the rows that come with them, are made from."""
    made_from = hashlib.sha256(LOCK.read_bytes() + sqlite3.sqlite_version.encode())
    for app in sorted(apps.get_app_configs(), key=lambda one: one.label):
        for path in sorted(Path(app.path).glob("migrations/*.py")):
            made_from.update(f"{app.label} {path.name}".encode() + path.read_bytes())
    for model in apps.get_models():  # of which Django keeps a row each, and of what may be done with them
        made_from.update(f"{model._meta.label} {model._meta.default_permissions}".encode())
        made_from.update(f"{model._meta.permissions}".encode())
    return made_from.hexdigest()


def migrate(alias: str) -> None:
    with models_drawn_up_alone():
        setup_databases(verbosity=0, interactive=False, aliases={alias}, serialized_aliases=set())


def migrated_sqlite(folder: Path) -> None:
    """Puts migrated tables into the empty database in memory that `default` is."""
    kept = folder / f"{stamp()}.sqlite3"
    with alone(folder):
        if not kept.exists():
            for old in folder.glob("*.sqlite3"):
                old.unlink()
            migrate("default")
            _copied_to(kept)
            return
    _copied_from(kept)


def _copied_to(kept: Path) -> None:
    making = kept.with_suffix(".making")
    making.unlink(missing_ok=True)
    made = sqlite3.connect(making)
    connections["default"].connection.backup(made)
    made.close()
    making.rename(kept)


def _copied_from(kept: Path) -> None:
    default = connections["default"]
    name = default.creation._get_test_db_name()  # what Django's own tests call it
    default.close()
    default.settings_dict["NAME"] = name
    default.ensure_connection()
    made = sqlite3.connect(kept)
    made.backup(default.connection)
    made.close()


def migrated_postgresql(folder: Path, alias: str, name: str) -> BaseDatabaseWrapper:
    """A connection to a new database `name` with migrated tables; `folder` is the server's own, of one run.

    `alias` is set up to make a test database called TEMPLATE.
    """
    made = connections[alias]
    with alone(folder):
        if not (folder / TEMPLATE).exists():
            migrate(alias)
            (folder / TEMPLATE).touch()
        made.close()  # nobody may look at what is being copied
        with made.creation._nodb_cursor() as cursor:
            cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{TEMPLATE}"')
    made.settings_dict["NAME"] = name
    return made
