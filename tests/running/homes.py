"""Installations of their own for tests that need more than one process, on either database."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.databases import DATABASES, SOCKET, USER, WHY_NOT
from tests.migrated import alone
from tests.must_have import without

PATIENCE = 240
"""Seconds in which a command must have ended, on however busy a machine."""
CANDOUR = [sys.executable, "-m", "candour"]


class Installation:
    """A home in a temporary folder, and the environment that its processes run in."""

    def __init__(self, folder: Path, address: str) -> None:
        self.folder = folder
        not_ours = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
        self.environment = {
            **{name: value for name, value in os.environ.items() if name not in not_ours},
            "CANDOUR_HOME": str(folder),
            **({"DATABASE_URL": address} if address else {}),
        }

    def run(self, *words: str, code: int = 0) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*CANDOUR, *words], env=self.environment, capture_output=True, text=True, timeout=PATIENCE
        )
        assert done.returncode == code, done.stderr
        return done

    def python(self, source: str) -> subprocess.Popen[str]:
        """A process of the installation's own that runs a few lines with Django awake."""
        wakes = "import django; django.setup()\n"
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": "candour.config.settings"}
        return subprocess.Popen(
            [sys.executable, "-c", wakes + source],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )

    @staticmethod
    def ended(process: subprocess.Popen[str]) -> None:
        """Wait for it, and fail with its own words where it failed."""
        _, words = process.communicate(timeout=120)
        assert process.returncode == 0, words


def fresh_database(name: str, template: str = "template1") -> str:
    """The address of a new database on the private server: empty, or a copy of `template`."""
    socket = os.environ[SOCKET]
    with psycopg.connect(host=socket, user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
    return f"postgresql://{USER}@/{name}?host={socket}"


FOUNDED = "founded"
"""The database on the server that `candour init` filled, and nobody else touches."""


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """Where installations made by `candour init` are kept for copying: one a database, for all workers."""
    shared = tmp_path_factory.getbasetemp()
    folder = (shared if worker_id == "master" else shared.parent) / FOUNDED
    for database in ("sqlite", "postgresql"):
        (folder / database).mkdir(parents=True, exist_ok=True)
    return folder


def founded_once(folder: Path) -> Path:
    """The home of the one for the database the folder is named for: made by whichever process is first."""
    home, made = folder / "home", folder / "made"
    with alone(folder):
        if not made.exists():
            shutil.rmtree(home, ignore_errors=True)  # of one that was stopped on its way
            address = fresh_database(FOUNDED) if folder.name == "postgresql" else ""
            words = ("--board", "Invented Board", "--administrator", "ann", "--home", str(home))
            Installation(home, address).run("init", *words)
            made.touch()
    return home


@pytest.fixture(params=DATABASES)
def installation(request: pytest.FixtureRequest, tmp_path: Path, founded: Path) -> Installation:
    """A real installation, as `candour init` leaves it: home and database are the test's own copies."""
    if request.param == "postgresql" and SOCKET not in os.environ:
        without("postgresql", os.environ.get(WHY_NOT, "it did not start"))
    home = shutil.copytree(founded_once(founded / request.param), tmp_path / "home")
    if request.param == "sqlite":
        return Installation(home, "")
    worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
    with alone(founded / request.param):  # two at once may not copy one database
        return Installation(home, fresh_database(f"home_{worker}", template=FOUNDED))


@pytest.fixture
def on_sqlite(tmp_path: Path, founded: Path) -> Installation:
    """The same, for tests in which the database makes no difference: a copy with a database file in it."""
    home = tmp_path / "home"
    shutil.copytree(founded_once(founded / "sqlite"), home)
    return Installation(home, "")
