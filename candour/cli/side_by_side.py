"""Shares of one merge's work, each in a process of its own beside this one, where the machine has room."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any

from candour.domain.chronology.shares import Shares, Unhurried, Work, in_turn
from candour.domain.trouble import Trouble

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess  # which not every system has

MOST = 4
"""Each process takes memory of its own for what it changes, and the parts done one after another stay."""
STANDING_BACK = 10
"""How much nicer than the others a process is whose answer is wanted last: it has a tenth of their claim."""


def as_many_as_fit() -> Shares:
    """One share for each processor, at most MOST; one in all where no children can be had."""
    return Shares(many=min(_processors(), MOST), side_by_side=side_by_side)


def side_by_side(work: Sequence[Work]) -> list[Any]:
    """The first share is done here, each other by a child that has all values as they stand now.

    In turn where a child cannot be had safely: on other systems than Linux, and among threads. What is
    raised in a child is raised here too. Raises Trouble when a child ends before its share is done.
    """
    if len(work) < 2 or not sys.platform.startswith("linux") or threading.active_count() > 1:
        return in_turn(work)
    with _children(work[1:]) as children:
        return [work[0](), *(_answer(child, one) for child, one in zip(children, work[1:], strict=True))]


@contextmanager
def _children(work: Sequence[Work]) -> Iterator[list[Connection]]:
    fork = get_context("fork")
    children: list[tuple[ForkProcess, Connection]] = []
    try:
        for one in work:
            here, there = fork.Pipe(duplex=False)
            child = fork.Process(target=_do, args=(one, there), daemon=True)
            child.start()
            there.close()  # so that the end of the child is the end of the pipe
            children.append((child, here))
        yield [here for _, here in children]
    finally:
        for child, here in children:
            here.close()
            child.terminate()
            child.join()


def _do(one: Work, there: Connection) -> None:
    """In the child: send the answer, or None where there is none, as it is to be worked out once more."""
    if isinstance(one, Unhurried):
        os.nice(STANDING_BACK)
    try:
        answer = (one(),)
    except Exception:
        there.send(None)  # the parent comes to the same error, and says it
    except KeyboardInterrupt:
        return  # the parent hears of it too
    else:
        there.send(answer)


def _answer(child: Connection, one: Work) -> Any:
    try:
        answer = child.recv()
    except EOFError:
        raise Trouble(
            "A part of the work was stopped before it was done.",
            do="Merge again, with fewer other programs open: the machine may have run out of memory.",
        ) from None
    return answer[0] if answer else one()


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else 1
