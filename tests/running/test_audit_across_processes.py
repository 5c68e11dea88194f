"""The record holds when several processes write it at once, and tells of what was changed behind its back."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.running.homes import Installation, founded, installation

__all__ = ["founded", "installation"]
pytestmark = pytest.mark.slow
TIMES, PROCESSES = 25, 2
ACTS = f"""
from candour.domain.access import Can
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Organisation, Person
ann, board = Person.objects.get(), Organisation.objects.get()
for _ in range({TIMES}):
    with act("tried_at_once", by=ann, on=board, needs=Can.ADMINISTER):
        pass
"""
BEHIND_ITS_BACK = """
from django.db import connection
from candour.kernel.audit.models import Head, Line
with connection.cursor() as cursor:
    if connection.vendor == "sqlite":
        cursor.execute("DROP TRIGGER IF EXISTS audit_line_no_update")
        cursor.execute("DROP TRIGGER IF EXISTS audit_line_no_delete")
    else:
        cursor.execute("DROP TRIGGER IF EXISTS audit_line_append_only ON audit_line")
    cursor.execute("{statement}")
last = Line.objects.order_by("-number").first()
Head.objects.filter(pk=1).update(number=last.number, seal=last.seal)
"""


def verified(installation: Installation, *words: str, code: int = 0) -> dict[str, Any]:
    answer = installation.run("audit", "verify", "--by", "ann", "--json", *words, code=code)
    found: dict[str, Any] = json.loads(answer.stdout)
    return found


def test_several_processes_make_one_chain_and_tampering_is_named(installation: Installation) -> None:
    """One story, because each step costs a process: written at once, then cut off, then changed."""
    writers = [installation.python(ACTS) for _ in range(PROCESSES)]
    for writer in writers:
        installation.ended(writer)
    whole = verified(installation)
    assert (whole["lines"], whole["ok"], whole["first_bad"]) == (1 + TIMES * PROCESSES, True, None)

    cut = "DELETE FROM audit_line WHERE number > 40"
    installation.ended(installation.python(BEHIND_ITS_BACK.format(statement=cut)))
    assert verified(installation)["ok"], "a chain cut at its end and given a new head looks whole by itself"
    assert not verified(installation, "--head", whole["head"], code=3)["ok"], "the noted head tells"

    changed = "UPDATE audit_line SET who = 'nobody' WHERE number = 7"
    installation.ended(installation.python(BEHIND_ITS_BACK.format(statement=changed)))
    assert verified(installation, code=3)["first_bad"]["line"] == 7
