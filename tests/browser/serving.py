"""A demonstration of a test's own: made once a run, copied, and served by `candour serve` on free ports."""

from __future__ import annotations

import fcntl
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

CANDOUR = [sys.executable, "-m", "candour"]
PATIENCE = 60.0
"""Seconds until three processes must answer, or have ended."""
AWAKE = "import django, sys; django.setup()\n"
LINK = """
from candour.desk.one_time_links import token_for
from candour.kernel.people.models import Person
print(token_for(Person.objects.get(username=sys.argv[1])))
"""


@dataclass(frozen=True, slots=True)
class Served:
    """A demonstration that answers."""

    home: Path
    web: str
    reading_room: str
    log: Path

    def one_time_link(self, username: str) -> str:
        """The link by which somebody of the cast who has no button chooses a password."""
        return f"{self.web}/join/{self.python(LINK, username)}/"

    def python(self, source: str, *words: str) -> str:
        """What a few lines print that run inside the installation, beside its three processes."""
        ours = {"CANDOUR_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "candour.config.settings"}
        done = subprocess.run(
            [sys.executable, "-c", AWAKE + source, *words],
            env={**_environment(), **ours},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


def _environment() -> dict[str, str]:
    ours = ("CANDOUR_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE", "READING_ROOM_HOME")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def demonstration_made_once(folder: Path) -> Path:
    """The home of a demonstration: made by whichever test process comes first, kept as it is by all."""
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / "lock", "w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "made").exists():
            done = subprocess.run(
                [*CANDOUR, "demo", "--no-serve", "--out", str(folder / "demo")],
                env=_environment(),
                capture_output=True,
                text=True,
                timeout=5 * PATIENCE,
            )
            assert done.returncode == 0, done.stderr
            (folder / "made").touch()
    return folder / "demo" / "home"


@contextmanager
def served(made: Path, folder: Path) -> Iterator[Served]:
    """Serve a copy until the block ends."""
    home = folder / "home"
    shutil.copytree(made, home)
    web, reading_room = _free_ports()
    words = [*CANDOUR, "serve", "--home", str(home)]
    words += ["--port", str(web), "--reading-room-port", str(reading_room)]
    log = folder / "served.log"
    with open(log, "w", encoding="utf-8") as said:
        process = subprocess.Popen(words, env=_environment(), stdout=said, stderr=subprocess.STDOUT)
    try:
        _wait_till_said(process, log)
        yield Served(home, f"http://127.0.0.1:{web}", f"http://127.0.0.1:{reading_room}", log)
    finally:
        process.terminate()
        process.wait(PATIENCE)


def _wait_till_said(process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + PATIENCE
    while "Ctrl-C ends" not in log.read_text("utf-8"):
        assert process.poll() is None, log.read_text("utf-8")
        assert time.monotonic() < until, f"not served in time: {log.read_text('utf-8')}"
        time.sleep(0.1)


def _free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as two:
        one.bind(("127.0.0.1", 0))
        two.bind(("127.0.0.1", 0))
        return one.getsockname()[1], two.getsockname()[1]
