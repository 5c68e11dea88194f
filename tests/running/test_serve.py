"""Three processes begin together and end together, whoever ends first."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from candour.cli.serving import Ports, check_reach
from candour.config.home import HomeKind, make_home
from candour.domain.trouble import Trouble
from tests.running.homes import CANDOUR, Installation, founded, on_sqlite

__all__ = ["founded", "on_sqlite"]
pytestmark = pytest.mark.slow
PATIENCE = 120


def free_ports() -> tuple[int, int]:
    with socket.socket() as one, socket.socket() as other:
        for probe in (one, other):
            probe.bind(("127.0.0.1", 0))
        return one.getsockname()[1], other.getsockname()[1]


def children_of(process: subprocess.Popen[str]) -> list[int]:
    """The processes that it started itself."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            words = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(words[1]) == process.pid and words[0] != "Z":
            found.append(int(stat.parent.name))
    return sorted(found)


@contextmanager
def served(home: Installation, ports: tuple[int, int]) -> Iterator[subprocess.Popen[str]]:
    words = ("serve", "--port", str(ports[0]), "--reading-room-port", str(ports[1]))
    process = subprocess.Popen([*CANDOUR, *words], env=home.environment, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "Ctrl-C ends all three" in line:
                break
        yield process
    finally:
        if process.poll() is None:
            process.terminate()
        process.communicate(timeout=PATIENCE)


def ended(pids: list[int]) -> bool:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if not any(Path(f"/proc/{pid}").exists() for pid in pids):
            return True
        time.sleep(0.1)
    return False


def test_three_processes_live_and_die_together(on_sqlite: Installation, tmp_path: Path) -> None:
    home = on_sqlite
    home.environment["HOME"] = str(tmp_path)
    ports = free_ports()

    with served(home, ports) as process:
        three = children_of(process)
        assert len(three) == 3
        for port in ports:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=30) as page:
                assert "default-src 'none'" in page.headers["Content-Security-Policy"]
        taken = home.run("serve", "--port", str(ports[0]), "--reading-room-port", str(ports[1]), code=2)
        assert re.search(rf"Port {ports[0]} cannot be used", taken.stderr)
        process.send_signal(signal.SIGTERM)
        assert process.wait(PATIENCE) == 0
        assert ended(three)

    with served(home, ports) as process:
        three = children_of(process)
        os.kill(three[1], signal.SIGKILL)
        assert process.wait(PATIENCE) == 2
        assert ended(three)
    assert not (tmp_path / ".gunicorn").exists(), "no door is left beside the one that is served"


@pytest.mark.parametrize("bind", ["0.0.0.0", "192.168.1.5", "", "::", "candour.example"])
def test_a_demonstration_is_served_on_this_machine_only(tmp_path: Path, bind: str) -> None:
    home = make_home(tmp_path / "home", HomeKind.DEMONSTRATION)
    with pytest.raises(Trouble, match="on this machine only"):
        check_reach(home, Ports(bind, *free_ports()))
