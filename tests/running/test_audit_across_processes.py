"""The record holds when several processes write it at once, and tells of what was changed behind its back."""

from __future__ import annotations

import json

import pytest

from tests.running.homes import Installation, installation

__all__ = ["installation"]
TIMES, PROCESSES = 25, 3
ACTS = f"""
from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
ann, board = Person.objects.get(), Organisation.objects.get()
for _ in range({TIMES}):
    with act("tried_at_once", by=ann, on=board, needs=Can.ADMINISTER):
        pass
"""


@pytest.fixture
def written(installation: Installation) -> Installation:
    writers = [installation.python(ACTS) for _ in range(PROCESSES)]
    for writer in writers:
        assert writer.wait(timeout=120) == 0, writer.stderr and writer.stderr.read()
    return installation


def test_lines_of_several_processes_make_one_chain(written: Installation) -> None:
    answer = json.loads(written.run("audit", "verify", "--by", "ann", "--json").stdout)

    assert answer == {"lines": 1 + TIMES * PROCESSES, "ok": True, "first_bad": None, "head": answer["head"]}


def test_a_line_changed_behind_the_database_is_named(written: Installation) -> None:
    head = json.loads(written.run("audit", "verify", "--by", "ann", "--json").stdout)["head"]
    changed = written.python(
        """
from django.db import connection
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER audit_line_no_update")
        cursor.execute("DROP TRIGGER audit_line_no_delete")
    else:
        cursor.execute("DROP TRIGGER audit_line_append_only ON audit_line")
    cursor.execute("UPDATE audit_line SET who = 'nobody' WHERE number = 7")
    cursor.execute("DELETE FROM audit_line WHERE number > 60")
"""
    )
    assert changed.wait(timeout=60) == 0

    answer = json.loads(written.run("audit", "verify", "--by", "ann", "--json", "--head", head, code=3).stdout)
    assert (answer["ok"], answer["first_bad"]["line"]) == (False, 7)


def test_a_tail_cut_off_is_found_by_the_head_that_was_noted(written: Installation) -> None:
    head = json.loads(written.run("audit", "verify", "--by", "ann", "--json").stdout)["head"]
    cut = written.python(
        """
from django.db import connection
from candour.kernel.audit.models import Head, Line
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER audit_line_no_delete")
    else:
        cursor.execute("DROP TRIGGER audit_line_append_only ON audit_line")
    cursor.execute("DELETE FROM audit_line WHERE number > 60")
last = Line.objects.order_by("-number").first()
Head.objects.filter(pk=1).update(number=last.number, seal=last.seal)
"""
    )
    assert cut.wait(timeout=60) == 0

    assert json.loads(written.run("audit", "verify", "--by", "ann", "--json").stdout)["ok"]
    written.run("audit", "verify", "--by", "ann", "--head", head, code=3)
