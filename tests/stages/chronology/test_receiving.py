"""A return is kept as it came, read once, and every row of it has one fate."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.returned import interpret
from candour.files.returns.reading import read_return as read_file
from candour.kernel.audit.models import Line
from candour.kernel.papers.models import Paper
from candour.kernel.reviews.models import Seat
from candour.stages.chronology.actions import (
    read_return,
    send_return,
    take_back_withdrawal_of_return,
    withdraw_return,
)
from candour.stages.chronology.actions.receiving import SentAlready
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Entry, Return, ReturnState
from candour.stages.chronology.reads import chronology_of, entry_at, lanes_of_review
from candour.stages.chronology.tasks import read_what_came, take_up_again
from tests.stages.chronology.sent import POLICE, WREN, send

pytestmark = pytest.mark.django_db


def test_every_row_has_one_fate_and_the_ledger_adds_up(cast: Any) -> None:
    sent = send(cast)

    ledger = ledger_of(cast.review)

    assert (ledger.placed, ledger.held, ledger.refused) == (1, 4, 1)
    assert ledger.rows_in == sent.rows_in == 6
    assert [one["kind"] for one in sent.furniture] == ["title", "heading"]


def test_the_original_is_kept_byte_for_byte(cast: Any) -> None:
    sent = send(cast)

    assert sent.paper.read() == POLICE
    assert Line.objects.filter(did="sent_return", thing=f"chronology.return:{sent.pk}").count() == 1


def test_ids_are_those_of_a_merge(cast: Any) -> None:
    path = WREN / "fenshire_police_wren_v2.docx"
    merged = integrate([interpret(read_file(path))])

    send(cast, path.read_bytes(), path.name)

    assert set(Entry.objects.values_list("key", flat=True)) == {one.id for one in merged.chronology.entries}
    assert [one.id for one in chronology_of(cast.review).entries] == [
        one.id for one in merged.chronology.entries
    ]


def test_the_same_file_is_not_there_twice(cast: Any) -> None:
    send(cast)

    with pytest.raises(SentAlready, match="received from Fenshire Police already"):
        send(cast, name="copy.csv")

    assert Return.objects.count() == Paper.objects.count() == 1


def test_the_same_file_may_come_from_two_agencies(cast: Any) -> None:
    send(cast)
    send(cast, agency=cast.social_care)

    assert ledger_of(cast.review).placed == 2


def test_a_file_that_cannot_be_read_is_kept_with_the_reason(cast: Any) -> None:
    sent = send(cast, b"%PDF-1.4 not a table", "account.odt")

    assert sent.state == ReturnState.UNREADABLE
    assert "is of no kind that can be read" in sent.trouble_what
    assert sent.paper.read() == b"%PDF-1.4 not a table"
    assert ledger_of(cast.review).rows_in == 0


def test_reading_twice_doubles_nothing(cast: Any) -> None:
    sent = send(cast)
    stale = Return.objects.get(pk=sent.pk)
    stale.state = ReturnState.WAITING

    read_return(by=cast.manager, return_=stale)

    assert ledger_of(cast.review).rows_in == 6


def test_a_return_left_waiting_is_taken_up_again(cast: Any) -> None:
    """As after the process was ended between keeping the file and reading it."""
    sent = send_return(
        by=cast.manager, review=cast.review, agency=cast.police, name="police.csv", content=POLICE
    )

    assert take_up_again() == 1

    sent.refresh_from_db()
    assert (sent.state, sent.rows_in) == (ReturnState.READ, 6)


def test_an_author_sends_only_for_their_own_agency(cast: Any) -> None:
    send(cast, by=cast.author)

    with pytest.raises(PermissionDenied):
        send(cast, name="other.csv", by=cast.author, agency=cast.social_care)

    assert Return.objects.count() == 1


def test_withdrawn_entries_stay_readable_and_count_no_longer(cast: Any) -> None:
    sent = send(cast)

    withdraw_return(by=cast.manager, return_=sent, why="Sent for another child.")

    entry = Entry.objects.get(in_return=sent)
    assert entry.withdrawn_why == "Sent for another child."
    assert chronology_of(cast.review).entries == ()


def test_an_entry_is_found_by_its_place(cast: Any) -> None:
    send(cast)

    found = entry_at(cast.review, "police.csv", "", 3)

    assert found is not None
    assert found.told.event == "Call from a neighbour"
    assert entry_at(cast.review, "police.csv", "", 4) is None


def test_names_told_are_matched_to_agencies_asked(cast: Any) -> None:
    send(cast)
    send(cast, b"Date,Event\n3 March 2014,Referral read\n", "social.csv", agency=cast.social_care)

    [first, _] = chronology_of(cast.review).entries

    assert [one.agency for one in first.told] == ["Northmoor children's services"]
    assert [lane.kind for lane in lanes_of_review(cast.review)] == ["police", "childrens_social_care"]


def test_a_withdrawn_return_counts_again_with_its_entries(cast: Any) -> None:
    sent = send(cast)
    withdraw_return(by=cast.manager, return_=sent, why="Of another child.")
    assert ledger_of(cast.review).placed == 0

    take_back_withdrawal_of_return(by=cast.manager, return_=sent)

    assert ledger_of(cast.review).placed == 1
    withdraw_return(by=cast.manager, return_=sent, why="Sent again.")
    send(cast)
    with pytest.raises(SentAlready):
        take_back_withdrawal_of_return(by=cast.manager, return_=sent)


def test_a_return_whose_sender_left_is_read_by_somebody_with_a_seat(cast: Any, client: Any) -> None:
    sent = send_return(
        by=cast.author, review=cast.review, agency=cast.police, name="police.csv", content=POLICE
    )
    Seat.objects.filter(person=cast.author).update(ended_at=timezone.now(), ended_by="manager")
    read_what_came.func(sent.pk)
    assert not Line.objects.filter(did="read_return").exists()

    client.force_login(cast.manager)
    page = reverse("chronology:return", args=[cast.review.in_address, sent.pk])
    assert "Read it now" in client.get(page).content.decode()
    client.post(reverse("chronology:read-now", args=[cast.review.in_address, sent.pk]))
    read_what_came.func(sent.pk, "manager")

    sent.refresh_from_db()
    assert (sent.state, sent.read_by) == (ReturnState.READ, "manager")
