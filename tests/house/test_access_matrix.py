"""Everybody of the cast at every page, of their own review and of another's: as docs/reference says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from django.test import Client

from candour.cli.demonstration.walk import walk
from candour.kernel.access import may
from candour.kernel.audit.models import Line
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from tests.house.matrix import ASKERS, Sample, addresses, as_table, asked, client_of
from tests.house.walking import Route, our_tables

pytestmark = [pytest.mark.django_db, pytest.mark.slow]
WRITTEN = Path(__file__).parents[2] / "docs" / "reference" / "access-matrix.md"
NOT_BY_POWER = {
    "people.Organisation": "names of organisations are no secret",
    "people.Person": "a seat is given by choosing a name",
    "people.Post": "one's own, or all for an administrator",
    "audit.Line": "for whoever verifies the record",
    "audit.Head": "for whoever verifies the record",
}
"""Tables whose rows have no room, so that `may` has nothing to ask of one."""


@pytest.fixture
def world(settings: pytest.FixtureRequest) -> tuple[Sample, Sample]:
    """The whole demonstration, walked into the test's own database."""
    settings.DEMONSTRATION = True  # type: ignore[attr-defined]  # pytest-django's settings
    settings.EXERCISES = True  # type: ignore[attr-defined]  # as in every demonstration
    assert list(walk())
    Person.objects.create(username="stranger", name="Stranger, invented")
    wren, heron = (Review.objects.get(year=2014, number=number) for number in (3, 5))
    return tuple(  # type: ignore[return-value]
        Sample(one, one.commission.decision.notification.in_address) for one in (wren, heron)
    )


def test_the_house_is_as_locked_as_its_table_says(world: tuple[Sample, Sample]) -> None:
    """One test, because the world takes seconds to make: lists and doors, then the table."""
    lists_and_doors_agree()
    before = set(Line.objects.values_list("did", flat=True))
    clients = {name: client_of(username) for name, username in ASKERS.items()}
    rows: dict[str, list[str]] = {}
    for route, mine, other, crossed in addresses(*world):
        rows[route.name] = []
        for client in clients.values():
            first, second = asked(client, mine), asked(client, other)
            rows[route.name].append(first if first == second else f"{first} / {second}")
            if ours(route) and first in {"403", "404"}:
                assert str(client.post(mine).status_code) == first, f"{mine} differs by method"
            if crossed:
                assert shut(client, crossed), crossed
    assert only_reading(before), "a page that is only looked at changes nothing"
    table = as_table(rows)
    if os.environ.get("CANDOUR_WRITE_MATRIX"):
        WRITTEN.write_text(table, encoding="utf-8")
    assert WRITTEN.read_text(encoding="utf-8") == table, "run `make matrix`, and read what changed"


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
