"""A world that many tests begin with is made once a process, and laid down again from its rows and papers.

Only on SQLite, where the same acts give the same keys; only upon the very rows that it was made upon; and
never in a test that patches something. Everybody else makes it anew, by the acts themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, wraps
from typing import Any, TypeVar

import pytest
from django.conf import UserSettingsHolder, settings
from django.db import connection
from django.db.models import Model

from candour.kernel.papers.shelf import place_of

Make = TypeVar("Make", bound=Callable[..., Any])
Rows = dict[int, tuple[Any, ...]]
"""By SQLite's own number of the row."""
Tables = dict[str, Rows]

FOLDERS = {"PAPERS", "INBOX"}
"""Settings that a test may change and still be given a kept world: its papers are put where they say."""
NUMBERS = "sqlite_sequence"
"""Where SQLite keeps the last key of each table."""
SHA256 = 64
"""Letters by which a row names a paper on the shelf."""
_patching: list[Any] = []
"""Of the test that runs: whether it asks for a patch itself, and what its fixtures have patched."""


@dataclass(frozen=True, slots=True)
class World:
    upon: Tables
    of: Any
    rows: Tables
    papers: dict[str, bytes]
    found: Any


@pytest.fixture(autouse=True)
def _watched(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    asked_for = request.function.__code__.co_varnames[: request.function.__code__.co_argcount]
    _patching[:] = ["monkeypatch" in asked_for, monkeypatch]


def kept(make: Make) -> Make:
    """`make` returns a row, or nothing. What it writes follows from the tables and its arguments alone."""
    worlds: list[World] = []

    @wraps(make)
    def made_once(cast: Any, *others: Any, **said: Any) -> Any:
        if connection.vendor != "sqlite" or _is_patched():
            return make(cast, *others, **said)
        before = _tables()
        for world in worlds:
            if world.of == (others, said) and world.upon == before:
                _lay_down(world)
                _refresh((*vars(cast).values(), *others, *said.values()), world)
                return _again(world.found)
        found = make(cast, *others, **said)
        after = _tables()
        worlds.append(World(before, (others, said), after, _papers(before, after), found))
        return found

    return made_once


def _is_patched() -> bool:
    asked, patch = _patching
    return bool(asked or patch._setattr or patch._setitem or _settings_changed())


def _settings_changed() -> bool:
    holder: Any = settings._wrapped
    changed: set[str] = set()
    while isinstance(holder, UserSettingsHolder):
        changed |= {name for name in vars(holder) if name.isupper()} - {*FOLDERS, "SETTINGS_MODULE"}
        holder = holder.default_settings
    return bool(changed)


def _tables() -> Tables:
    with connection.cursor() as cursor:
        return {table: _rows(cursor, table) for table in _columns()}


def _rows(cursor: Any, table: str) -> Rows:
    """As SQLite holds them: a column with a plus before it is not turned into a day or a yes."""
    columns = ", ".join(f'+"{name}"' for name in _columns()[table])
    cursor.execute(f'SELECT rowid, {columns} FROM "{table}"')
    return {row[0]: row[1:] for row in cursor.fetchall()}


@cache
def _columns() -> dict[str, list[str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        found = {}
        for (table,) in cursor.fetchall():
            cursor.execute(f'PRAGMA table_info("{table}")')
            found[table] = [column[1] for column in cursor.fetchall()]
    return found


def _new(upon: Rows, rows: Rows) -> Rows:
    return {number: row for number, row in rows.items() if upon.get(number) != row}


def _papers(before: Tables, after: Tables) -> dict[str, bytes]:
    rows = (row for table in after for row in _new(before[table], after[table]).values())
    named = {word for row in rows for word in row if isinstance(word, str) and len(word) == SHA256}
    return {word: place_of(word).read_bytes() for word in named if place_of(word).is_file()}


def _lay_down(world: World) -> None:
    with connection.cursor() as cursor:
        for table, rows in world.rows.items():
            if table == NUMBERS:
                continue  # SQLite writes into it meanwhile
            if gone := [(number,) for number in world.upon[table] if number not in rows]:
                cursor.executemany(f'DELETE FROM "{table}" WHERE rowid = %s', gone)
            if new := [(number, *row) for number, row in _new(world.upon[table], rows).items()]:
                columns = ", ".join(f'"{name}"' for name in ("rowid", *_columns()[table]))
                places = ", ".join(["%s"] * len(new[0]))
                cursor.executemany(f'INSERT OR REPLACE INTO "{table}" ({columns}) VALUES ({places})', new)
        cursor.execute(f"DELETE FROM {NUMBERS}")
        cursor.executemany(
            f"INSERT INTO {NUMBERS} (name, seq) VALUES (%s, %s)", list(world.rows[NUMBERS].values())
        )
    for word, content in world.papers.items():
        place_of(word).parent.mkdir(parents=True, exist_ok=True)
        place_of(word).write_bytes(content)


def _refresh(held: Iterable[Any], world: World) -> None:
    """What the test has in hand is as the acts would have left it."""
    for one in held:
        if isinstance(one, Model):
            table = one._meta.db_table
            if world.rows[table].get(one.pk) != world.upon[table].get(one.pk):
                one.refresh_from_db()


def _again(found: Any) -> Any:
    return type(found)._default_manager.get(pk=found.pk) if isinstance(found, Model) else found
