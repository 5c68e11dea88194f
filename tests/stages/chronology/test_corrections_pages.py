"""The pages of a return that comes again: sent, what it changed, undone; and a reader that breaks."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.urls import reverse
from django.utils import timezone

from candour.stages.analysis.models import Finding
from candour.stages.chronology.actions import read_return
from candour.stages.chronology.corrections.what_changed import Changes
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Return, ReturnState
from tests.stages.chronology.corrected import FIVE, MENDED, corrected, entry_of, mark
from tests.stages.chronology.sent import POLICE, send

pytestmark = pytest.mark.django_db


def address(name: str, sent: Return) -> str:
    return reverse(f"chronology:{name}", args=[sent.review.in_address, sent.pk])


def test_the_page_takes_the_file_and_shows_what_it_changed(cast: Any, client: Any) -> None:
    first = send(cast, FIVE)
    letter = entry_of("Letter")
    mark(letter)
    client.force_login(cast.manager)
    file = io.BytesIO(MENDED)
    file.name = "police_v2.csv"

    answer = client.post(address("correct-return", first), {"file": file})

    second = Return.objects.get(corrects=first)
    assert answer["Location"] == address("return-changes", second)
    read_return(by=cast.manager, return_=second)
    shown = client.get(address("return-changes", second)).content.decode()
    assert "2 rows are the same, two changed, one new, one gone." in shown
    assert "child seen well" in shown
    assert "child not seen" in shown
    assert "Noise" in shown
    client.post(address("undo-correction", second))
    assert ledger_of(cast.review).rows_in == 5
    assert entry_of("Letter") == letter


def test_a_file_that_was_sent_before_is_said_beside_the_box(cast: Any, client: Any) -> None:
    first = send(cast, FIVE)
    client.force_login(cast.manager)
    file = io.BytesIO(FIVE)
    file.name = "again.csv"

    shown = client.post(address("correct-return", first), {"file": file}).content.decode()

    assert "was received from Fenshire Police already" in shown
    nothing = client.post(address("correct-return", first)).content.decode()
    assert "Choose the corrected file." in nothing
    assert "The whole return again, not only the rows that changed." in nothing


def test_an_author_learns_that_something_rests_on_a_row_and_not_what(cast: Any, client: Any) -> None:
    first = send(cast, FIVE)
    mark(entry_of("Letter"))
    second = corrected(cast, first)
    client.force_login(cast.author)

    shown = client.get(address("return-changes", second)).content.decode()

    assert "something of the review team’s work" in shown
    assert "Noise" not in shown


def test_colleagues_without_the_power_and_strangers_are_kept_out(cast: Any, client: Any) -> None:
    sent = send(cast, FIVE)
    for who, code in ((cast.team, 403), (cast.outsider, 404)):
        client.force_login(who)
        assert client.get(address("correct-return", sent)).status_code == code
        assert client.post(address("undo-correction", sent)).status_code == code


def test_evidence_on_a_changed_row_is_named(cast: Any, client: Any) -> None:
    first = send(cast, FIVE)
    finding = Finding.objects.create(
        review=cast.review, number=2, headline="Noise was heard", written_at=timezone.now(), written_by="lead"
    )
    finding.evidence.create(
        entry=entry_of("Visit"), words="Visit", sha256="0" * 64, chosen_at=timezone.now(), chosen_by="lead"
    )
    second = corrected(cast, first)
    client.force_login(cast.lead)

    assert "evidence Finding 2" in client.get(address("return-changes", second)).content.decode()


def test_a_reader_that_breaks_says_that_it_is_our_fault_and_reads_again(
    cast: Any, client: Any, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    sent = send(cast, POLICE)
    other = send(cast, FIVE, name="five.csv")
    with monkeypatch.context() as broken:
        broken.setattr("candour.stages.chronology.actions._fates.headings_as_json", lambda returned: [1 // 0])
        second = corrected(cast, other)

    assert (second.state, other.withdrawn_at) == (ReturnState.UNREADABLE, None)
    assert second.trouble_what.startswith("Candour broke off while it read this file.")
    assert "ZeroDivisionError" in caplog.text
    assert second.paper.read() == MENDED
    client.force_login(cast.manager)
    assert "Read it again" in client.get(address("return", second)).content.decode()
    read_return(by=cast.manager, return_=second)
    second.refresh_from_db()
    assert second.changes["same"] == 2
    assert sent.state == ReturnState.READ


LETTER = b"6 March 2014,PC 2,Letter sent to the landlord,GP"
SWAPPED = FIVE.replace(LETTER, b"6 March 2014,PC 7,Letter sent,HV")


def test_cells_that_changed_stand_in_the_order_of_the_columns(cast: Any) -> None:
    """Whatever order a database keeps them in."""
    second = corrected(cast, send(cast, FIVE), SWAPPED)

    (pair,) = Changes(second, cast.manager).changed

    assert [heading for heading, _ in pair.differs_now] == ["Officer", "What happened", "Informed"]
