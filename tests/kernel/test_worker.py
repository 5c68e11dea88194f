"""The worker lasts through whoever writes for long."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import OperationalError

from candour.config import worker

pytestmark = pytest.mark.django_db


def test_a_database_that_stays_locked_does_not_end_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[str] = []

    def locked_once(command: str, **_: Any) -> None:
        begun.append(command)
        if len(begun) == 1:
            raise OperationalError("database is locked")

    monkeypatch.setattr(worker, "call_command", locked_once)
    worker.main()

    assert begun == ["db_worker", "db_worker"]


def test_a_database_that_is_gone_ends_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any, **__: Any) -> None:
        raise OperationalError("unable to open database file")

    monkeypatch.setattr(worker, "call_command", gone)

    with pytest.raises(OperationalError):
        worker.main()
