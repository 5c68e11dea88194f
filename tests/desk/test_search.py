"""Search: only what the viewer may see, by kind, with the words round the phrase."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from candour.desk.search import SHOWN, found_for, quoted
from candour.domain.chronology.entry import Entry as Told
from candour.domain.chronology.entry import Place
from candour.domain.moments import read
from candour.kernel.audit.models import Line
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.kernel.reviews.models import Review
from candour.stages.analysis.models import Finding
from candour.stages.chronology.models import Entry, Return
from candour.stages.commission.models import AgencyAsked
from tests.cast import AT, Cast
from tests.notified import not_reviewed


def an_entry(cast: Cast, review: Review, row: int, event: str, action: str = "") -> Entry:
    """An entry of the police's return, with the least that a row holds."""
    agency = cast.police
    paper, _ = Paper.objects.get_or_create(
        review=review, agency=agency, name="quarry.xlsx", sha256="0" * 64, size=1, kept_at=AT, kept_by="tests"
    )
    sent, _ = Return.objects.get_or_create(
        review=review,
        agency=agency,
        paper=paper,
        defaults={"received_on": AT.date(), "received_at": AT, "received_by": "tests"},
    )
    told = Told(
        f"e{row}", str(agency), Place("quarry.xlsx", "", row), read("14 July 2013"), event, action=action
    )
    return Entry.objects.create(
        review=review,
        in_return=sent,
        key=told.id,
        row=row,
        body=told.as_json(),
        placed_at=AT,
        placed_by="tests",
    )


def kinds(viewer: Person, phrase: str) -> dict[str, list[str]]:
    return {group.title: [hit.title for hit in group.hits] for group in found_for(viewer, phrase)}


def one_of_each(cast: Cast, review: Review) -> None:
    """A review whose every kind of thing holds the word "quarry"."""
    an_entry(cast, review, 7, "He was seen at the quarry with a friend.")
    AgencyAsked.objects.create(
        review=review,
        agency=cast.police,
        asked_on=date(2014, 5, 19),
        due_on=date(2014, 6, 9),
        asked_at=AT,
        asked_by="tests",
    )
    Finding.objects.create(
        review=review, number=1, headline="The quarry was nobody's.", written_at=AT, written_by="tests"
    )


@pytest.mark.django_db
def test_each_kind_of_thing_is_found_and_quoted(client: Client, cast: Cast) -> None:
    one_of_each(cast, cast.review)
    client.force_login(cast.lead)
    shown = client.get("/search/", {"q": "quarry"}).content.decode()

    assert "14 July 2013, Fenshire Police" in shown
    assert "He was seen at the <strong>quarry</strong> with a friend." in shown
    assert "Finding 1: The quarry was nobody" in shown
    assert "quarry.xlsx" in shown
    assert "stands in three things that you may see" in shown
    assert Line.objects.filter(did="searched_review", who="lead").count() == 1


@pytest.mark.django_db
def test_nothing_of_another_review_is_found(cast: Cast) -> None:
    one_of_each(cast, cast.review)

    assert kinds(cast.outsider, "quarry") == {}
    assert kinds(cast.outsider, "Child Wren") == {}
    assert kinds(cast.outsider, "2014/003") == {}
    assert kinds(cast.outsider, "Fenshire") == {}
    assert kinds(cast.conflicted, "quarry") == {}
    assert kinds(cast.administrator, "quarry") == {}


@pytest.mark.django_db
def test_whoever_sees_a_part_finds_that_part_only(cast: Cast) -> None:
    one_of_each(cast, cast.review)

    assert set(kinds(cast.author, "quarry")) == {"Entries of chronologies", "Papers"}
    assert kinds(cast.family, "quarry") == {}
    assert kinds(cast.family, "Wren") == {"Reviews": ["Child Wren, 2014/003"]}
    assert kinds(cast.national, "quarry") == {}


@pytest.mark.django_db
def test_words_of_reports_and_conversations_are_never_searched(cast: Cast) -> None:
    """Closed passages stand in tables of the report; no statement of a search reads one."""
    one_of_each(cast, cast.review)
    with CaptureQueriesContext(connection) as asked:
        found_for(cast.judge, "quarry")

    assert not [one["sql"] for one in asked if '"report_' in one["sql"] or '"respond_' in one["sql"]]
    assert any('"chronology_entry"' in one["sql"] for one in asked)


@pytest.mark.django_db
def test_a_decision_and_its_notification_are_found_by_board_s_people(cast: Cast) -> None:
    decision = not_reviewed(cast)
    number = decision.notification.written

    assert kinds(cast.chair, "agencies worked together")["Decisions"] == [
        f"Decision on Child Alder, {number}"
    ]
    assert kinds(cast.chair, number)["Notifications"] == [f"Child Alder, {number}"]
    assert kinds(cast.outsider, "Alder") == {}
    assert kinds(cast.lead, "Alder") == {}


@pytest.mark.django_db
def test_more_than_are_shown_is_said_and_asks_no_more_queries(client: Client, cast: Cast) -> None:
    an_entry(cast, cast.review, 1, "Row 1 of the quarry")
    with CaptureQueriesContext(connection) as with_one:
        found_for(cast.lead, "of the quarry")
    for row in range(2, SHOWN + 3):
        an_entry(cast, cast.review, row, f"Row {row} of the quarry", "Noted")
    with CaptureQueriesContext(connection) as with_many:
        groups = found_for(cast.lead, "of the quarry")

    assert [(group.title, len(group.hits), group.more) for group in groups] == [
        ("Entries of chronologies", SHOWN, True)
    ]
    assert len(with_many) == len(with_one)
    client.force_login(cast.lead)
    assert "There are more." in client.get("/search/", {"q": "of the quarry"}).content.decode()


@pytest.mark.django_db
def test_a_withdrawn_entry_is_not_found(cast: Cast) -> None:
    gone = an_entry(cast, cast.review, 3, "Seen at the weir.")
    assert kinds(cast.lead, "weir")
    gone.withdrawn_at, gone.withdrawn_by, gone.withdrawn_why = AT, "tests", "Sent twice"
    gone.save()

    assert kinds(cast.lead, "weir") == {}


@pytest.mark.django_db
def test_signs_that_a_database_knows_stand_for_themselves(cast: Cast) -> None:
    an_entry(cast, cast.review, 3, "Seen by 50% of them, aunt_s note, “off\\hand”.")

    assert kinds(cast.lead, "50% of")
    assert kinds(cast.lead, "AUNT_S NOTE")
    assert kinds(cast.lead, "5%f") == {}
    assert kinds(cast.lead, "aunt.s") == {}


@pytest.mark.django_db
def test_one_letter_and_nothing_are_told_what_to_do(client: Client, cast: Cast) -> None:
    client.force_login(cast.lead)

    assert "Give two at least." in client.get("/search/", {"q": "a"}).content.decode()
    assert "in all that you may see" in client.get("/search/").content.decode()
    nothing = client.get("/search/", {"q": "<b>no such thing"}).content.decode()
    assert "&lt;b&gt;no such thing” stands in nothing" in nothing


def test_the_words_round_a_phrase_are_cut_between_words() -> None:
    text = "word " * 40 + "the Quarry" + " word" * 40
    found = quoted("quarry", ["nothing here", text])

    assert found is not None
    assert found.phrase == "Quarry"
    assert found.before.startswith("… word")
    assert found.before.endswith("the ")
    assert found.after.startswith(" word")
    assert found.after.endswith("word …")
    assert quoted("quarry", ["none"]) is None
