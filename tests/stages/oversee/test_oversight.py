"""Counts say what is known, and stand open to those whose board or nation they count."""

from __future__ import annotations

import csv
from io import StringIO

import pytest
from django.test import Client

from candour.domain.rules import Answer
from candour.stages.oversee.reads import boards_counted_for, counts_by_board, total
from tests.cast import Cast
from tests.notified import notified

pytestmark = pytest.mark.django_db


def told(cast: Cast, title: str, died: Answer, harmed: Answer) -> None:
    notified(cast, title, died=died, seriously_harmed=harmed)


def test_what_is_not_known_is_not_counted_as_serious_harm(client: Client, cast: Cast) -> None:
    told(cast, "Child Alder", Answer.YES, Answer.NO)
    told(cast, "Child Birch", Answer.NO, Answer.YES)
    told(cast, "Child Cedar", Answer.UNKNOWN, Answer.YES)
    told(cast, "Child Elder", Answer.UNKNOWN, Answer.NO)
    told(cast, "Child Hazel", Answer.NO, Answer.NO)

    counts = total(one.all_years for one in counts_by_board(boards_counted_for(cast.chair)))
    assert (counts.notified, counts.deaths, counts.harm, counts.not_known) == (5, 1, 2, 1)

    client.force_login(cast.chair)
    assert "Not yet known" in client.get("/oversight/").content.decode()
    rows = csv.DictReader(StringIO(client.get("/oversight/counts.csv").content.decode()))
    assert sum(int(row["not_yet_known"]) for row in rows) == 1


@pytest.mark.parametrize("address", ["/oversight/", "/oversight/counts.csv"])
def test_who_counts_are_not_for_is_told_so_and_whom_to_ask(client: Client, cast: Cast, address: str) -> None:
    client.force_login(cast.lead)
    answer = client.get(address)
    assert answer.status_code == 403
    assert "You hold no post that counts are shown to." in answer.content.decode()
