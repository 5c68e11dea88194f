"""The record: every act leaves a sealed line, and no line can be changed."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction

from candour.domain.access import Can
from candour.kernel.audit.acting import Changed, act, read
from candour.kernel.audit.models import Head, Line
from candour.kernel.audit.sealing import append, verify
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
    assert Line.objects.count() == 1, "who saved second changed nothing and leaves no line"


def test_acts_cannot_nest(cast: Cast) -> None:
    def nested() -> None:
        with (
            act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE),
            act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE),
        ):
            pass

    with pytest.raises(RuntimeError, match="durable"):
        nested()
    assert not Line.objects.exists()


def test_a_line_is_appended_only_with_what_it_records(cast: Cast) -> None:
    with act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE):
        pass
    kept = Line.objects.get()
    atomic, connection.in_atomic_block = connection.in_atomic_block, False
    try:
        with pytest.raises(RuntimeError, match="inside the transaction"):
            append(kept)
    finally:
        connection.in_atomic_block = atomic


def test_who_read_restricted_papers_is_in_the_record(cast: Cast) -> None:
    read("opened_chronology", by=cast.lead, on=cast.review)

    line = Line.objects.get()
    assert (line.who, line.did, line.room) == ("lead", "opened_chronology", "review 2014/003")
    assert verify().ok


def test_what_somebody_who_left_tries_is_refused_and_recorded(cast: Cast) -> None:
    cast.chair.is_active = False

    def decide() -> None:
        with act("decided", by=cast.chair, on=cast.board, needs=Can.DECIDE):
            pass

    with pytest.raises(PermissionDenied, match="no longer in use"):
        decide()
    assert Line.objects.get().allowed is False


def test_a_room_with_the_longest_name_has_its_line(cast: Cast) -> None:
    cast.board.name = "N" * 200
    cast.board.save()
    read("opened_counts", by=cast.chair, on=cast.board)
    assert Line.objects.get().room == "N" * 200


def test_a_chain_without_its_head_does_not_verify(cast: Cast) -> None:
    read("opened_chronology", by=cast.lead, on=cast.review)
    Head.objects.all().delete()

    bad = verify().first_bad
    assert bad is not None
    assert "head of the chain is missing" in bad.why


def test_lines_written_during_a_verification_are_no_fault(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found by trying: the head was read after the walk, so a busy service looked like a broken chain."""
    from candour.kernel.audit import sealing

    read("opened_chronology", by=cast.lead, on=cast.review)
    walk = sealing._walk

    def walk_while_somebody_reads(lines: Any) -> Any:
        found = walk(list(lines))
        read("opened_chronology", by=cast.judge, on=cast.review)
        return found

    monkeypatch.setattr(sealing, "_walk", walk_while_somebody_reads)
    assert verify().ok


def test_the_head_that_was_noted_finds_a_tail_cut_off(cast: Cast) -> None:
    for _ in range(2):
        read("opened_chronology", by=cast.lead, on=cast.review)
    noted = verify().head
    assert verify(expected_head=noted.upper()).ok
    assert not verify(expected_head="0" * 64).ok
