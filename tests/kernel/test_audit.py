"""The record: every act leaves a sealed line, and no line can be changed."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed, act
from candour.kernel.audit.models import Line
from candour.kernel.audit.sealing import verify
from candour.kernel.people.models import Organisation
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_the_database_is_the_one_asked_for(on_database: str) -> None:
    assert connection.vendor == on_database


def test_an_act_leaves_one_sealed_line(cast: Cast) -> None:
    with act(
        "answered_test", by=cast.manager, on=cast.board, needs=Can.ANSWER_TESTS, why="seen in the notes"
    ):
        pass

    line = Line.objects.get()
    assert (line.who, line.did, line.allowed, line.why) == (
        "manager",
        "answered_test",
        True,
        "seen in the notes",
    )
    assert verify().ok


def test_a_refusal_is_recorded_and_changes_nothing(cast: Cast) -> None:
    def decide() -> None:
        with act("decided", by=cast.manager, on=cast.board, needs=Can.DECIDE):
            Organisation.objects.create(name="Never made", slug="never", kind="national")

    with pytest.raises(PermissionDenied, match="decide whether to review"):
        decide()

    assert not Organisation.objects.filter(slug="never").exists()
    assert Line.objects.get().allowed is False


def test_an_error_inside_an_act_undoes_it_and_leaves_no_line(cast: Cast) -> None:
    def half() -> None:
        with act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE):
            Organisation.objects.create(name="Half made", slug="half", kind="national")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()

    assert not Organisation.objects.filter(slug="half").exists()
    assert not Line.objects.exists()


@pytest.mark.parametrize("statement", ["UPDATE audit_line SET who = 'x'", "DELETE FROM audit_line"])
def test_the_database_itself_refuses_to_change_a_line(cast: Cast, statement: str) -> None:
    with act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE):
        pass
    with (
        pytest.raises(DatabaseError, match="append-only"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)


def test_whoever_saves_second_is_shown_the_first(cast: Cast) -> None:
    def retitle() -> None:
        with act("retitled", by=cast.lead, on=cast.review, needs=Can.WRITE_REPORT, version=1):
            pass

    retitle()
    with pytest.raises(Changed) as caught:
        retitle()
    assert caught.value.now.version == 2
