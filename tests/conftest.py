"""What holds for every test: who is in it, which databases it runs on, and that it reaches no network."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from typing import Any

import pytest

pytest_plugins = ["tests.pace", "tests.lasting", "tests.databases", "tests.cast"]


class NetworkRefused(Exception):
    """A test tried to leave this machine."""


def _stays_here(family: int, address: Any) -> bool:
    if family == getattr(socket, "AF_UNIX", None):
        return True
    host = address[0] if isinstance(address, tuple) else ""
    return host in {"localhost", "::1"} or host.startswith("127.")


@pytest.fixture(autouse=True, scope="session")
def no_network() -> Iterator[None]:
    """Refuse every connection but unix sockets and loopback, for the whole run."""

    class HomeSocket(socket.socket):
        def connect(self, address: Any) -> None:
            self._refuse_leaving(address)
            super().connect(address)

        def connect_ex(self, address: Any) -> int:
            self._refuse_leaving(address)
            return super().connect_ex(address)

        def _refuse_leaving(self, address: Any) -> None:
            if not _stays_here(self.family, address):
                raise NetworkRefused(f"a test tried to reach {address!r}; tests stay on this machine")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket, "socket", HomeSocket)
        yield
