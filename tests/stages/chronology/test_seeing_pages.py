"""Silences, contact by month and the files to take away: what is said, what is not, and to whom."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from typing import Any

import pytest
from django.urls import reverse

from candour.kernel.audit.models import Line
from tests.pace import some_quick
from tests.stages.chronology.accounts import both
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

SEEN = b"""Date,What happened,Child seen,Seen alone
1 March 2013,Visit,yes,no
1 February 2014,Visit,no,no
4 March 2014,Visit,yes,no
"""


def at(name: str, cast: Any, *more: Any) -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address, *more])


def page(client: Any, cast: Any, name: str, **asked: Any) -> str:
    client.force_login(cast.lead)
    response = client.get(at(name, cast), asked)
    assert response.status_code == 200
    return response.content.decode()


def test_silences_are_said_drawn_and_listed(cast: Any, client: Any) -> None:
    both(cast)

    said = page(client, cast, "silences")

    assert "the longest is 365 days, Fenshire Police." in said
    assert "Across all returns" in said
    assert "365 days</text>" in said
    assert 'href="#gap' in said
    assert "No return says in a column of its own whether the child was seen:" in said
    assert "No return has a column for the child’s voice" in said


def test_the_limit_of_days_is_a_field_and_a_bad_one_is_asked_about(cast: Any, client: Any) -> None:
    both(cast)

    assert "No agency is silent for more than 400 days" in page(client, cast, "silences", days="400")
    bad = page(client, cast, "silences", days="a while")
    assert "Give the days as a whole number, such as 60." in bad
    assert "more than 60 days" in bad


def test_a_child_unseen_and_never_seen_alone_is_told_apart(cast: Any, client: Any) -> None:
    send(cast, SEEN, "seen.csv")

    said = page(client, cast, "silences")

    assert "The longest time in which no row says that the child was seen is 368 days." in said
    assert "Rows of that time which say the child was not seen: 1." in said
    assert "No row says that the child was seen alone between" in said
    assert "No return says in a column of its own whether the child was seen:" not in said


def test_contact_counts_each_entry_once(cast: Any, client: Any) -> None:
    both(cast)

    said = page(client, cast, "contact")
    sheet = client.get(at("contact-csv", cast)).content.decode()

    rows = {row[0]: row[1:] for row in csv.reader(io.StringIO(sheet))}
    assert rows["month"] == ["Fenshire Police", "Northmoor children's services"]
    assert rows["2014-03-01"] == ["2", "1"]
    assert sum(int(count) for name, counts in rows.items() if name != "month" for count in counts) == 7
    assert "7 entries fall in one month each" in said
    assert "Fenshire Police, month from March 2014: 2 entries" in said


@pytest.mark.parametrize("name", some_quick(["silences", "contact", "downloads", "views"], 0))
def test_who_may_look(cast: Any, client: Any, name: str) -> None:
    both(cast)
    for who, status in {
        "team": 200,
        "chair": 200,
        "author": 403,
        "practitioner": 403,
        "outsider": 404,
    }.items():
        client.force_login(getattr(cast, who))
        assert client.get(at(name, cast)).status_code == status, who


@pytest.mark.parametrize("name", ["silences", "contact"])
def test_before_any_return_the_page_says_what_to_do(cast: Any, client: Any, name: str) -> None:
    assert "No entries yet." in page(client, cast, name)


KINDS = ("xlsx", "docx", "csv", "json", "timesketch-csv", "timesketch-jsonl")


@pytest.mark.parametrize("kind", some_quick(KINDS, 0))
def test_every_kind_of_file_has_the_rows_of_the_view(cast: Any, client: Any, kind: str) -> None:
    both(cast)
    client.force_login(cast.lead)

    sent = client.get(
        at("download-chronology", cast, kind), {"from": "2014", "to": "2014", "words": "quarry"}
    )

    assert sent.status_code == 200
    assert f"chronology-{cast.review.in_address}" in sent["Content-Disposition"]
    said = sent.content
    if said.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(said)) as parts:
            said = b"".join(parts.read(one) for one in parts.namelist())
    assert b"Quarry path searched" in said
    assert b"Orchard" not in said
    assert Line.objects.filter(did="downloaded_chronology", who="lead").count() == 1


def test_all_rows_are_had_without_a_view_and_json_is_the_shape_of_the_merge(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.lead)

    whole = json.loads(client.get(at("download-chronology", cast, "json")).content)
    part = json.loads(client.get(at("download-chronology", cast, "json"), {"words": "quarry"}).content)

    assert (whole["version"], len(whole["entries"]), len(whole["events"])) == (1, 7, 1)
    assert (len(part["entries"]), part["events"]) == (1, [])


def test_a_reader_is_not_given_the_names_to_take_away(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.team)

    assert "The chronology with its names stays here" in client.get(at("downloads", cast)).content.decode()
    assert client.get(at("download-chronology", cast, "csv")).status_code == 403
    assert client.get(at("silences-csv", cast)).status_code == 403
    assert client.get(at("contact-csv", cast)).status_code == 200, "counts hold no row's words"


def test_a_kind_that_there_is_not_is_not_found(cast: Any, client: Any) -> None:
    client.force_login(cast.lead)

    assert client.get(at("download-chronology", cast, "exe")).status_code == 404
