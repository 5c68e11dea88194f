"""How somebody is reached: a secret calendar, a message a day, and never a word of what waits."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from icalendar import Calendar

from candour.desk.actions import end_calendar
from candour.desk.own_calendar import own_calendar
from candour.desk.reminding import remind_everybody
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.kernel.outbox.models import Message, Says, Wish
from candour.kernel.outbox.sending import send_what_waits
from candour.kernel.outbox.writing import write_to
from candour.kernel.people.models import Person
from candour.stages.commission.models import AgencyAsked
from tests.cast import AT, Cast

pytestmark = pytest.mark.django_db
TODAY = date(2014, 6, 4)
ADDRESS = re.compile(r"http://testserver/calendars/([\w-]+)\.ics")


@pytest.fixture(autouse=True)
def a_day(settings: Any) -> None:
    settings.TODAY = TODAY
    settings.SENDS_MAIL = True
    settings.DEMONSTRATION = False


def asked(cast: Cast, due_on: date) -> AgencyAsked:
    """The police are asked for a return: a task of their author and of the manager who chases it."""
    return AgencyAsked.objects.create(
        review=cast.review,
        agency=cast.police,
        asked_on=date(2014, 5, 19),
        due_on=due_on,
        asked_at=AT,
        asked_by="tests",
    )


def made_calendar(client: Client, who: Person) -> str:
    client.force_login(who)
    client.post("/account/calendar/make/")
    found = ADDRESS.search(client.get("/account/").content.decode())
    assert found is not None
    return found[0].removeprefix("http://testserver")


def events(answer: Any) -> list[Any]:
    return list(Calendar.from_ical(answer.content).walk("VEVENT"))


def reachable(*people: Person) -> None:
    for one in people:
        one.email = f"{one.username}@example.org"
        one.save()


def test_a_calendar_holds_the_days_and_numbers_and_nothing_else(client: Client, cast: Cast) -> None:
    asked(cast, date(2014, 6, 19))
    address = made_calendar(client, cast.author)
    client.logout()
    answer = client.get(address)

    assert answer.status_code == 200
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert answer["Cache-Control"] == "private, no-store"
    (event,) = events(answer)
    assert str(event["summary"]) == "Candour: due in 2014/003"
    assert event.decoded("dtstart") == date(2014, 6, 19)
    assert not [
        word for word in (b"Wren", b"Police", b"police", b"return", b"reviews/") if word in answer.content
    ]


def test_an_entry_keeps_its_name_when_its_day_moves(client: Client, cast: Cast) -> None:
    row = asked(cast, date(2014, 6, 19))
    address = made_calendar(client, cast.author)
    (before,) = events(client.get(address))
    row.due_on = date(2014, 6, 26)
    row.save()
    (after,) = events(client.get(address))

    assert str(before["uid"]) == str(after["uid"])
    assert after.decoded("dtstart") == date(2014, 6, 26)


def test_the_address_is_shown_once_and_only_its_hash_is_kept(client: Client, cast: Cast) -> None:
    address = made_calendar(client, cast.author)
    token = address.removeprefix("/calendars/").removesuffix(".ics")

    assert ADDRESS.search(client.get("/account/").content.decode()) is None
    wish = Wish.objects.get(person=cast.author)
    assert token not in "".join(str(value) for value in vars(wish).values())
    assert len(token) >= 43
    assert Line.objects.filter(did="made_calendar", who="author").count() == 1
    assert not Line.objects.filter(why__contains=token).exists()


def test_a_new_address_ends_the_old_one_and_ending_it_leaves_none(client: Client, cast: Cast) -> None:
    first, second = made_calendar(client, cast.author), made_calendar(client, cast.author)

    assert client.get(first).status_code == 404
    assert client.get(second).status_code == 200
    client.post("/account/calendar/end/")
    assert client.get(second).status_code == 404
    assert client.get("/calendars/.ics").status_code == 404
    with pytest.raises(Trouble, match="There is no calendar address"):
        end_calendar(by=cast.author)


def test_the_calendar_of_an_account_that_was_let_go_is_closed(client: Client, cast: Cast) -> None:
    address = made_calendar(client, cast.author)
    cast.author.is_active = False
    cast.author.save()

    assert client.get(address).status_code == 404


def test_one_message_a_day_to_those_for_whom_something_is_due(cast: Cast) -> None:
    asked(cast, TODAY + timedelta(days=2))
    reachable(cast.author, cast.manager, cast.family)

    assert remind_everybody(TODAY) == 1
    assert remind_everybody(TODAY) == 0
    assert [(one.person, one.says) for one in Message.objects.all()] == [(cast.author, Says.DUE)]
    assert remind_everybody(TODAY + timedelta(days=1)) == 1


def test_nobody_is_reminded_weeks_before_or_without_an_address(cast: Cast) -> None:
    asked(cast, TODAY + timedelta(days=30))
    reachable(cast.author)
    assert remind_everybody(TODAY) == 0

    cast.author.email = ""
    cast.author.save()
    assert remind_everybody(TODAY + timedelta(days=29)) == 0


def test_an_e_mail_says_that_something_waits_and_never_what(cast: Cast) -> None:
    asked(cast, TODAY - timedelta(days=2))
    reachable(cast.author)
    remind_everybody(TODAY)

    assert send_what_waits().sent == 1
    (sent,) = mail.outbox
    assert sent.to == ["author@example.org"]
    assert sent.subject == "Candour: something is due"
    assert "/tasks/" in sent.body
    whole = f"{sent.subject} {sent.body}".lower()
    assert not [word for word in ("wren", "2014", "police", "fenshire", "author", "return") if word in whole]
    assert send_what_waits().sent == 0
    assert len(mail.outbox) == 1


def test_where_no_mail_server_is_set_messages_wait(cast: Cast, settings: Any) -> None:
    settings.SENDS_MAIL = False
    reachable(cast.author)
    write_to([cast.author], Says.WAITS, day=TODAY, by="manager")
    out = send_what_waits()

    assert (out.sent, out.waiting) == (0, 1)
    assert "CANDOUR_MAIL_HOST" in out.why
    assert mail.outbox == []


def test_a_mail_server_that_refuses_loses_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    reachable(cast.author, cast.manager)
    write_to([cast.author, cast.manager], Says.WAITS, day=TODAY, by="lead")

    def refuses(self: Any, fail_silently: bool = False) -> int:
        raise OSError("no room")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)
    out = send_what_waits()
    assert (out.sent, out.waiting) == (0, 2)
    assert "no room" in out.why
    monkeypatch.undo()
    assert send_what_waits().sent == 2


def test_people_turn_messages_off_and_on_again(client: Client, cast: Cast) -> None:
    asked(cast, TODAY)
    reachable(cast.author)
    client.force_login(cast.author)
    off = client.post("/account/messages/", {"wanted": "no", "email": "author@example.org"})

    assert off.status_code == 302
    assert remind_everybody(TODAY) == 0
    assert "Candour does not write to you." in client.get("/account/").content.decode()
    client.post("/account/messages/", {"wanted": "yes", "email": "author@example.org"})
    assert remind_everybody(TODAY) == 1


def test_an_address_is_asked_of_whoever_wants_messages(client: Client, cast: Cast) -> None:
    client.force_login(cast.author)
    shown = client.post("/account/messages/", {"wanted": "yes", "email": ""}).content.decode()
    wrong = client.post("/account/messages/", {"wanted": "yes", "email": "not an address"}).content.decode()

    assert "Give an address, or choose No." in shown
    assert "not an address" in wrong
    assert Person.objects.get(pk=cast.author.pk).email == ""


def test_the_outbox_is_a_page_and_shows_only_one_s_own(client: Client, cast: Cast, settings: Any) -> None:
    settings.DEMONSTRATION, settings.SENDS_MAIL = True, False
    asked(cast, TODAY)
    assert remind_everybody(TODAY) >= 1
    client.force_login(cast.author)
    mine = client.get("/outbox/").content.decode()
    client.force_login(cast.family)
    theirs = client.get("/outbox/").content.decode()

    assert "Something is due soon, or late" in mine
    assert "nothing is sent" in mine
    assert "No messages." in theirs
    client.force_login(cast.administrator)
    assert "Author" in client.get("/outbox/").content.decode()


@pytest.mark.parametrize(("nation", "waits"), [("", False), ("sco", True)])
def test_days_are_counted_by_one_s_own_bank_holidays(cast: Cast, nation: str, waits: bool) -> None:
    """St Andrew's Day lies between 28 November and 8 December: six working days, and in Scotland five."""
    cast.board.nation = nation
    cast.board.save()
    asked(cast, date(2014, 12, 8))
    reachable(cast.author)

    assert own_calendar(cast.author).name == (nation or "eng")
    assert (remind_everybody(date(2014, 11, 28)) == 1) is waits
