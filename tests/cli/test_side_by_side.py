"""Work done side by side gives what it gives in turn, and no share of it is lost in silence."""

from __future__ import annotations

import os
import signal
import threading
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from benchmarks.made_accounts import make_accounts
from candour.cli.reading_returns import read_returns
from candour.cli.side_by_side import side_by_side
from candour.domain.chronology.accounts import Accounts
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.links import propose_links
from candour.domain.chronology.shares import Shares
from candour.domain.trouble import Trouble

EXAMPLES = Path(__file__).parents[2] / "examples"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system makes no such processes")


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """As the command line is: a test before this one may have left a thread, and then all is done in turn."""
    monkeypatch.setattr(threading, "active_count", lambda: 1)


forking = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")


@forking
@pytest.mark.usefixtures("alone")
def test_links_found_side_by_side_are_those_found_in_turn():
    entries = make_accounts(events=300, seed=31, days=400).entries

    beside = propose_links(entries, at_least=0.2, shares=Shares(3, side_by_side, least=0))

    assert beside == propose_links(entries, at_least=0.2)
    assert len(beside) > 100


@forking
@pytest.mark.usefixtures("alone")
def test_words_read_side_by_side_have_the_numbers_that_reading_in_turn_gives():
    entries = [*make_accounts(events=200, seed=32).entries, *make_accounts(events=50, seed=33).entries]
    listed = [replace(one, event=f"A&E/walk-in {one.event}/{one.id[-1]}x") for one in entries]

    beside, in_turn = Accounts(listed, Shares(3, side_by_side, least=0)), Accounts(listed)

    assert [set(one) for one in beside.words] == [set(one) for one in in_turn.words]
    for column in ("word_weight", "whole_weight", "rare", "kinds", "kind_weight", "naming"):
        assert getattr(beside, column) == getattr(in_turn, column)
    shared = [beside.spelt(0, sorted(words)) for words in beside.words]
    assert shared == [in_turn.spelt(0, sorted(words)) for words in in_turn.words]


@forking
@pytest.mark.usefixtures("alone")
def test_a_merge_in_shares_is_the_merge_in_turn():
    returns = read_returns(sorted((EXAMPLES / "climbie-inquiry/returns").glob("*.*")), {})

    beside = integrate(returns, links_at=0.05, gap_days=7, shares=Shares(3, side_by_side, least=0))

    assert beside == integrate(returns, links_at=0.05, gap_days=7)
    assert beside.links
    assert beside.conflicts
    assert beside.gaps


@forking
@pytest.mark.usefixtures("alone")
def test_answers_come_in_the_order_of_the_work():
    assert side_by_side([partial(divmod, number, 3) for number in range(4)]) == [
        (0, 0),
        (0, 1),
        (0, 2),
        (1, 0),
    ]


@forking
@pytest.mark.usefixtures("alone")
def test_an_error_in_a_share_is_the_error_of_the_whole():
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(divmod, 1, 1), partial(divmod, 1, 0)])


@forking
@pytest.mark.usefixtures("alone")
def test_a_share_that_is_killed_is_said():
    here = os.getpid()

    def killed() -> None:
        assert os.getpid() != here
        os.kill(os.getpid(), signal.SIGKILL)

    with pytest.raises(Trouble, match="stopped before it was done"):
        side_by_side([partial(divmod, 1, 1), killed])


@forking
@pytest.mark.usefixtures("alone")
def test_when_the_first_share_breaks_off_nothing_is_left_running():
    with pytest.raises(ZeroDivisionError):
        side_by_side([partial(divmod, 1, 0), signal.pause])

    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_among_threads_the_work_is_done_in_turn():
    stop = threading.Event()
    other = threading.Thread(target=stop.wait)
    other.start()
    try:
        assert side_by_side([os.getpid, os.getpid]) == [os.getpid()] * 2
    finally:
        stop.set()
        other.join()
