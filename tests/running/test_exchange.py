"""Two installations, each with its own home and key: what one hands over, the other takes in by command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.running.homes import Installation, founded, on_sqlite

__all__ = ["founded", "on_sqlite"]
pytestmark = pytest.mark.slow

AT_THE_BOARD = """
from datetime import date
from django.utils import timezone
from candour.kernel.people.models import Organisation, Person, Post
from candour.stages.notify.actions import notify
from candour.stages.notify.told import Told, ToldChild
board = Organisation.objects.get(kind="board")
Organisation.objects.get_or_create(name="National body", slug="national", kind="national")
mary = Person.objects.create_user("mary", name="Business manager 1")
for role in ("board_manager", "board_chair"):
    Post.objects.create(
        person=mary, organisation=board, role=role, given_at=timezone.now(), given_by="tests"
    )
notify(
    by=mary, board=board, regime="eng.scr.wt2013", invented=True,
    told=Told("Child Alder", date(2014, 5, 19), children=(ToldChild("Robin Invented"),)),
)
"""
AT_THE_NATIONAL_BODY = """
from django.utils import timezone
from candour.kernel.people.models import Organisation, Person, Post
nation, _ = Organisation.objects.get_or_create(name="National body", slug="national", kind="national")
nora = Person.objects.create_user("nora", name="National reader 1")
Post.objects.create(
    person=nora, organisation=nation, role="national_reader", given_at=timezone.now(), given_by="tests"
)
"""


def test_a_board_hands_over_and_the_national_body_takes_in_once(
    on_sqlite: Installation, tmp_path: Path
) -> None:
    board, nation = on_sqlite, Installation(tmp_path / "nation", "")  # keys of its own
    board.ended(board.python(AT_THE_BOARD))
    words = ("--board", "Invented Board", "--administrator", "ann", "--home", str(nation.folder))
    nation.run("init", *words)
    nation.ended(nation.python(AT_THE_NATIONAL_BODY))
    key = board.folder / "reading-room" / "bundle-public.pem"
    file = tmp_path / "decisions.candour"
    board.run("hand-over", "--board", "invented-board", "--out", str(file), "--by", "mary")

    refused = nation.run("take-in", str(file), "--by", "nora", code=2)
    assert "not signed with a key that is trusted here" in refused.stderr
    nation.run("trust", "invented-board", "--as", "invented-board", "--key", str(key), "--by", "ann")
    first = json.loads(nation.run("take-in", str(file), "--by", "nora", "--json").stdout)
    again = json.loads(nation.run("take-in", str(file), "--by", "nora", "--json").stdout)

    assert (first["added"], first["left"]) == (["N/2014/001"], [])
    assert (again["added"], again["changed"], again["same"]) == ([], [], ["N/2014/001"])
    assert json.loads(nation.run("audit", "verify", "--by", "ann", "--json").stdout)["ok"]
