"""Copies of the chronology under pseudonyms: names of the cast go, the rest stands, and the file says so."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.stages.report.actions.cast import keep_cast_member
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

ROWS = b"""Date,What happened
3 May 2014,Robin Invented seen with Auntie Jo
4 May 2014,R0bin Invented not at home
"""


def at(name: str, cast: Any, *more: Any) -> str:
    return reverse(f"report:{name}", args=[cast.review.in_address, *more])


@pytest.fixture
def rows(cast: Any) -> None:
    send(cast, ROWS, "police.csv")


def kept(cast: Any) -> None:
    person = {"key": "child", "kind": "child", "name": "Robin Invented", "pseudonym": "Child Wren"}
    keep_cast_member(by=cast.lead, review=cast.review, **person)


@pytest.mark.usefixtures("rows")
def test_a_reader_takes_a_copy_without_the_casts_names(cast: Any, client: Any) -> None:
    kept(cast)
    client.force_login(cast.team)

    sent = client.get(at("chronology-copy", cast, "csv"))

    [first, second] = csv.DictReader(io.StringIO(sent.content.decode()))
    assert first["event"] == "Child Wren seen with Auntie Jo"
    assert second["event"] == "R0bin Child Wren not at home"
    assert first["note"] == "Names that are not in the cast stand as written: not for publication."
    assert "not-for-publication.csv" in sent["Content-Disposition"]
    assert Line.objects.filter(did="downloaded_chronology_under_pseudonyms", who="team").count() == 1


@pytest.mark.usefixtures("rows")
def test_the_page_says_what_the_copy_cannot_promise(cast: Any, client: Any) -> None:
    kept(cast)
    client.force_login(cast.team)

    page = client.get(at("chronology-copies", cast)).content.decode()

    assert "1 name of the cast is replaced in each file." in page
    assert "Names that are not in the cast stand as written: not for publication." in page
    assert "The check of open files still finds one thing of the cast" in page


@pytest.mark.usefixtures("rows")
def test_without_a_cast_there_is_no_copy(cast: Any, client: Any) -> None:
    client.force_login(cast.team)

    assert "No copy yet." in client.get(at("chronology-copies", cast)).content.decode()
    assert client.get(at("chronology-copy", cast, "csv")).status_code == 404


@pytest.mark.usefixtures("rows")
def test_who_may_not_see_the_chronology_sees_no_copy(cast: Any, client: Any) -> None:
    kept(cast)
    for who, status in {"author": 403, "checker": 403, "outsider": 404}.items():
        client.force_login(getattr(cast, who))
        for address in (at("chronology-copies", cast), at("chronology-copy", cast, "csv")):
            assert client.get(address).status_code == status, who
