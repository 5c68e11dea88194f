"""A board's log comes in and goes out a batch at a time: cut off it goes on, and nothing is doubled."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from candour.domain.logs import SaidOfLog
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.decide.actions import keep_log, say_log_columns, withdraw_log
from candour.stages.decide.log import runs
from candour.stages.decide.log.models import BoardLog, LogCase, LogRun
from candour.stages.decide.log.runs import ask_to_take_back, ask_to_take_in, go_on_with
from candour.stages.decide.models import Decision
from candour.stages.decide.tasks import log_run_asked_for, take_log_runs_up_again
from candour.stages.notify.models import Notification
from tests.cast import Cast, person, post
from tests.stages.decide.test_log_taken_in import TODAY

pytestmark = pytest.mark.django_db

ROWS = 6
CSV = "Ref,Child,Date of referral,Outcome,Date of decision\n" + "".join(
    f"{n},C{n},{n} May 2010,SCR,1 June 2010\n" for n in range(1, ROWS + 1)
)


class PulledOut(BaseException):
    """The plug, in the middle of the work: nothing that the program could catch."""


@pytest.fixture
def log(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> BoardLog:
    """One row a batch, so that there are several."""
    monkeypatch.setattr(runs, "SECONDS_A_BATCH", -1)
    monkeypatch.setattr(runs, "BREATH", 0)
    cast.board.nation = "eng"
    cast.board.save()
    return keep_log(by=cast.manager, board=cast.board, name="log.csv", content=CSV.encode())


def pull_the_plug_at(nth: int, doing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once, as the row of that number is worked on, after it was worked on."""
    real, count = getattr(runs, doing), iter(range(1, 100))

    def done(*args: Any) -> Any:
        result = real(*args)
        if next(count) == nth:
            raise PulledOut
        return result

    monkeypatch.setattr(runs, doing, done)


def standing() -> list[str]:
    stands = Notification.objects.filter(withdrawn_at=None)
    return list(stands.order_by("title").values_list("title", flat=True))


def test_a_log_cut_off_as_it_comes_in_goes_on_and_doubles_nothing(
    cast: Cast, log: BoardLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ask_to_take_in(by=cast.manager, log=log, on=TODAY)
    pull_the_plug_at(4, "take_in_row", monkeypatch)
    with pytest.raises(PulledOut):
        go_on_with(run)
    assert len(standing()) == LogCase.objects.count() == 3  # the fourth was not whole
    assert take_log_runs_up_again() == 1

    assert standing() == [f"Referral {n}" for n in range(1, ROWS + 1)]
    assert Decision.objects.count() == LogCase.objects.count() == ROWS
    assert Line.objects.filter(did="notified").count() == ROWS
    run.refresh_from_db()
    assert (run.ended_by, run.stopped_why) == (cast.manager.username, "")
    log_run_asked_for.func(run.pk)  # asked for twice, as by a page that waited
    assert Notification.objects.count() == ROWS


def test_a_log_cut_off_as_it_goes_out_goes_on(
    cast: Cast, log: BoardLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs.take_in_log(by=cast.manager, log=log, on=TODAY)
    run = ask_to_take_back(by=cast.manager, log=log)
    pull_the_plug_at(3, "take_back_row", monkeypatch)
    with pytest.raises(PulledOut):
        go_on_with(run)
    assert len(standing()) == ROWS - 2
    assert take_log_runs_up_again() == 1
    assert not standing()
    assert not Decision.objects.exists()
    assert Line.objects.filter(did="withdrew_notification").count() == ROWS


def test_between_two_batches_the_database_is_free(
    cast: Cast, log: BoardLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each batch is a transaction of its own: the pause stands in none, and what came before it is kept."""
    outside: list[tuple[int, int]] = []
    depth = len(connection.savepoint_ids)  # of the test itself

    def paused(_: float) -> None:
        outside.append((len(connection.savepoint_ids) - depth, LogCase.objects.count()))

    monkeypatch.setattr(runs.time, "sleep", paused)
    runs.take_in_log(by=cast.manager, log=log, on=TODAY)
    assert outside == [(0, n) for n in range(1, ROWS + 1)]


def test_a_row_that_cannot_come_in_stops_it_and_says_which_and_the_rest_can_go_out(
    cast: Cast, log: BoardLog, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = runs.take_in_row

    def hindered(by: Any, log: Any, row: Any, agencies: Any) -> Any:
        if row.row == 4:
            raise Trouble("This row has a day that is still to come.", do="Answer for it.")
        return real(by, log, row, agencies)

    monkeypatch.setattr(runs, "take_in_row", hindered)
    client.force_login(cast.manager)
    at = f"/decisions/logs/northmoor/{log.pk}/"
    words = client.post(f"{at}take-in/", follow=True).content.decode()
    assert "stopped before its end" in words
    assert "log.csv, row 4: This row has a day that is still to come. Answer for it." in words
    assert len(standing()) == 2
    client.post(f"{at}take-back/")
    assert not standing()


def test_a_fault_of_the_program_ends_the_run_and_says_whose_it_is(
    cast: Cast, log: BoardLog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError

    monkeypatch.setattr(runs, "take_in_row", broken)
    with pytest.raises(Trouble, match="a fault of ours"):
        runs.take_in_log(by=cast.manager, log=log, on=TODAY)
    assert not LogRun.objects.filter(ended_at=None).exists()


def test_while_it_runs_the_page_says_how_far_it_is_and_nothing_is_changed_under_it(
    cast: Cast, log: BoardLog, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = ask_to_take_in(by=cast.manager, log=log, on=TODAY)
    pull_the_plug_at(3, "take_in_row", monkeypatch)
    with pytest.raises(PulledOut):
        go_on_with(run)
    client.force_login(cast.manager)
    words = client.get(f"/decisions/logs/northmoor/{log.pk}/").content.decode()
    assert f"2 of {ROWS} rows are taken in" in words
    assert "Look again now" in words
    with pytest.raises(Trouble, match="being taken in or back"):
        withdraw_log(by=cast.manager, log=log)
    with pytest.raises(Trouble, match="being taken in or back"):
        say_log_columns(by=cast.manager, log=log, said=SaidOfLog())
    with pytest.raises(Trouble, match="is being taken in just now"):
        ask_to_take_back(by=cast.manager, log=log)


def test_where_whoever_asked_may_no_longer_it_waits_for_another(
    cast: Cast, log: BoardLog, client: Client
) -> None:
    run = ask_to_take_in(by=cast.manager, log=log, on=TODAY)
    cast.manager.posts.update(ended_at=run.asked_at, ended_by="chair")
    assert take_log_runs_up_again() == 1
    assert not standing()
    other = person("second_manager")
    post(other, cast.board, "board_manager")
    client.force_login(other)
    at = f"/decisions/logs/northmoor/{log.pk}/"
    assert "Go on in my name" in client.get(at).content.decode()
    client.post(f"{at}take-in/")
    run.refresh_from_db()
    assert run.ended_by == other.username
    assert len(standing()) == ROWS
