"""A return moves as its diagram says: each way is taken, and whatever else is asked leaves it where it is."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest

from candour.desk.states import MOVES, NOTHING
from candour.domain.trouble import Trouble
from candour.stages.chronology import actions
from candour.stages.chronology.models import Entry, Return
from tests.stages.chronology.sent import POLICE

pytestmark = pytest.mark.django_db

(OF_RETURN,) = (one for one in MOVES if "candour.stages.chronology.actions.receiving" in one.modules)
WAYS = [one for one in OF_RETURN.ways if one[0] != NOTHING]
NO_TABLE = b"Nobody wrote a table here.\n"
SAID = {"heading_row": 1, "columns": {"date": "When it was", "event": "Told"}}
OTHERWISE = {"columns": {"event": "Officer"}}
ODD = b"When it was,Told\n2 March 2014,Call from a neighbour\n"
"""Read only once a person says what its columns are."""
STATES = {"waiting": "being read", "read": "read", "unreadable": "cannot be read"}


def state_of(sent: Return) -> str:
    now = Return.objects.get(pk=sent.pk)
    return "withdrawn" if now.withdrawn_at is not None else STATES[now.state]


def act(cast: Any, action: str, sent: Return) -> None:
    sent = Return.objects.get(pk=sent.pk)
    doing: dict[str, Callable[[], object]] = {
        "read_return": lambda: actions.read_return(by=cast.manager, return_=sent),
        "correct_columns": lambda: actions.correct_columns(
            by=cast.manager, return_=sent, mapping=SAID if sent.state == "unreadable" else OTHERWISE
        ),
        "withdraw_return": lambda: actions.withdraw_return(by=cast.manager, return_=sent, why="Twice."),
        "take_back_withdrawal_of_return": lambda: actions.take_back_withdrawal_of_return(
            by=cast.manager, return_=sent
        ),
        "undo_correction": lambda: actions.undo_correction(by=cast.manager, return_=sent),
    }
    doing[action]()


def brought_to(cast: Any, state: str, *, by: str = "read", corrects: bool = False) -> Return:
    """`by` is the state from which it was withdrawn, and which a withdrawal taken back leads to."""
    before = by if state == "withdrawn" else state
    content = ODD if before == "cannot be read" else POLICE
    given = {"by": cast.manager, "name": "police.csv", "review": cast.review, "agency": cast.police}
    one = actions.send_return(content=content, **given)
    if before != "being read":
        act(cast, "read_return", one)
    if corrects:
        one = actions.send_corrected_return(
            by=cast.manager, return_=one, name="again.csv", content=POLICE + b"16 March 2014,PC 1,Call,\n"
        )
        act(cast, "read_return", one)
    if state == "withdrawn":
        act(cast, "withdraw_return", one)
    assert state_of(one) == state
    return one


def before(cast: Any, start: str, action: str, end: str) -> Return:
    if action == "undo_correction":
        return brought_to(cast, start, corrects=True)
    if action == "read_return" and end == "cannot be read":
        given = {"by": cast.manager, "name": "odd.csv", "review": cast.review, "agency": cast.police}
        return actions.send_return(content=NO_TABLE, **given)
    return brought_to(cast, start, by=end)


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(cast: Any, start: str, action: str, end: str) -> None:
    one = before(cast, start, action, end)

    act(cast, action, one)

    assert state_of(one) == end


TAKEN = {(start, action) for start, action, _ in WAYS}
OTHERS = sorted({(start, action) for start in OF_RETURN.states for _, action, _ in WAYS} - TAKEN)


@pytest.mark.parametrize(("start", "action"), OTHERS)
def test_whatever_else_is_asked_leaves_it_where_it_is(cast: Any, start: str, action: str) -> None:
    one = brought_to(cast, start)

    with suppress(Trouble):
        act(cast, action, one)

    assert state_of(one) == start


def test_a_withdrawn_return_gives_the_chronology_no_entry(cast: Any) -> None:
    one = brought_to(cast, "withdrawn", by="cannot be read")

    with pytest.raises(Trouble, match="withdrawn"):
        act(cast, "correct_columns", one)

    assert not Entry.objects.exists()
