"""Everybody of the cast at every page, of their own review and of another's: as docs/reference says."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from candour.cli.demonstration.walk import walk
from candour.kernel.access import may
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.kernel.reviews.rooms import InReviewRows
from candour.stages.chronology.models import Return
from tests.house.bundled import BY_CHECKERS
from tests.house.furnished import furnish
from tests.house.heard import READ_ALONE
from tests.house.matrix import ASKERS, as_table, cell_of, client_of, plain_refusals
from tests.house.planted import Planted, plant, planted_in, read_in
from tests.house.reading import (
    NOT_SHOWN,
    SHOWN_TO_ALL,
    as_words,
    elsewhere_read_by,
    leaks,
    refusals_read_by,
)
from tests.house.things import Sample, addresses
from tests.house.walking import Route, our_tables

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WRITTEN = Path(__file__).parents[2] / "docs" / "reference" / "access-matrix.md"
SECOND_FACTOR = "nobody of the demonstration has a second factor"
NOT_BY_POWER = {
    "people.Organisation": "names of organisations are no secret",
    "people.Person": "a seat is given by choosing a name",
    "people.Post": "one's own, or all for an administrator",
    "outbox.Message": "one's own",
    "outbox.Wish": "one's own",
    "audit.Line": "for whoever verifies the record",
    "audit.Head": "for whoever verifies the record",
}
"""Tables whose rows have no room, so that `may` has nothing to ask of one."""
EMPTY: dict[str, str] = {}
"""Tables without a row in this world, of which nothing is proved here. Whoever fills one takes it off."""
NOBODY = {
    "mfa_deactivate_totp": SECOND_FACTOR,
    "mfa_download_recovery_codes": SECOND_FACTOR,
    "mfa_view_recovery_codes": SECOND_FACTOR,
    "report:word": "the words to decide were all decided on",
    **BY_CHECKERS,
    **READ_ALONE,
}
"""Pages that nobody of this world can open, and why."""


@pytest.fixture
def world(settings: pytest.FixtureRequest) -> Iterator[tuple[Sample, Sample]]:
    """The whole demonstration, walked into the test's own database, and what it leaves out."""
    settings.DEMONSTRATION = True  # type: ignore[attr-defined]  # pytest-django's settings
    settings.EXERCISES = True  # type: ignore[attr-defined]  # as in every demonstration
    assert list(walk())
    Person.objects.create(username="stranger", name="Stranger, invented")
    wren, heron = (Review.objects.get(year=2014, number=number) for number in (3, 5))
    furnish(wren, heron)
    logging.disable(logging.WARNING)  # each refusal would write down all that led to it
    yield tuple(  # type: ignore[misc]
        Sample(one, one.commission.decision.notification.in_address) for one in (wren, heron)
    )
    logging.disable(logging.NOTSET)


def test_the_house_is_as_locked_as_its_table_says(
    world: tuple[Sample, Sample], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One test, because the world takes seconds to make: lists and doors, the table, and what is read."""
    lists_and_doors_agree()
    words = plant({*NOT_BY_POWER})
    clients = {name: client_of(username) for name, username in ASKERS.items()}
    read = {name: refusals_read_by(client, world[0].review) for name, client in clients.items()}
    plain_refusals(monkeypatch)
    before = set(Line.objects.values_list("did", flat=True))
    rows = ask_everybody(world, clients, read)
    assert only_reading(before), "a page that is only looked at changes nothing"
    nobody_reads_what_is_not_theirs(clients, read, words, [one.review for one in world])
    a_wall_taken_away_is_noticed(clients["agency author"], world[0].review, words, monkeypatch)
    assert {name for name, answers in rows.items() if not any("opens" in one for one in answers)} == {*NOBODY}
    table = as_table(rows)
    if os.environ.get("CANDOUR_WRITE_MATRIX"):
        WRITTEN.write_text(table, encoding="utf-8")
    assert WRITTEN.read_text(encoding="utf-8") == table, "run `make matrix`, and read what changed"


def ask_everybody(
    world: tuple[Sample, Sample], clients: dict[str, Client], read: dict[str, str]
) -> dict[str, list[str]]:
    """The cells of the table by page; what somebody reads on the way is added to `read`."""
    rows: dict[str, list[str]] = {}
    for route, mine, other, crossed in addresses(*world):
        rows[route.name], by_method = [], set[str]()
        for name, client in clients.items():
            answers = [client.get(mine), client.get(other)]
            first, second = map(cell_of, answers)
            rows[route.name].append(first if first == second else f"{first} / {second}")
            if route.name != SHOWN_TO_ALL:
                read[name] += planted_in(" ".join(as_words(one) for one in answers if one.status_code == 200))
            if ours(route) and first in {"403", "404"} - by_method:  # of the page, whoever asks
                assert str(client.post(mine).status_code) == first, f"{mine} differs by method"
                by_method.add(first)
            if crossed:
                assert shut(client, crossed), crossed
    return rows


def nobody_reads_what_is_not_theirs(
    clients: dict[str, Client], read: dict[str, str], words: list[Planted], reviews: list[Review]
) -> None:
    """Pages, search, letters and calendars hold words of rows that somebody may see, and of all tables."""
    found, seen = {}, set()
    for name, username in ASKERS.items():
        everything = read[name] + elsewhere_read_by(clients[name], username, reviews)
        seen |= {one.table for one in read_in(everything, words)}
        found[name] = leaks(username, everything, words)
    assert {name: where for name, where in found.items() if where} == {}
    assert {one.table for one in words} - seen == {*NOT_SHOWN}


def a_wall_taken_away_is_noticed(
    client: Client, review: Review, words: list[Planted], monkeypatch: pytest.MonkeyPatch
) -> None:
    returns = reverse("chronology:returns", args=[review.in_address])
    assert not leaks("agency.author", as_words(client.get(returns)), words)
    with monkeypatch.context() as broken:
        broken.setattr(InReviewRows, "visible_to", lambda rows, viewer: rows)
        pages = [
            client.get(f"{returns}{of_another.pk}/") for of_another in Return.objects.filter(review=review)
        ]
    assert leaks("agency.author", " ".join(map(as_words, pages)), words)


def ours(route: Route) -> bool:
    """Not one of allauth's own pages, which answer each method by rules of their own."""
    return ":" in route.name


def shut(client: Client, address: str) -> bool:
    """Nobody gets in, by looking or by a button."""
    looked = client.get(address)
    response = client.post(address) if looked.status_code == 405 else looked
    to_sign_in = response.status_code == 302 and response["Location"].startswith("/account/sign-in/")
    return to_sign_in or response.status_code in {403, 404}


def lists_and_doors_agree() -> None:
    """What SQL lists for somebody is what Python lets them at, for everybody and some rows of every table."""
    for table in our_tables():
        if table._meta.label in NOT_BY_POWER:
            continue
        every = list(table._default_manager.order_by("pk"))
        assert bool(every) != (table._meta.label in EMPTY), (
            f"nothing is proved of {table._meta.label}: fill it"
        )
        rows = every[:: max(1, len(every) // MOST_ROWS)]
        for person in Person.objects.all():
            listed = set(table._default_manager.visible_to(person).values_list("pk", flat=True))  # type: ignore[attr-defined]
            for row in rows:
                let_in = bool(may(person, table.SEEN_WITH, row))  # type: ignore[attr-defined]
                assert (row.pk in listed) == let_in, f"{person} and {table._meta.label} {row.pk}"


MOST_ROWS = 10
"""Of a long table, rows evenly spread: of each agency and of both reviews, first and last."""


def only_reading(before: set[str]) -> bool:
    """The lines left since tell of restricted papers that were opened, and of nothing done."""
    since = set(Line.objects.values_list("did", flat=True)) - before
    return all(word.startswith(("opened_", "downloaded_")) for word in since)
