"""A return written on screen counts for nothing until another person of the agency has signed it off."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied

from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import Changed
from candour.kernel.audit.models import Line
from candour.kernel.papers.models import Paper
from candour.kernel.reviews.models import Seat
from candour.stages.chronology.actions import read_return
from candour.stages.chronology.actions.drafts import (
    give_back_draft,
    hand_in_draft,
    save_draft,
    sign_off_draft,
    take_back_handing_in,
    take_back_withdrawal_of_draft,
    withdraw_draft,
)
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Draft, DraftState, Entry, RememberedMapping, Return
from candour.stages.chronology.reads import chronology_of, tasks_for
from candour.stages.chronology.writing.typed_rows import fates_of
from tests.cast import AT, person, seat
from tests.stages.chronology.written import ROWS, draft_of, handed_in, signed_off

pytestmark = pytest.mark.django_db
DAY = date(2014, 6, 4)


def titles(person: Any) -> list[str]:
    return [one.title for one in tasks_for(person, DAY)]


def test_a_draft_counts_for_nothing_until_it_is_signed_off(cast: Any) -> None:
    handed_in(cast)

    assert chronology_of(cast.review).entries == ()
    assert ledger_of(cast.review).rows_in == 0
    assert (Return.objects.count(), Paper.objects.count()) == (0, 0)


def test_signed_off_it_is_a_return_like_any_file(cast: Any) -> None:
    sent = signed_off(cast)
    read_return(by=cast.author, return_=sent)

    assert sent.name == "Fenshire Police written on screen 4 June 2014.csv"
    assert (sent.received_on, sent.received_by) == (DAY, "author")
    assert [one.event for one in chronology_of(cast.review).entries] == ["Call to the flat"]
    [counted] = ledger_of(cast.review).returns
    assert (counted.rows_in, counted.placed, counted.held) == (2, 1, 1)
    assert sent.paper.read().decode().splitlines()[1].startswith('"5 March 2014","14:30","Call to the flat"')
    draft = Draft.objects.get()
    assert (draft.state, draft.became, draft.signed_off_by) == ("signed_off", sent, "senior")


def test_the_words_of_a_row_come_through_as_they_were_typed(cast: Any) -> None:
    odd = {
        "date": "3 March 2014",
        "event": 'She said "no";\tthen, left | 5\n=SUM(A1) – £',
        "comment": "a;b;c",
    }
    sent = signed_off(cast, [odd])
    read_return(by=cast.author, return_=sent)

    told = Entry.objects.get().told
    assert (told.event, told.cells["Comment"]) == (odd["event"], "a;b;c")


def test_what_was_said_of_each_row_while_writing_is_what_becomes_of_it(cast: Any) -> None:
    """Also where a person once said that the columns of this agency's files mean something else."""
    RememberedMapping.objects.create(
        board=cast.board,
        agency=cast.police,
        columns={"event": "Comment", "date": "Recorded on"},
        said_at=AT,
        said_by="x",
    )
    rows = [
        {"date": "w/c 4 May 2009", "event": "Visit", "comment": "Late", "recorded_on": "9 May 2009"},
        {"date": "May 2010"},
        {"date": "Tues 5/3/2014", "event": "Call"},
        {"date": "9 March 2014"},
        {"event": "Undated", "source": "Log"},
        {"date": "Date", "event": "Event"},
        {"date": "3", "event": "Under its month", "Ward": "C2"},
        {"date": "3 May 2012 to 1 June 2013", "event": "No involvement"},
    ]
    said = [one.state for one in fates_of(rows)]
    sent = signed_off(cast, rows)
    read_return(by=cast.author, return_=sent)

    became = {one.row: "placed" for one in sent.entries.all()}
    became |= {one.row: one.fate for one in sent.unplaced.all()}
    assert [became.get(nth + 2, "note") for nth in range(len(rows))] == said
    assert set(said) == {"placed", "held", "refused", "note"}
    assert sent.entries.get(row=2).told.event == "Visit"


def test_one_person_cannot_hand_in_and_sign_off_and_that_is_recorded(cast: Any) -> None:
    Seat.objects.create(
        review=cast.review,
        person=cast.author,
        role="agency_senior",
        agency=cast.police,
        given_at=AT,
        given_by="x",
    )
    draft = handed_in(cast)

    with pytest.raises(PermissionDenied, match="two people, not one"):
        sign_off_draft(by=cast.author, draft=draft, version=draft.version, on=DAY)

    line = Line.objects.latest("pk")
    assert (line.did, line.who, line.allowed) == ("signed_off_return", "author", False)
    assert Return.objects.count() == 0


def test_whoever_wrote_in_it_does_not_sign_it_off_though_another_handed_it_in(cast: Any) -> None:
    seat(cast.author, cast.review, "agency_senior", cast.police)
    other = person("second_author")
    seat(other, cast.review, "agency_author", cast.police)
    save_draft(by=cast.author, review=cast.review, agency=cast.police, rows=ROWS)
    draft = save_draft(by=other, review=cast.review, agency=cast.police, rows=ROWS, version=1)
    hand_in_draft(by=other, draft=draft, version=draft.version)
    draft.begun_by = "somebody else"  # who began it is one of the writers anyway
    draft.save()

    with pytest.raises(PermissionDenied, match="two people, not one"):
        sign_off_draft(by=cast.author, draft=draft, version=draft.version, on=DAY)

    assert sign_off_draft(by=cast.senior, draft=draft, version=draft.version, on=DAY).agency == cast.police


@pytest.mark.parametrize("who", ["manager", "lead", "author", "family"])
def test_nobody_but_the_agencys_senior_signs_off(cast: Any, who: str) -> None:
    draft = handed_in(cast)

    with pytest.raises(PermissionDenied):
        sign_off_draft(by=cast.people[who], draft=draft, version=draft.version, on=DAY)

    assert not Line.objects.latest("pk").allowed


def test_a_senior_signs_for_no_other_agency(cast: Any) -> None:
    draft = save_draft(by=cast.manager, review=cast.review, agency=cast.social_care, rows=ROWS)
    hand_in_draft(by=cast.manager, draft=draft, version=draft.version)

    with pytest.raises(PermissionDenied):
        sign_off_draft(by=cast.senior, draft=draft, version=draft.version, on=DAY)


def test_what_the_senior_read_is_what_is_signed(cast: Any) -> None:
    draft = handed_in(cast)
    read = draft.version
    take_back_handing_in(by=cast.author, draft=draft)
    draft = draft_of(cast, [{"date": "6 March 2014", "event": "Something else"}], version=draft.version)
    hand_in_draft(by=cast.author, draft=draft, version=draft.version)

    with pytest.raises(Changed):
        sign_off_draft(by=cast.senior, draft=draft, version=read, on=DAY)

    assert Return.objects.count() == 0


def test_given_back_it_is_written_on_and_handed_in_again(cast: Any) -> None:
    draft = handed_in(cast)
    assert titles(cast.senior) == ["Sign off the return of Fenshire Police"]

    give_back_draft(by=cast.senior, draft=draft, version=draft.version, why="The visit has no year.")

    assert titles(cast.senior) == []
    [task] = tasks_for(cast.author, DAY)
    assert task.title == "Mend the return of Fenshire Police"
    assert task.says == "Senior gave it back: The visit has no year."
    draft = draft_of(cast, [*ROWS[:1], {**ROWS[1], "date": "12/6/2014"}], version=draft.version)
    hand_in_draft(by=cast.author, draft=draft, version=draft.version)
    assert (titles(cast.author), titles(cast.senior)) == ([], ["Sign off the return of Fenshire Police"])


def test_two_who_save_one_draft_lose_nothing(cast: Any) -> None:
    draft = draft_of(cast)
    draft_of(cast, [*ROWS, {"date": "7 March 2014", "event": "Mine"}], version=draft.version)

    with pytest.raises(Changed) as clash:
        draft_of(cast, [{"date": "8 March 2014", "event": "Theirs"}], version=draft.version)

    assert len(clash.value.now.rows) == 3  # type: ignore[attr-defined]  # it is the draft
    with pytest.raises(Changed):
        draft_of(cast, ROWS)  # begun at once by two, each from nothing


def test_what_was_handed_in_is_not_written_over(cast: Any) -> None:
    draft = handed_in(cast)

    with pytest.raises(Trouble, match="waits for the agency's senior"):
        draft_of(cast, [], version=draft.version)


def test_an_empty_draft_is_not_handed_in(cast: Any) -> None:
    draft = draft_of(cast, [{"event": " "}])
    assert draft.rows == []

    with pytest.raises(Trouble, match="Nothing is written in it yet"):
        hand_in_draft(by=cast.author, draft=draft, version=draft.version)


def test_a_draft_put_aside_is_kept_and_can_be_taken_up_again(cast: Any) -> None:
    draft = draft_of(cast)
    withdraw_draft(by=cast.author, draft=draft)
    other = draft_of(cast, [{"date": "9 March 2014", "event": "Anew"}])

    with pytest.raises(Trouble, match="Another draft was begun"):
        take_back_withdrawal_of_draft(by=cast.author, draft=draft)

    withdraw_draft(by=cast.author, draft=other)
    draft.refresh_from_db()
    take_back_withdrawal_of_draft(by=cast.author, draft=draft)
    draft.refresh_from_db()
    assert (draft.rows, draft.state, draft.withdrawn_at) == (ROWS, DraftState.WRITING, None)


def test_the_very_same_rows_are_not_signed_off_twice(cast: Any) -> None:
    signed_off(cast)

    with pytest.raises(Trouble, match="are there already"):
        signed_off(cast)


def test_each_step_leaves_its_line(cast: Any) -> None:
    signed_off(cast)

    assert list(Line.objects.order_by("pk").values_list("did", "who")) == [
        ("saved_draft_of_return", "author"),
        ("handed_in_return", "author"),
        ("signed_off_return", "senior"),
    ]
