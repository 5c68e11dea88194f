"""Who is asked for something is written to: that something waits, never what, and not once withdrawn."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.test import Client

from candour.kernel.outbox.models import Message
from candour.kernel.outbox.sending import send_what_waits
from candour.kernel.people.models import Person
from candour.stages.commission import actions
from candour.stages.commission.models import AgencyAsked, Letter
from candour.stages.commission.reads import tasks_for
from tests.cast import Cast

pytestmark = pytest.mark.django_db

TODAY, TOMORROW, DUE = date(2014, 6, 10), date(2014, 6, 11), date(2014, 6, 24)


@pytest.fixture(autouse=True)
def mail_is_sent(cast: Cast, settings: Any) -> None:
    settings.SENDS_MAIL, settings.DEMONSTRATION, settings.TODAY = True, False, TODAY
    for one in cast.people.values():
        Person.objects.filter(pk=one.pk).update(email=f"{one.username}@example.org")


def asked(cast: Cast, due_on: date = DUE) -> AgencyAsked:
    return actions.ask_agency(
        by=cast.manager, review=cast.review, agency=cast.police, asked_on=date(2014, 6, 9), due_on=due_on
    )


def written_to() -> list[str]:
    return sorted(Message.objects.waiting().values_list("person__username", flat=True))


def letter(cast: Cast) -> Letter:
    mother = actions.add_participant(
        by=cast.manager, review=cast.review, side="family", called="Mother", person=cast.family
    )
    return actions.write_letter(
        by=cast.manager,
        participant=mother,
        from_template="family-begin",
        title="To the mother",
        body="The review of Child Wren begins.",
        written_on=TODAY,
    )


def test_an_agency_s_own_people_are_written_to_once_and_nobody_else(cast: Cast, settings: Any) -> None:
    row = asked(cast)
    actions.remind_agency(by=cast.manager, asked=row)
    assert written_to() == ["author", "senior"]

    settings.TODAY = TOMORROW
    actions.remind_agency(by=cast.manager, asked=row)
    assert written_to() == ["author", "author", "senior", "senior"]


def test_the_e_mail_holds_no_word_of_the_case(cast: Cast) -> None:
    asked(cast)
    letter(cast)
    send_what_waits()

    assert {one.to[0] for one in mail.outbox} == {
        f"{who}@example.org" for who in ("author", "senior", "lead", "judge")
    }
    case = "wren 2014 police fenshire northmoor mother family letter agency author manager child".split()
    for one in mail.outbox:
        whole = f"{one.subject} {one.body} {one.extra_headers}".lower()
        assert not [word for word in case if word in whole]


def test_nothing_is_sent_for_what_was_withdrawn_or_done(cast: Cast) -> None:
    row, sent, kept = asked(cast), letter(cast), letter(cast)
    actions.withdraw_asking(by=cast.manager, asked=row, why="They had no contact.")
    actions.mark_letter_sent(by=cast.manager, letter=sent, sent_on=TODAY)
    actions.withdraw_participant(by=cast.manager, participant=kept.participant, why="She moved away.")

    assert written_to() == []
    assert send_what_waits().sent == 0
    actions.take_back_withdrawal_of_asking(by=cast.manager, asked=row)
    assert written_to() == ["author", "senior"]


def test_nobody_is_written_to_about_a_day_gone_by(cast: Cast) -> None:
    row = asked(cast, due_on=date(2014, 6, 9))
    actions.remind_agency(by=cast.manager, asked=row, sent_on=date(2014, 6, 9))
    assert written_to() == []


def test_who_comes_later_to_an_agency_is_written_to_then(cast: Cast) -> None:
    asked(cast)
    Message.objects.all().delete()
    actions.give_seat(
        by=cast.manager, review=cast.review, person=cast.member, role="agency_author", agency=cast.police
    )
    assert written_to() == ["member"]


def test_a_letter_waits_on_the_desk_of_whoever_keeps_in_touch(cast: Cast) -> None:
    written = letter(cast)
    assert "Send the letter, and say so: Child Wren" in [one.title for one in tasks_for(cast.lead, TODAY)]
    assert not [one for one in tasks_for(cast.team, TODAY) if "letter" in one.title]
    actions.mark_letter_sent(by=cast.manager, letter=written, sent_on=TODAY)
    assert not [one for one in tasks_for(cast.lead, TODAY) if "letter" in one.title]


def test_in_a_demonstration_the_message_stands_on_the_outbox_page(
    cast: Cast, client: Client, settings: Any
) -> None:
    settings.SENDS_MAIL, settings.DEMONSTRATION = False, True
    asked(cast)
    client.force_login(cast.author)
    page = client.get("/outbox/").content.decode()

    assert "Something waits for you" in page
    assert "Child Wren" not in page
    assert mail.outbox == []


def test_a_letter_and_a_telling_that_were_withdrawn_are_put_back(cast: Cast, client: Client) -> None:
    written = letter(cast)
    told = actions.note_telling(
        by=cast.lead, participant=written.participant, told_on=TODAY, words="It begins."
    )
    client.force_login(cast.lead)
    part = f"/reviews/{cast.review.in_address}/taking-part/"
    for row, address in ((written, f"{part}letters/{written.pk}"), (told, f"{part}told/{told.pk}")):
        client.post(f"{address}/withdraw/")
        row.refresh_from_db()
        assert row.withdrawn_at is not None
        assert f"{address}/withdraw/undo/" in client.get(f"{part}{written.participant_id}/").content.decode()
        client.post(f"{address}/withdraw/undo/")
        row.refresh_from_db()
        assert (row.withdrawn_at, row.withdrawn_by) == (None, "")
        assert client.post(f"{address}/withdraw/undo/").status_code == 400
    assert Message.objects.waiting().filter(about=f"commission.letter:{written.pk}").exists()
