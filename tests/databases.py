"""Every database test runs on SQLite and on a private PostgreSQL, in one run of pytest.

The PostgreSQL is made for the run: its own folder, a socket and no port, never as root. Where it
cannot be had, the run says so in its last lines, and on CI fails (tests/must_have.py).
"""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper

from tests.migrated import TEMPLATE, migrated_postgresql, migrated_sqlite
from tests.must_have import without
from tests.pace import leaves_out_slow

SOCKET = "CANDOUR_TEST_POSTGRESQL"
"""Set by the process that started the server, read by those that xdist starts."""
WHY_NOT = "CANDOUR_TEST_POSTGRESQL_WHY_NOT"
USER = "candour"
# `make test-fast` tries SQLite alone; `make test` and CI try both.
DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))


class PrivatePostgreSQL:
    """A server of our own in a temporary folder, reachable by its socket alone."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="candour-pg-"))
        self.programs = _programs()
        self.as_user: list[str] = []
        if os.geteuid() == 0:  # initdb refuses root
            person = pwd.getpwnam("nobody")
            os.chown(self.folder, person.pw_uid, person.pw_gid)
            self.as_user = ["setpriv", "--reuid", str(person.pw_uid), "--regid", str(person.pw_gid)]
            self.as_user += ["--clear-groups"]

    def start(self) -> None:
        self._run("initdb", "-D", self.folder / "db", "-U", USER, "-A", "trust", "-E", "UTF8", "--no-sync")
        options = f"-c listen_addresses='' -k {self.folder} -c fsync=off -c synchronous_commit=off"
        self._run("pg_ctl", "-D", self.folder / "db", "-w", "-l", self.folder / "log", "-o", options, "start")

    def stop(self) -> None:
        self._run("pg_ctl", "-D", self.folder / "db", "-m", "immediate", "stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def _run(self, program: str, *words: object) -> None:
        command = [*self.as_user, str(self.programs / program), *map(str, words)]
        done = subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, timeout=60, cwd="/"
        )
        if done.returncode:
            raise OSError(f"{program}: {done.stderr.strip().splitlines()[-1:]}")


def _programs() -> Path:
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if found:
        return found[-1].parent
    if on_path := shutil.which("initdb"):
        return Path(on_path).parent
    raise OSError("initdb was not found; install PostgreSQL (.ci/run does)")


_server: PrivatePostgreSQL | None = None


def pytest_configure(config: pytest.Config) -> None:
    global _server
    made_already = hasattr(config, "workerinput") or SOCKET in os.environ or WHY_NOT in os.environ
    if made_already or leaves_out_slow(config):
        return
    try:
        _server = PrivatePostgreSQL()
        _server.start()
        os.environ[SOCKET] = str(_server.folder)
    except (OSError, KeyError, subprocess.TimeoutExpired) as error:
        os.environ[WHY_NOT] = str(error)


def pytest_unconfigure(config: pytest.Config) -> None:
    if _server is not None and not hasattr(config, "workerinput"):
        _server.stop()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if why := os.environ.get(WHY_NOT):
        terminalreporter.write_line(f"NOT RUN on PostgreSQL: {why}", red=True)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Each test that touches the database is two tests."""
    touches = metafunc.definition.get_closest_marker("django_db") or "db" in metafunc.fixturenames
    if touches:
        metafunc.fixturenames.insert(0, "on_database")
        metafunc.parametrize("on_database", DATABASES, indirect=True, scope="session")


def pytest_itemcollected(item: pytest.Item) -> None:
    """pytest forgets a fixture that no argument names once it has made the tests: this one comes first."""
    callspec = getattr(item, "callspec", None)
    names: list[str] = getattr(item, "fixturenames", [])
    if callspec is not None and "on_database" in callspec.params and "on_database" not in names:
        names.insert(0, "on_database")


@pytest.fixture(scope="session")
def django_db_setup(
    pytestconfig: pytest.Config, django_test_environment: None, django_db_blocker: Any
) -> None:
    """Stands in the place of pytest-django's, which migrates in every process."""
    with django_db_blocker.unblock():
        migrated_sqlite(pytestconfig.cache.mkdir("migrated"))


@pytest.fixture(scope="session")
def postgresql_made(django_db_setup: None, django_db_blocker: Any) -> Iterator[BaseDatabaseWrapper | None]:
    """A migrated test database on the private server, as a second connection."""
    if SOCKET not in os.environ:
        yield None
        return
    settings = {
        **connections["default"].settings_dict,
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "postgres",
        "USER": USER,
        "HOST": os.environ[SOCKET],
        "OPTIONS": {},
        "TEST": {
            **connections["default"].settings_dict["TEST"],
            "NAME": TEMPLATE,
            "DEPENDENCIES": [],
        },
    }
    connections.settings["postgresql"] = settings
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    with django_db_blocker.unblock():
        made = migrated_postgresql(Path(os.environ[SOCKET]), "postgresql", f"test_{worker}")
    # From here it is known by no name of its own: it only ever stands in the place of `default`.
    del connections["postgresql"]
    del connections.settings["postgresql"]
    made.alias = "default"
    yield made
    with django_db_blocker.unblock():
        made.close()  # the database goes with its server


@pytest.fixture(scope="session")
def on_database(
    request: pytest.FixtureRequest,
    django_db_setup: None,
) -> Iterator[str]:
    """Puts the wanted database in the place of `default` for the tests that follow."""
    if request.param == "sqlite":
        yield "sqlite"
        return
    postgresql_made: BaseDatabaseWrapper | None = request.getfixturevalue("postgresql_made")
    if postgresql_made is None:
        without("postgresql", os.environ.get(WHY_NOT, "it did not start"))
    usual = connections["default"]
    connections["default"] = postgresql_made
    yield "postgresql"
    connections["default"] = usual
