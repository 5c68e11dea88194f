"""A person corrects how columns are read: what changes is shown first, ids stay, and it is remembered."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from candour.domain.moments import from_edtf
from candour.domain.trouble import Trouble
from candour.stages.chronology.actions import correct_columns, place_rows
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Entry, ReturnState
from candour.stages.chronology.reads import held_rows_of
from tests.stages.chronology.sent import POLICE, send

pytestmark = pytest.mark.django_db


def columns_page(sent: Any) -> str:
    return reverse("chronology:return-columns", args=[sent.review.in_address, sent.pk])


def test_what_will_change_is_shown_before_it_does(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.lead)
    words = {"c0": "date", "c1": "event", "c2": "action", "c3": "told"}

    shown = client.get(columns_page(sent), words).content.decode()

    assert "Event changes in 1 entries." in shown
    assert Entry.objects.get().told.event == "Call from a neighbour"

    client.post(columns_page(sent), words)
    assert Entry.objects.get().told.event == "PC 1"
    assert Entry.objects.get().told.action == "Call from a neighbour"


def test_ids_and_given_places_stay_when_columns_are_corrected(cast: Any) -> None:
    sent = send(cast)
    row = next(one for one in held_rows_of(sent) if one.code == "weekday_disagrees")
    place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-05")}, why="Call log.")
    before = dict(Entry.objects.values_list("key", "pk"))

    correct_columns(by=cast.lead, return_=sent, mapping={"columns": {"event": "Officer"}})

    assert dict(Entry.objects.filter(withdrawn_at=None).values_list("key", "pk")) == before
    assert ledger_of(cast.review).rows_in == 6


def test_a_correction_is_remembered_for_the_agency(cast: Any) -> None:
    sent = send(cast)
    mapping = {"columns": {"event": "Officer"}, "left_out": ["Informed"]}
    correct_columns(by=cast.lead, return_=sent, mapping=mapping)

    later = send(cast, POLICE + b"10 March 2014,PC 4,Letter sent,GP\n", "police_v2.csv")
    other = send(cast, POLICE, "social.csv", agency=cast.social_care)

    assert later.mapping == mapping
    assert other.mapping == {}
    assert {one.told.told for one in later.entries.all()} == {()}


def test_a_mapping_that_reads_nothing_changes_nothing(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.lead)

    shown = client.post(columns_page(sent), {"c0": "", "c1": "role", "c2": "event", "c3": ""})

    assert "No column is read as the date." in shown.content.decode()
    with pytest.raises(Trouble):
        correct_columns(by=cast.lead, return_=sent, mapping={"columns": {"date": "Nowhere"}})
    assert ledger_of(cast.review).rows_in == 6


def test_a_return_without_known_headings_is_read_once_a_person_points_at_them(cast: Any, client: Any) -> None:
    sent = send(cast, b"Alpha,Beta\nsome words,2 March 2014\nother words,3 March 2014\n", "odd.csv")
    client.force_login(cast.lead)
    if sent.state == ReturnState.UNREADABLE:
        assert "These are the headings" in client.get(columns_page(sent)).content.decode()

    client.post(columns_page(sent), {"heading_row": "1", "c0": "event", "c1": "date"})

    sent.refresh_from_db()
    assert sent.state == ReturnState.READ
    assert {one.told.event for one in sent.entries.all()} == {"some words", "other words"}
