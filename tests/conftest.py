"""What holds for every test: how hard hypothesis looks, and that no test reaches the network."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

pytest_plugins = ["tests.databases", "tests.cast"]

# A slow machine is not a failing test, and the same commit tries the same inputs every time: what a new
# input finds, `make deep` finds before it is committed, and it becomes an example of its own.
settings.register_profile(
    "quick",
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("deep", parent=settings.get_profile("quick"), max_examples=3000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))


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
