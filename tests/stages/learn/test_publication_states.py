"""A publication: each way that is drawn from sending to withdrawal is taken; twice changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from candour.desk.states import MOVES, NOTHING
from candour.domain.trouble import Trouble
from candour.stages.learn.actions import deliver_publication, publish_report, withdraw_publication
from candour.stages.learn.answers import beside
from candour.stages.learn.models import Publication
from tests.cast import Cast
from tests.stages.learn.noticed import released

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

(WAYS,) = [one.ways for one in MOVES if one.title == "A publication"]
ROOM = "in the reading room"
ROADS = {
    "sent": ["sent"],
    ROOM: ["sent", ROOM],
    "withdrawn": ["sent", ROOM, "withdrawn"],
    "withdrawn there too": ["sent", ROOM, "withdrawn", "withdrawn there too"],
}
INBOX_SHUT = {"sent", "withdrawn"}
"""States that last only while the inbox cannot be written to: delivery follows at once otherwise."""


@pytest.fixture(autouse=True)
def own_folders(settings: Any, tmp_path: Any) -> None:
    settings.PAPERS = tmp_path / "papers"
    settings.INBOX = tmp_path / "inbox"


def state_of(row: Publication | None) -> str:
    if row is None:
        return NOTHING
    if row.withdrawn_at is not None:
        return "withdrawn" if row.withdrawal_delivered_at is None else "withdrawn there too"
    return "sent" if row.delivered_at is None else ROOM


class Walk:
    def __init__(self, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
        self.cast, self.patch, self.release = cast, monkeypatch, released(cast)

    @property
    def row(self) -> Publication | None:
        return Publication.objects.order_by("pk").first()

    def act(self, action: str, end: str) -> None:
        manager, on = self.cast.manager, date(2015, 2, 1)
        doing: dict[str, Callable[[], Any]] = {
            "publish_report": lambda: publish_report(
                by=manager, release=self.release, read=beside(self.release).mark
            ),
            "deliver_publication": lambda: deliver_publication(by=manager, publication=self._there()),
            "withdraw_publication": lambda: withdraw_publication(
                by=manager, publication=self._there(), on=on, why="A paragraph could identify a child."
            ),
        }
        if end not in INBOX_SHUT:
            doing[action]()
            return
        with self.patch.context() as shut:
            shut.setattr("candour.stages.learn.actions.sending.put_in_inbox", _full)
            with pytest.raises(Trouble, match="did not reach the inbox"):
                doing[action]()

    def brought_to(self, state: str) -> None:
        before = NOTHING
        for step in ROADS.get(state, []):
            (action,) = [one for start, one, end in WAYS if (start, end) == (before, step)]
            self.act(action, step)
            before = step
        assert state_of(self.row) == state

    def _there(self) -> Publication:
        if self.row is None:
            raise Trouble("Nothing was sent.", do="Publish.")
        return self.row


def _full(*_: object) -> Path:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize(("start", "action", "end"), WAYS)
def test_each_way_leads_where_it_says(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, start: str, action: str, end: str
) -> None:
    walk = Walk(cast, monkeypatch)
    walk.brought_to(start)
    walk.act(action, end)
    assert state_of(walk.row) == end


@pytest.mark.parametrize("start", [ROOM, "withdrawn there too"])
def test_a_second_delivery_and_a_second_withdrawal_change_nothing(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, start: str
) -> None:
    walk = Walk(cast, monkeypatch)
    walk.brought_to(start)
    walk.act("deliver_publication", ROOM)
    assert state_of(walk.row) == start
    if start != ROOM:
        with suppress(Trouble):
            walk.act("withdraw_publication", ROOM)
        assert state_of(walk.row) == start
