"""Rows are compared beside the pages: once, waited for only so long, and said where it goes on still."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from threading import Event, Thread
from typing import Any

import pytest
from django.urls import reverse

from candour.domain.chronology.links import propose_links
from candour.stages.chronology.accounts import compared, linked
from candour.stages.chronology.accounts.linked import Whole, whole_of
from candour.stages.chronology.actions.events import confirm_event
from tests.stages.chronology.accounts import both, entry_of
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db

OUT_OF_ORDER = b"""No,Date,What happened,Informed,Told status
1,9 May 2014,Rang the ward,Northmoor children's services,disputed
2,3 May 2014,Weighed at the clinic,,
"""
STILL = "So many rows are still being compared with one another"


@pytest.fixture
def slow(monkeypatch: Any) -> Iterator[Event]:
    """A comparison that takes until it is let go; pages do not wait for it."""
    let_go = Event()

    def after_it_is_let_go(*given: Any, **more: Any) -> Any:
        let_go.wait(timeout=30)
        return propose_links(*given, **more)

    compared._begun.cache_clear()
    monkeypatch.setattr(compared, "propose_links", after_it_is_let_go)
    monkeypatch.setattr(linked, "found_among", partial(_without_waiting, compared.found_among))
    yield let_go
    let_go.set()
    compared._begun.cache_clear()


def _without_waiting(found_among: Any, *given: Any, patience: float | None) -> Any:
    return found_among(*given, patience=None if patience is None else 0.01)


def kinds(whole: Whole) -> set[str]:
    return {str(one.kind) for one in whole.conflicts}


def test_what_needs_no_comparison_is_there_at_once(cast: Any, slow: Event) -> None:
    both(cast)
    send(cast, OUT_OF_ORDER, "clinic.csv")
    pair = [entry_of("Strategy discussion held"), entry_of("Strategy discussion by")]
    confirm_event(by=cast.lead, review=cast.review, entries=pair)

    whole = whole_of(cast.review)

    assert (whole.compared, whole.links) == (False, ())
    assert kinds(whole) == {"date", "told", "order"}
    assert list(whole.differ.values()) == ["date"]


def test_it_is_said_that_rows_are_compared_and_what_is_there_is_listed(
    cast: Any, client: Any, slow: Event
) -> None:
    both(cast)
    client.force_login(cast.lead)

    def page(name: str) -> str:
        return client.get(reverse(f"chronology:{name}", args=[cast.review.in_address])).content.decode()

    for name in ("links", "duplicates", "differences", "chronology"):
        assert page(name).count(STILL) == 1, name
    assert "No links are proposed" not in page("links")
    assert "No difference was found" not in page("differences")

    send(cast, OUT_OF_ORDER, "clinic.csv")
    said = page("differences")
    assert STILL in said
    assert "2 of 2 differences are not settled." in said

    slow.set()
    assert whole_of(cast.review, patience=None).compared
    assert STILL not in page("links")
    assert "Strategy discussion" in page("links")


def test_pages_that_ask_at_once_begin_one_comparison(cast: Any, monkeypatch: Any) -> None:
    begun: list[int] = []

    def counted(entries: Any) -> Any:
        begun.append(1)
        return propose_links(entries)

    compared._begun.cache_clear()
    monkeypatch.setattr(compared, "propose_links", counted)
    both(cast)
    entries = whole_of(cast.review, patience=None).chronology.entries
    by_id = {one.id: one for one in entries}
    compared._begun.cache_clear()
    begun.clear()

    threads = [Thread(target=compared.found_among, args=(entries, by_id)) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()

    assert len(begun) == 1
