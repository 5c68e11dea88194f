"""Every row of an installation as lines of JSON, the same on either database, and back again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import StringIO
from typing import Any

from django.apps import apps
from django.core import serializers
from django.core.management.color import no_style
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection, models

LEFT_OUT = {"sessions", "contenttypes", "auth", "axes", "django_tasks_database", "django_tasks_db"}
"""What belongs to one running of the service and not to the record: sessions, guesses, its queue."""


class ExactTimes(DjangoJSONEncoder):
    """Django's own cuts a time off after its thousandths; seals are made over every digit."""

    def default(self, o: Any) -> Any:
        return o.isoformat() if isinstance(o, datetime) else super().default(o)


def kept_models(*, with_links: bool = False) -> list[type[models.Model]]:
    """Every table that is kept. The tables that only link two others travel inside the rows they link."""
    found = apps.get_models(include_auto_created=with_links)
    return [model for model in found if model._meta.app_label not in LEFT_OUT]


def rows_of(model: type[models.Model]) -> Iterator[str]:
    """One line of JSON a row, in order of its key."""
    for row in model._default_manager.order_by("pk").iterator(chunk_size=500):
        yield serializers.serialize("jsonl", [row], cls=ExactTimes).strip()


def put_back(lines: Iterator[str]) -> int:
    """Insert rows as they were. Runs inside the caller's transaction; returns how many."""
    count = 0
    for line in lines:
        for found in serializers.deserialize("jsonl", StringIO(line)):
            found.save(force_insert=not _is_there(found.object))
            count += 1
    return count


def _is_there(row: models.Model) -> bool:
    """Only the head of the record is made by migration; its place is taken, every other row is new."""
    return row._meta.label == "audit.Head"


def set_counters() -> None:
    """The next row made gets a number after the last one put back."""
    for statement in connection.ops.sequence_reset_sql(no_style(), kept_models(with_links=True)):
        with connection.cursor() as cursor:
            cursor.execute(statement)


def counts() -> dict[str, int]:
    """Rows by table. A row's links are counted too, so that none is lost unseen."""
    return {model._meta.db_table: model._default_manager.count() for model in kept_models(with_links=True)}


def hold_still() -> None:
    """Inside a transaction: read everything as of one moment. On SQLite the transaction itself sees to it."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
