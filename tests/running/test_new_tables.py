"""Tables that `candour init` makes quickly are, to the letter, those that Django makes in its own way."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import psycopg
import pytest

from candour.config.home import HomeKind, make_home
from tests.running.homes import Installation, founded, fresh_database, installation

__all__ = ["founded", "installation"]
pytestmark = pytest.mark.slow
IN_DJANGOS_OWN_WAY = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
OF_SQLITE = "SELECT type, name, tbl_name, sql FROM sqlite_master"
OF_POSTGRESQL = (
    """SELECT table_name, column_name, ordinal_position, data_type, character_maximum_length, is_nullable,
       column_default, is_identity FROM information_schema.columns WHERE table_schema = 'public'""",
    "SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint "
    "WHERE connamespace = 'public'::regnamespace",
    "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "SELECT tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal",
)
MANY = 300
"""Tables, columns, indexes and rules together, at the very least."""


def made(installation: Installation) -> set[str]:
    """All that the tables of an installation are, row by row as its database tells it."""
    if address := installation.environment.get("DATABASE_URL"):
        with psycopg.connect(address) as there:
            return {repr(row) for asked in OF_POSTGRESQL for row in there.execute(asked)}
    there = sqlite3.connect(installation.folder / "candour.sqlite3")
    try:
        return {repr(row) for row in there.execute(OF_SQLITE)}
    finally:
        there.close()


def test_tables_made_quickly_are_those_that_django_makes(installation: Installation, tmp_path: Path) -> None:
    on_server = "DATABASE_URL" in installation.environment
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    plain = Installation(tmp_path / "plain", fresh_database(f"plain_{worker}") if on_server else "")
    make_home(plain.folder, HomeKind.REAL)
    plain.ended(plain.python(IN_DJANGOS_OWN_WAY))

    assert made(installation) == made(plain)
    assert len(made(plain)) > MANY
