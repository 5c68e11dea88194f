"""A reading room in a process of its own, with a temporary home, and keys to fill it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from email.message import Message
from pathlib import Path

from candour.files.bundles import Bundle, Withdrawal, new_keys, private_key_from, write_bundle
from tests.structure.walk import HERE

PATIENCE = 30


@dataclass(frozen=True, slots=True)
class Answered:
    status: int
    headers: Message
    content: bytes

    @property
    def text(self) -> str:
        return self.content.decode()


class _NoFollowing(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        return None


OPENER = urllib.request.build_opener(_NoFollowing, urllib.request.ProxyHandler({}))


@dataclass
class Room:
    home: Path
    port: int = 0
    running: subprocess.Popen[bytes] | None = None
    pems: tuple[bytes, bytes] = field(default_factory=new_keys)

    @property
    def environment(self) -> dict[str, str]:
        """As the main site's process would hand it down, settings and all."""
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "candour.config.settings",
            "READING_ROOM_HOME": str(self.home),
            "READING_ROOM_SECONDS_BETWEEN_LOOKS": "0",
            "PYTHONWARNINGS": "error",
        }

    def make(self) -> None:
        (self.home / "inbox").mkdir(parents=True)
        (self.home / "bundle-public.pem").write_bytes(self.pems[1])

    def python(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            cwd=HERE,
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
        )

    def start(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        serve = (
            "from wsgiref.simple_server import make_server, WSGIRequestHandler as H\n"
            "from candour.reading_room.wsgi import application\n"
            "H.log_message = lambda *words: None\n"
            f"make_server('127.0.0.1', {self.port}, application, handler_class=H).serve_forever()\n"
        )
        self.running = subprocess.Popen([sys.executable, "-c", serve], cwd=HERE, env=self.environment)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.running.poll() is None:
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            time.sleep(0.05)
        raise AssertionError("the reading room does not answer")

    def stop(self) -> None:
        if self.running:
            self.running.terminate()
            self.running.wait(PATIENCE)

    def deliver(self, name: str, contents: Bundle | Withdrawal | bytes) -> None:
        if not isinstance(contents, bytes):
            contents = write_bundle(contents, private_key_from(self.pems[0]))
        (self.home / "inbox" / name).write_bytes(contents)

    def answer(self, path: str, **headers: str) -> Answered:
        request = urllib.request.Request(f"http://127.0.0.1:{self.port}{path}", headers=headers)
        try:
            with OPENER.open(request, timeout=PATIENCE) as response:
                return Answered(response.status, response.headers, response.read())
        except urllib.error.HTTPError as error:
            with error:
                return Answered(error.code, error.headers, error.read())

    def waiting(self) -> list[str]:
        return sorted(one.name for one in (self.home / "inbox").iterdir())

    def refusals(self) -> str:
        return "\n".join(one.read_text("utf-8") for one in (self.home / "refused").glob("*.txt"))
