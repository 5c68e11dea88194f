"""One reading room a module: a start costs a second, and no test of a module spoils another."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.reading_room.room import Room


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(tmp_path_factory.mktemp("reading-room") / "home")
    room.make()
    room.start()
    yield room
    room.stop()
