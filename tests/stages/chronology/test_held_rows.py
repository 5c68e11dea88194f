"""A held row waits for a person, who may place it, ask about it, and take the place back."""

from __future__ import annotations

from typing import Any

import pytest
from django.urls import reverse

from candour.domain.moments import from_edtf
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.chronology import actions, resting
from candour.stages.chronology.actions import place_rows, take_back_place
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Return, UnplacedRow
from candour.stages.chronology.reads import held_rows_of
from tests.stages.chronology.sent import send

pytestmark = pytest.mark.django_db


def held(sent: Return, code: str) -> UnplacedRow:
    return next(row for row in held_rows_of(sent) if row.code == code)


def page_of(sent: Return) -> str:
    return reverse("chronology:return", args=[sent.review.in_address, sent.pk])


def test_a_reading_is_offered_and_none_is_chosen_beforehand(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.lead)

    shown = client.get(page_of(sent)).content.decode()

    assert "Held row 1 of 4" in shown
    assert "Tuesday 4 March 2014" in shown
    assert "One of these, not known which" in shown
    assert " checked" not in shown


def test_a_row_is_placed_where_a_person_says(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    client.force_login(cast.lead)

    answer = client.post(
        page_of(sent), {"row": row.pk, "date": "2014-03-05", "why": "Agrees with the call log."}
    )

    row.refresh_from_db()
    assert answer.status_code == 302
    assert row.placed_entry is not None
    told = row.placed_entry.told
    assert (told.when.edtf, told.when.text) == ("2014-03-05", "Tues 5/3/2014")
    assert told.cells["Date"] == "Tues 5/3/2014"
    assert ledger_of(cast.review).rows_in == 6
    assert ledger_of(cast.review).held == 3
    assert Line.objects.filter(did="placed_held_rows", why="Agrees with the call log.").count() == 1


def test_another_date_is_shown_as_read_before_it_is_saved(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "impossible_date")
    client.force_login(cast.lead)
    typed = {"row": row.pk, "date": "other", "other": "end of Feb 2014", "why": "Asked."}

    first = client.post(page_of(sent), typed)
    row.refresh_from_db()
    read_as = first.context["form"].data["read_as"]
    assert "We read this as" in first.content.decode()
    assert row.placed_entry is None

    client.post(page_of(sent), {**typed, "read_as": read_as})
    row.refresh_from_db()
    assert row.placed_entry is not None


def test_a_date_that_cannot_be_read_keeps_what_was_typed(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "impossible_date")
    client.force_login(cast.lead)

    shown = client.post(
        page_of(sent), {"row": row.pk, "date": "other", "other": "the day it rained", "why": ""}
    ).content.decode()

    assert "There is a problem" in shown
    assert "the day it rained" in shown
    assert "Say why" in shown


@pytest.mark.parametrize("words", ["the day it rained", "5 March 2014"])
def test_a_date_chosen_and_another_written_are_two_answers(words: str, cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    client.force_login(cast.lead)

    typed = {"row": row.pk, "date": "2014-03-05", "other": words, "why": "Agrees with the call log."}
    shown = client.post(page_of(sent), typed).content.decode()
    row.refresh_from_db()

    assert "Empty this box, or choose “Another date”" in shown
    assert "No date can be read" not in shown
    assert words in shown
    assert row.placed_entry is None


def test_asking_the_agency_keeps_the_row_held(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    client.force_login(cast.lead)

    client.post(page_of(sent), {"row": row.pk, "date": "ask", "why": "Which day was it?"})

    row.refresh_from_db()
    assert (row.asked_note, row.placed_entry) == ("Which day was it?", None)
    assert ledger_of(cast.review).held == 4


def test_a_place_is_taken_back_until_something_rests_on_it(
    cast: Any, client: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-05")}, why="Call log.")
    client.force_login(cast.lead)
    undo = reverse("chronology:undo-place", args=[cast.review.in_address, sent.pk, row.pk])

    with monkeypatch.context() as later:
        later.setattr(actions.held_rows, "what_rests_on", lambda entry: ["episode 3"])
        with pytest.raises(Trouble, match="episode 3 rests on this entry"):
            take_back_place(by=cast.lead, row=row)
    client.post(undo)

    row.refresh_from_db()
    assert row.placed_entry is None
    assert ledger_of(cast.review).held == 4


def test_a_row_placed_again_keeps_its_id(cast: Any) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    [first] = place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-05")}, why="Log.")
    take_back_place(by=cast.lead, row=row)

    [second] = place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-04")}, why="Rota.")

    assert (first.pk, first.key) == (second.pk, second.key)
    assert resting.what_rests_on(second) == []


def test_two_people_do_not_place_one_row_twice(cast: Any) -> None:
    sent = send(cast)
    row = held(sent, "weekday_disagrees")
    place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-05")}, why="Call log.")

    with pytest.raises(Trouble, match="held no longer"):
        place_rows(by=cast.manager, return_=sent, answers={row: from_edtf("2014-03-04")}, why="Rota.")


def test_one_answer_for_rows_that_ask_the_same_shows_their_dates_first(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = held(sent, "no_year")
    client.force_login(cast.lead)
    address = reverse("chronology:answer-all", args=[cast.review.in_address, sent.pk, row.pk])

    shown = client.get(address, {"how": "2014"}).content.decode()
    assert "12 June 2014" in shown
    assert "14 June 2014" in shown
    assert ledger_of(cast.review).held == 4

    client.post(address, {"how": "2014", "why": "The rota is of 2014."})
    assert ledger_of(cast.review).held == 2


def test_a_time_beside_the_date_is_kept(cast: Any) -> None:
    sent = send(cast, b"Date,Time,Event\n31/2/14,14:30,Call\n1 March 2014,,Visit\n", "timed.csv")
    row = held(sent, "impossible_date")

    [entry] = place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-01")}, why="Log.")

    assert entry.told.when.earliest is not None
    assert (entry.told.when.earliest.hour, entry.told.when.earliest.minute) == (14, 30)
