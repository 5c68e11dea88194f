"""One entry: its words, its row, what it was linked with; withdrawn with a reason, and put back."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.chronology.actions import withdraw_return
from candour.stages.chronology.actions.entries import put_entry_back, withdraw_entry
from candour.stages.chronology.models import Entry
from candour.stages.chronology.reads import chronology_of
from tests.stages.chronology.accounts import both, entry_of

pytestmark = pytest.mark.django_db


def address(entry: Entry, name: str = "entry") -> str:
    return reverse(f"chronology:{name}", args=[entry.review.in_address, entry.key])


def test_it_shows_the_row_as_written_and_the_account_it_may_belong_with(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_of("Strategy discussion held")
    client.force_login(cast.lead)

    page = client.get(address(entry)).content.decode()

    assert "One other account may tell of the same event." in page
    assert "Strategy discussion by telephone with police" in page
    assert "police.csv" in page
    assert "row 3" in page
    assert "PC 2" in page
    assert "Northmoor children&#x27;s services" in page
    assert Line.objects.filter(did="opened_entry", who="lead", thing=f"chronology.entry:{entry.pk}").exists()


def test_an_author_sees_their_own_entry_and_not_the_others(cast: Any, client: Any) -> None:
    both(cast)
    client.force_login(cast.author)

    own = client.get(address(entry_of("Strategy discussion held")))
    other = client.get(address(entry_of("Strategy discussion by")))

    assert own.status_code == 200
    assert "Other accounts" not in own.content.decode()
    assert "with police of" not in own.content.decode()
    assert other.status_code == 404


def test_strangers_and_colleagues_without_the_power_see_none(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_of("Orchard")
    for name, status in {"practitioner": 403, "outsider": 404, "manager": 200}.items():
        client.force_login(getattr(cast, name))
        assert client.get(address(entry)).status_code == status, name


def test_a_withdrawn_entry_stays_readable_and_counts_no_more(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_of("Orchard")
    client.force_login(cast.lead)

    assert "Say why the entry is withdrawn." in client.post(address(entry), {"why": ""}).content.decode()
    assert client.post(address(entry), {"why": "Another family's row."}).status_code == 302

    page = client.get(address(entry)).content.decode()
    assert "Orchard review meeting" in page
    assert "Another family&#x27;s row." in page
    assert "no longer counts" in page
    assert entry.key not in {one.id for one in chronology_of(cast.review).entries}
    assert Line.objects.get(did="withdrew_entry").why == "Another family's row."


def test_a_withdrawal_can_be_undone(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_of("Orchard")
    withdraw_entry(by=cast.lead, entry=entry, why="By mistake.")
    client.force_login(cast.lead)
    assert address(entry, "put-entry-back") in client.get(address(entry)).content.decode()

    client.post(address(entry, "put-entry-back"))

    assert entry.key in {one.id for one in chronology_of(cast.review).entries}


def test_an_entry_of_a_withdrawn_return_stays_out(cast: Any, client: Any) -> None:
    both(cast)
    entry = entry_of("Orchard")
    withdraw_return(by=cast.manager, return_=entry.in_return, why="Wrong family.")
    entry = entry_of("Orchard")
    client.force_login(cast.lead)

    assert address(entry, "put-entry-back") not in client.get(address(entry)).content.decode()
    with pytest.raises(Trouble):
        put_entry_back(by=cast.lead, entry=entry)


def test_only_whoever_places_rows_may_withdraw(cast: Any) -> None:
    both(cast)
    for name in ("team", "chair", "author"):
        with pytest.raises(PermissionDenied):
            withdraw_entry(by=getattr(cast, name), entry=entry_of("Orchard"), why="No.")
    assert Line.objects.filter(did="withdrew_entry", allowed=False).count() == 3
