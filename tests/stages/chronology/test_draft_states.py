"""A return written on screen moves as its diagram says: each way is taken, and every other is refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from candour.desk.states import MOVES, NOTHING
from candour.domain.trouble import Trouble
from candour.stages.chronology.actions import drafts
from candour.stages.chronology.models import Draft

pytestmark = pytest.mark.django_db

(OF_DRAFT,) = (one for one in MOVES if one.modules == ("candour.stages.chronology.actions.drafts",))
WAYS = [one for one in OF_DRAFT.ways if one[0] != NOTHING]
ROWS = [{"date": "3 March 2014", "event": "Weighed at the surgery"}]
ROADS: dict[str, tuple[str, ...]] = {
    "being written": (),
    "handed in": ("hand_in_draft",),
    "signed off": ("hand_in_draft", "sign_off_draft"),
    "put aside": ("withdraw_draft",),
}
"""What was done with a draft that was begun, until it is in a state."""


def state_of(draft: Draft) -> str:
    now = Draft.objects.get(pk=draft.pk)
    if now.withdrawn_at is not None:
        return "put aside"
    if now.signed_off_at is not None:
        return "signed off"
    return {"writing": "being written", "handed_in": "handed in"}[now.state]


def act(cast: Any, action: str, draft: Draft) -> None:
    draft = Draft.objects.get(pk=draft.pk)
    seen = {"draft": draft, "version": draft.version}
    doing: dict[str, Callable[[], object]] = {
        "hand_in_draft": lambda: drafts.hand_in_draft(by=cast.author, **seen),
        "take_back_handing_in": lambda: drafts.take_back_handing_in(by=cast.author, draft=draft),
        "give_back_draft": lambda: drafts.give_back_draft(by=cast.senior, **seen, why="A day is wrong."),
        "sign_off_draft": lambda: drafts.sign_off_draft(by=cast.senior, **seen, on=date(2014, 6, 4)),
        "withdraw_draft": lambda: drafts.withdraw_draft(by=cast.author, draft=draft),
        "take_back_withdrawal_of_draft": lambda: drafts.take_back_withdrawal_of_draft(
            by=cast.author, draft=draft
        ),
    }
    doing[action]()


def brought_to(cast: Any, state: str) -> Draft:
    draft = drafts.save_draft(by=cast.author, review=cast.review, agency=cast.police, rows=ROWS)
    for action in ROADS[state]:
        act(cast, action, draft)
    assert state_of(draft) == state
    return draft


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(cast: Any, start: str, action: str, end: str) -> None:
    draft = brought_to(cast, start)

    act(cast, action, draft)

    assert state_of(draft) == end


TAKEN = {(start, action) for start, action, _ in WAYS}
REFUSED = sorted({(start, action) for start in ROADS for _, action, _ in WAYS} - TAKEN)


@pytest.mark.parametrize(("start", "action"), REFUSED)
def test_every_other_way_is_refused(cast: Any, start: str, action: str) -> None:
    draft = brought_to(cast, start)

    with pytest.raises(Trouble):
        act(cast, action, draft)

    assert state_of(draft) == start


def test_every_state_is_tried() -> None:
    assert set(ROADS) == set(OF_DRAFT.states)
