"""Three processes that live and die together."""

from __future__ import annotations

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

from candour.cli.answers import Exit, say
from candour.config.environment import env
from candour.config.home import Home, HomeKind
from candour.domain.trouble import Trouble

LOOPBACK = {"127.0.0.1", "localhost"}
PATIENCE = 30.0
"""Seconds that a process may take to begin, and again to end."""


@dataclass(frozen=True, slots=True)
class Ports:
    bind: str
    web_port: int
    reading_room_port: int

    @property
    def web(self) -> str:
        return f"http://{self.bind}:{self.web_port}"

    @property
    def reading_room(self) -> str:
        return f"http://{self.bind}:{self.reading_room_port}"


def check_reach(home: Home, ports: Ports) -> None:
    """Raises Trouble where a demonstration would be reachable from outside, or a port is taken."""
    if home.kind is HomeKind.DEMONSTRATION and ports.bind not in LOOPBACK:
        raise Trouble(
            "A demonstration signs in whoever asks, so it is served on this machine only.",
            do="Leave --bind at 127.0.0.1.",
        )
    for port in (ports.web_port, ports.reading_room_port):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ports.bind, port))
            except OSError as error:
                raise Trouble(
                    f"Port {port} cannot be used: {error.strerror}.",
                    do="Choose others with --port and --reading-room-port.",
                ) from None


def serve_until_stopped(home: Home, ports: Ports, *, ready: Callable[[], None]) -> int:
    """Begin all three, say when they answer, and end all when one ends or a signal comes."""
    stopping: list[int] = []

    def stop(number: int, _: FrameType | None) -> None:
        stopping.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    running = {name: _begin(words, extra) for name, (words, extra) in _commands(home, ports).items()}
    try:
        _wait_till_answering(ports, running, stopping)
        if not stopping and not _ended(running):
            ready()
        while not stopping and not _ended(running):
            time.sleep(0.2)
    finally:
        ended = _ended(running)
        _end(running)
    if stopping:
        return Exit.DONE
    say(f"candour: the {ended[0]} ended by itself, so all were ended. Its own words are above.")
    return Exit.COULD_NOT


def _commands(home: Home, ports: Ports) -> dict[str, tuple[list[str], dict[str, str]]]:
    inside = {
        "CANDOUR_HOME": str(home.folder),
        "DJANGO_SETTINGS_MODULE": "candour.config.settings",
        # Behind a proxy its public address is said from outside.
        "CANDOUR_READING_ROOM_ADDRESS": env("CANDOUR_READING_ROOM_ADDRESS", ports.reading_room),
    }
    public = {
        "READING_ROOM_HOME": str(home.reading_room),
        "DJANGO_SETTINGS_MODULE": "candour.reading_room.settings",
    }
    return {
        "web service": (
            _gunicorn("candour.config.wsgi:application", ports.bind, ports.web_port, threads=8),
            inside,
        ),
        "worker": ([sys.executable, "-m", "candour.config.worker"], inside),
        "reading room": (
            _gunicorn(
                "candour.reading_room.wsgi:application", ports.bind, ports.reading_room_port, threads=4
            ),
            public,
        ),
    }


def _gunicorn(application: str, bind: str, port: int, *, threads: int) -> list[str]:
    # One process with threads: SQLite has one writer, and a thread waits for it as well as a process.
    command = [sys.executable, "-m", "gunicorn", application, "--bind", f"{bind}:{port}"]
    command += ["--worker-class", "gthread", "--workers", "1", "--threads", str(threads)]
    # And no log of addresses, as gunicorn keeps none unless told: whom somebody looks for stands in them.
    return [*command, "--no-control-socket", "--log-level", "warning", "--graceful-timeout", "10"]


def _begin(words: list[str], extra: dict[str, str]) -> subprocess.Popen[bytes]:
    """A process in a session of its own, so that Ctrl-C reaches it only through us."""
    kept = dict(os.environ)
    if "READING_ROOM_HOME" in extra:  # the public process is not even told where the cases lie
        kept = {
            name: value for name, value in kept.items() if not name.startswith(("CANDOUR_", "DATABASE_URL"))
        }
    return subprocess.Popen([*_tied_to_us(), *words], env={**kept, **extra}, start_new_session=True)


def _tied_to_us() -> list[str]:
    """Where the machine can, a child ends even when we are killed and can no longer end it."""
    return ["setpriv", "--pdeathsig", "TERM", "--"] if shutil.which("setpriv") else []


def _wait_till_answering(
    ports: Ports, running: dict[str, subprocess.Popen[bytes]], stopping: list[int]
) -> None:
    until = time.monotonic() + PATIENCE
    waiting = [ports.web_port, ports.reading_room_port]
    while waiting and time.monotonic() < until and not stopping and not _ended(running):
        waiting = [port for port in waiting if not _answers(ports.bind, port)]
        time.sleep(0.1)


def _answers(bind: str, port: int) -> bool:
    """Whether it speaks, whatever it says; asked as the proxy asks, so that it need not say "use https"."""
    asked = http.client.HTTPConnection(bind, port, timeout=5)
    try:
        asked.request("GET", "/", headers={"Host": "127.0.0.1", "X-Forwarded-Proto": "https"})
        asked.getresponse()
    except (OSError, http.client.HTTPException):
        return False
    finally:
        asked.close()
    return True


def _ended(running: dict[str, subprocess.Popen[bytes]]) -> list[str]:
    return [name for name, process in running.items() if process.poll() is not None]


def _end(running: dict[str, subprocess.Popen[bytes]]) -> None:
    for process in running.values():
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + PATIENCE
    for process in running.values():
        try:
            process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
