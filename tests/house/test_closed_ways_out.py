"""No way out of the house beside its pages gives what is closed to anybody whose it is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast
from tests.house import closed_routes as out
from tests.house.closed_walk import PUBLIC_FORMATS, clients_of, secrets_in
from tests.house.closed_world import Closed, Secret, kinds_of, make_closed
from tests.house.logged import everything_logged

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

TAKES_AWAY: dict[str, set[Secret]] = {
    **{name: {Secret.SOURCE, Secret.ORDERED} for name in ("lead", "judge", "checker")},
    "family": {Secret.ORDERED},
}
"""In files: the closed report and the register of names; what an order opens. Nobody else takes anything."""
IN_ALL_FORMATS = ("lead", "family", "chair")
"""Who asks for files in every format; the others in one."""


@pytest.fixture
def closed(cast: Cast, settings: Any, tmp_path: Path) -> Closed:
    settings.PAPERS, settings.INBOX = tmp_path / "papers", tmp_path / "inbox"
    settings.SENDS_MAIL = True
    return make_closed(cast)


def test_no_other_way_out_of_the_house_gives_what_is_closed_to_anybody_else(
    closed: Closed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Copies, commands, calendars, letters, the family's link, and at last the reading room."""
    cast, found = closed.cast, dict[str, set[str]]()
    with everything_logged() as log:
        draft = out.put_forward(closed)
        for name, client in clients_of(cast).items():
            found[name] = out.by_copies(
                client, closed, PUBLIC_FORMATS if name in IN_ALL_FORMATS else ("html",)
            )
            if name != "nobody":
                person = cast.people[name]
                found[name] |= out.by_commands(person, closed, ("html",), tmp_path, monkeypatch)
                assert out.by_calendar(person) == set(), name
        letters, link = out.by_letter(cast), out.by_family_link(closed)
        out.let_out(cast, draft)
        public, pages = out.by_reading_room(tmp_path)
    assert {name: kinds_of(words) for name, words in found.items() if words} == TAKES_AWAY
    assert link == {"littlefinch"}
    assert (letters, public, secrets_in(log.getvalue())) == (set(), set(), set())
    assert pages > 4
