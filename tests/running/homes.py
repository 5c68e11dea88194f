"""Installations of their own for tests that need more than one process, on either database."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.databases import DATABASES, SOCKET, USER, WHY_NOT
from tests.must_have import without

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
            [*CANDOUR, *words], env=self.environment, capture_output=True, text=True, timeout=120
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


def fresh_database(name: str) -> str:
    """The address of a new, empty database on the private server."""
    socket = os.environ[SOCKET]
    with psycopg.connect(host=socket, user=USER, dbname="postgres", autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}"')
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql://{USER}@/{name}?host={socket}"


@pytest.fixture(params=DATABASES)
def installation(request: pytest.FixtureRequest, tmp_path: Path) -> Installation:
    """A real installation, made by `candour init`."""
    address = ""
    if request.param == "postgresql":
        if SOCKET not in os.environ:
            without("postgresql", os.environ.get(WHY_NOT, "it did not start"))
        worker = os.environ.get("PYTEST_XDIST_WORKER", "one")
        address = fresh_database(f"home_{worker}")
    made = Installation(tmp_path / "home", address)
    made.run("init", "--board", "Invented Board", "--administrator", "ann", "--home", str(made.folder))
    return made
