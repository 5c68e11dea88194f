"""Entries are read once while they stand, and anew as soon as anything of them is other."""

from __future__ import annotations

from threading import Thread
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from candour.domain.agencies import Agencies
from candour.kernel.people.models import Organisation
from candour.stages.chronology.actions import correct_columns, say_agency_name
from candour.stages.chronology.actions.entries import put_entry_back, withdraw_entry
from candour.stages.chronology.entries_read import Standing, _keep, entries_named
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import entries_of
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db
ROWS = b"Date,What happened,Notes,Informed\n3 May 2014,Weighed,In the rain,HV\n4 May 2014,Tea,,\n"


def words(cast: Any) -> list[str]:
    return [one.event for one in entries_of(cast.review)]


def test_the_words_are_fetched_once_while_nothing_changes(cast: Any) -> None:
    send(cast, ROWS, "clinic.csv")
    first = entries_of(cast.review)

    with CaptureQueriesContext(connection) as asked:
        again = entries_of(cast.review)

    assert again == first
    assert not any('"body"' in one["sql"] for one in asked)


def test_withdrawn_put_back_and_read_otherwise_it_follows_at_once(cast: Any) -> None:
    sent = send(cast, ROWS, "clinic.csv")
    assert words(cast) == ["Weighed", "Tea"]

    tea = next(one for one in Entry.objects.all() if one.told.event == "Tea")
    withdraw_entry(by=cast.manager, entry=tea, why="Not of this child.")
    assert words(cast) == ["Weighed"]
    put_entry_back(by=cast.manager, entry=tea)
    assert words(cast) == ["Weighed", "Tea"]

    columns = {"date": "Date", "event": "Notes", "action": "What happened"}
    correct_columns(by=cast.manager, return_=sent, mapping={"columns": columns})
    assert words(cast)[0] == "In the rain"


def test_what_a_person_says_of_a_name_is_heard_at_once(cast: Any) -> None:
    send(cast, ROWS, "clinic.csv")
    health = Organisation.objects.create(
        name="Fenshire Health", slug="health", kind="agency", board=cast.board, agency_kind="hospital"
    )
    assert entries_of(cast.review)[0].told[0].agency is None

    send(cast, b"Date,What happened\n1 May 2014,Seen\n", "health.csv", agency=health)
    say_agency_name(by=cast.manager, review=cast.review, name="HV", agency=health)

    told = next(one for one in entries_of(cast.review) if one.event == "Weighed").told
    assert told[0].agency == "Fenshire Health"


def test_agencies_that_name_alike_are_told_by_their_meanings() -> None:
    one, two = (
        Agencies(["A Police", "B"], [("A Police", "AP")]),
        Agencies(["B", "A Police"], [("A Police", "AP")]),
    )

    assert one.meanings == two.meanings
    assert one.meanings != Agencies(["A Police", "B"]).meanings


def test_another_thread_may_put_away_what_one_has_just_read(cast: Any) -> None:
    """More reviews than are kept, opened at once: none is named from another's rows, and none is missing."""
    send(cast, ROWS, "clinic.csv")
    told = tuple(entries_of(cast.review))
    agencies = Agencies(["Fenshire Police"])
    wrong: list[object] = []

    def open_many(first: int) -> None:
        for nth in range(200):
            standing, own = Standing(first, ((nth,),)), told[nth % 2 :]
            try:
                _keep(standing, own)
                for other in range(5):
                    _keep(Standing(first + 1 + other, ((nth,),)), ())
                if entries_named(standing, own, agencies) != own:
                    wrong.append(nth)
            except KeyError as error:
                wrong.append(error)

    threads = [Thread(target=open_many, args=(1_000_000 + 10 * n,)) for n in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert wrong == []
