"""Pages show what is closed to those whose it is, and no word of it to anybody else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from candour.domain.access import decide
from candour.kernel.reviews.rooms import InReviewRows
from candour.kernel.web import guard
from tests.cast import Cast
from tests.house import closed_routes as out
from tests.house.closed_walk import (
    BROKEN,
    clients_of,
    every_address,
    filled_in_wrongly,
    looked_at,
    secrets_in,
)
from tests.house.closed_world import WORDS, Closed, Secret, kinds_of, make_closed
from tests.house.logged import everything_logged
from tests.house.matrix import plain_refusals

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

LEADS = {*Secret}
SEES: dict[str, set[Secret]] = {
    "lead": LEADS,
    "judge": LEADS,
    "checker": {Secret.SOURCE, Secret.ORDERED, Secret.SENT},
    "manager": {Secret.HEARING, Secret.FAMILY, Secret.NAME},
    "chair": {Secret.HEARING},
    "team": {Secret.TALK},
    "family": {Secret.ORDERED},
    "practitioner": {Secret.SENT},
    **{name: set() for name in ("author", "senior", "member", "national", "administrator", "outsider")},
    "conflicted": set(),  # by a seat that would show all of it, and a conflict declared
    "nobody": set(),
}
"""Written by hand from the design, not from the code: whose each kind of closed thing is."""

TOGETHER = (
    ("lead", "administrator", "author", "member"),
    ("judge", "senior", "national", "outsider"),
    ("checker", "team", "family", "nobody"),
    ("manager", "chair", "practitioner", "conflicted"),
)
"""Who is asked in one walk: a long walk and some short ones each."""


@pytest.fixture
def closed(cast: Cast, settings: Any, tmp_path: Path) -> Closed:
    settings.PAPERS, settings.INBOX = tmp_path / "papers", tmp_path / "inbox"
    return make_closed(cast)


@pytest.mark.parametrize("names", TOGETHER, ids=" ".join)
def test_pages_show_what_is_closed_to_those_whose_it_is_and_to_nobody_else(
    closed: Closed, monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    """Every address, and each page again with a form that is wrong; and what is logged on the way."""
    plain_refusals(monkeypatch)
    with everything_logged() as log:
        out.put_forward(closed)
        addresses, clients = [*every_address(closed.review)], clients_of(closed.cast)
        found = {name: by_pages(clients[name], addresses, SEES[name]) for name in names}
    assert {name: kinds_of(words) for name, words in found.items()} == {name: SEES[name] for name in names}
    assert found.get("lead", WORDS.keys()) == WORDS.keys(), "a word that nobody reads proves nothing"
    assert "Forbidden" in log.getvalue(), "nothing is proved by a log that is empty"
    assert secrets_in(log.getvalue()) == set()


def by_pages(client: Client, addresses: list[tuple[str, str]], sees: set[Secret]) -> set[str]:
    """What one of them is sent. Whoever may see all of it needs no form to be tried."""
    found, tried = set[str](), set[str]()
    for page, address in addresses:
        answer, read = looked_at(client, address)
        assert answer.status_code < BROKEN, f"{address} breaks"
        if answer.status_code in {200, 400, 405} and page not in tried and sees != LEADS:
            tried.add(page)
            read |= filled_in_wrongly(client, address)
        assert not read or "no-store" in answer["Cache-Control"], address
        found |= read
    return found


def test_walls_taken_away_are_noticed(closed: Closed, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two stand one behind the other: what the page asks, and what its rows ask."""
    chair, number = clients_of(closed.cast)["chair"], closed.review.in_address
    pages = [reverse(f"report:{name}", args=[number]) for name in ("cast", "comments", "copies", "replies")]
    assert [looked_at(chair, page)[1] for page in pages] == [set()] * len(pages)
    monkeypatch.setattr(guard, "may", lambda *_: decide())
    monkeypatch.setattr(InReviewRows, "visible_to", lambda rows, viewer: rows)

    assert {word for page in pages for word in looked_at(chair, page)[1]} & {"vantongue", "thistlewick"}
