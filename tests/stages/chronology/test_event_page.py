"""One event: its accounts side by side, joined, parted, named, withdrawn; all of it on record and undone."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.stages.chronology.actions.entries import withdraw_entry
from candour.stages.chronology.actions.events import confirm_event
from candour.stages.chronology.models import Account, Entry, Event
from tests.pace import some_quick
from tests.stages.chronology.accounts import both, entry_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(cast: Any) -> Event:
    both(cast)
    entries = entry_of("Strategy discussion held"), entry_of("Strategy discussion by")
    return confirm_event(by=cast.lead, review=cast.review, entries=entries, title="The talk", why="One call.")


def address(row: Event | Account, name: str = "event") -> str:
    return reverse(f"chronology:{name}", args=[row.review.in_address, row.pk])


def shown(client: Any, cast: Any, event: Event) -> str:
    client.force_login(cast.lead)
    found: str = client.get(address(event)).content.decode()
    return found


def test_all_accounts_stand_side_by_side_and_none_is_merged(cast: Any, client: Any, event: Event) -> None:
    page = shown(client, cast, event)

    assert "<h1>The talk</h1>" in page
    assert "2 accounts of 2 agencies, each as it was given." in page
    assert "Strategy discussion held by telephone of bruise" in page
    assert "Strategy discussion by telephone with police" in page
    assert "4 March 2014" in page
    assert "5 March 2014" in page
    assert "One difference is not settled." in page
    assert "One call." in page
    assert "Confirmed by Lead on" in page
    assert "<svg" in page
    assert Line.objects.filter(did="opened_event", who="lead").exists()


def test_the_chronology_and_the_entry_lead_to_it(cast: Any, client: Any, event: Event) -> None:
    client.force_login(cast.lead)
    table = client.get(reverse("chronology:chronology", args=[cast.review.in_address])).content.decode()
    assert "One event, two accounts: The talk" in table
    assert "Proposed link" not in table
    entry = event.accounts.first().entry
    page = client.get(reverse("chronology:entry", args=[cast.review.in_address, entry.key])).content.decode()
    for found in (table, page, client.get(address_of_list(cast)).content.decode()):
        assert address(event) in found


def address_of_list(cast: Any) -> str:
    return reverse("chronology:events", args=[cast.review.in_address])


@pytest.mark.parametrize(
    "name", some_quick(["event", "name-event", "add-account", "withdraw-event", "part-account"], 0)
)
def test_who_may_look_and_who_may_change(cast: Any, client: Any, event: Event, name: str) -> None:
    thing: Any = event.accounts.first() if name == "part-account" else event
    chair = 200 if name == "event" else 403
    for who, status in {
        "lead": 200,
        "chair": chair,
        "author": 403,
        "practitioner": 403,
        "outsider": 404,
    }.items():
        client.force_login(getattr(cast, who))
        assert client.get(address(thing, name)).status_code == status, who


@pytest.mark.parametrize(
    "name",
    some_quick(
        ["undo-event", "put-event-back", "undo-account", "put-account-back", "event", "name-event"], 0
    ),
)
def test_another_reviews_event_is_not_found_under_this_one(
    cast: Any, client: Any, event: Event, name: str
) -> None:
    account = event.accounts.first()
    thing: Any = account if "account" in name else event
    Event.objects.update(review=cast.other_review)
    Account.objects.update(review=cast.other_review)
    client.force_login(cast.lead)
    assert client.post(address_under(cast, thing, name)).status_code == 404


def address_under(cast: Any, row: Any, name: str) -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address, row.pk])


def test_an_account_is_added_from_entries_near_its_days_or_by_words(
    cast: Any, client: Any, event: Event
) -> None:
    client.force_login(cast.lead)
    near = client.get(address(event, "add-account")).content.decode()
    assert "Lantern found" in near  # March 2014: it may fall near
    assert "Orchard" not in near
    assert "Strategy discussion" not in near

    found = client.get(address(event, "add-account") + "?words=orchard").content.decode()
    assert "Orchard review meeting" in found
    assert (
        "No entry is found so." in client.get(address(event, "add-account") + "?words=xyzzy").content.decode()
    )

    orchard = entry_of("Orchard")
    wrong = client.post(address(event, "add-account"), {"entry": orchard.key, "why": "Kept."})
    assert "what was chosen is not offered here" in wrong.content.decode()
    assert 'value="Kept."' in wrong.content.decode()
    sent = client.post(address(event, "add-account") + "?words=orchard", {"entry": orchard.key})
    assert sent["Location"] == address(event)
    assert Line.objects.filter(did="joined_event", who="lead").count() == 1
    joined = event.accounts.get(entry=orchard)
    assert client.post(address(joined, "undo-account")).status_code == 302
    assert event.accounts.filter(parted_at=None).count() == 2


def test_a_parting_wants_a_reason_and_is_undone(cast: Any, client: Any, event: Event) -> None:
    client.force_login(cast.lead)
    account = event.accounts.first()
    page = client.get(address(account, "part-account")).content.decode()
    assert "the event is withdrawn with it" in page
    blank = client.post(address(account, "part-account"), {"why": ""}).content.decode()
    assert "Say why it does not tell of this event." in blank

    client.post(address(account, "part-account"), {"why": "Another call."})

    page = shown(client, cast, event)
    assert "This event was withdrawn on" in page
    assert "“Another call.”" in page
    assert Line.objects.get(did="parted_account").why == "Another call."
    client.post(address(event, "put-event-back"))
    assert "2 accounts of 2 agencies" in shown(client, cast, event)


def test_a_withdrawn_event_is_listed_apart_and_can_be_put_back(cast: Any, client: Any, event: Event) -> None:
    client.force_login(cast.lead)
    assert "Say why the event is withdrawn." in client.post(address(event, "withdraw-event")).content.decode()

    client.post(address(event, "withdraw-event"), {"why": "Two talks."})

    page = client.get(address_of_list(cast)).content.decode()
    assert "No event is confirmed yet." in page
    assert "Two talks." in page
    assert address(event, "put-event-back") in shown(client, cast, event)


def test_a_title_is_given_and_kept(cast: Any, client: Any, event: Event) -> None:
    client.force_login(cast.lead)
    assert (
        "Give the event a few words."
        in client.post(address(event, "name-event"), {"title": " "}).content.decode()
    )
    client.post(address(event, "name-event"), {"title": "Talk of <b>4 March</b>"})
    assert "<h1>Talk of &lt;b&gt;4 March&lt;/b&gt;</h1>" in shown(client, cast, event)
    assert Line.objects.filter(did="named_event").count() == 1


def test_a_withdrawn_entry_stays_in_the_event_marked(cast: Any, client: Any, event: Event) -> None:
    withdraw_entry(by=cast.lead, entry=entry_of("Strategy discussion held"), why="Wrong child.")

    page = shown(client, cast, event)

    assert "Entry withdrawn" in page
    assert "Strategy discussion held" in page
    assert Entry.objects.filter(accounts__event=event, withdrawn_at=None).count() == 1
