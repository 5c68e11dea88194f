"""A database that is empty before something is put into it, and empty again if that does not work out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from candour.domain.trouble import Trouble


@contextmanager
def in_an_empty_database() -> Iterator[None]:
    """Raises Trouble where tables are there already; an error inside leaves none behind."""
    if connection.introspection.table_names():
        raise Trouble("The database is not empty.", do="Name a new one. Nothing there was changed.")
    try:
        yield
    except BaseException:
        drop_everything()
        raise


def drop_everything() -> None:
    """Take away what was just made. On SQLite the database is a file, and goes with its folder."""
    if connection.vendor != "postgresql":
        connection.close()
        return
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"DROP TABLE IF EXISTS {connection.ops.quote_name(table)} CASCADE")
        cursor.execute("DROP FUNCTION IF EXISTS audit_line_refuses() CASCADE")
    connection.close()
