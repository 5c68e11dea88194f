"""Ways out of the house beside its pages: copies, commands, letters, calendars, the reading room."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from django.conf import settings
from django.core import mail
from django.test import Client
from django.urls import reverse

from candour.cli.main import candour
from candour.desk.actions import make_calendar
from candour.desk.reminding import remind_everybody
from candour.kernel.outbox.models import Says
from candour.kernel.outbox.sending import send_what_waits
from candour.kernel.outbox.writing import write_to
from candour.kernel.people.models import Person
from candour.stages.learn.actions import publish_report, record_notice
from candour.stages.report.actions import check_release, release_report
from candour.stages.report.models import Draft
from tests.cast import Cast
from tests.house.closed_walk import BROKEN, secrets_in, undone
from tests.house.closed_world import Closed
from tests.house.opened import all_sent, words_in
from tests.reading_room.room import Room
from tests.stages.report.written import RELEASED_ON, checked_draft

COMMANDS = ("report", "register", "hand_over")
SHOWN = 200


def put_forward(closed: Closed) -> Draft:
    """Checked by the gate: every open file is read back, and kept."""
    return checked_draft(closed.cast, closed.report)


def let_out(cast: Cast, draft: Draft) -> None:
    """Past two checkers and the chair, to the inbox of the reading room."""
    for checker in (cast.checker, cast.second_checker):
        check_release(by=checker, draft=draft, verdict="yes", words="Read every file, page by page.")
    notice = {"sent_on": RELEASED_ON.replace(day=1), "to": "The national panel", "how": "By post."}
    record_notice(by=cast.manager, review=cast.review, agreed="", **notice)
    release = release_report(by=cast.chair, draft=draft, released_on=RELEASED_ON)
    publish_report(by=cast.manager, release=release)


def by_copies(client: Client, closed: Closed, formats: Iterable[str]) -> set[str]:
    """Copies of one's own, of what an order opens, and made for others: whatever is sent is read."""
    number, found = closed.review.in_address, set[str]()
    order = closed.report.orders.get()
    for kind in formats:
        with undone():
            answers = [
                client.post(reverse("report:closed-file", args=[number, f"report.{kind}"])),
                client.post(reverse("report:copy-by-order", args=[number, f"report.{kind}"])),
                client.post(reverse("report:give-copy", args=[number]), {"order": order.pk, "format": kind}),
                client.post(
                    reverse("report:give-copy", args=[number]), {"called": "X", "why": "Y", "format": kind}
                ),
            ]
        assert all(one.status_code < BROKEN for one in answers)
        found |= {word for one in answers for word in secrets_in(all_sent(one))}
    return found


def by_commands(
    person: Person, closed: Closed, formats: Iterable[str], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> set[str]:
    """What the commands print and write for somebody who gives their own name."""
    for module in COMMANDS:
        monkeypatch.setattr(f"candour.cli.{module}.wake", lambda home: None)
    number, out = str(closed.review.written_number), folder / "out"
    audiences = {"open", "closed", person.username, "family"}
    asked = [["register", number], ["hand-over", "--board", closed.review.board.slug]]
    asked += [
        ["report", number, "--audience", who, "--format", kind] for who in audiences for kind in formats
    ]
    found: set[str] = set()
    for words in asked:
        said = CliRunner().invoke(candour, [*words, "--out", str(out), "--by", person.username])
        written = words_in(out.read_bytes()) if out.exists() else ""
        found |= secrets_in(f"{said.stdout} {said.stderr} {written} {said.exception!r}")
        out.unlink(missing_ok=True)
    return found


def by_calendar(person: Person) -> set[str]:
    secret = make_calendar(by=person)
    return secrets_in(all_sent(Client().get(reverse("desk:calendar", args=[secret]))))


def by_letter(cast: Cast) -> set[str]:
    """Each e-mail that goes out to anybody, as it is sent."""
    for name, person in cast.people.items():
        Person.objects.filter(pk=person.pk).update(email=f"{name}@board.example")
    everybody = Person.objects.exclude(email="")
    remind_everybody(RELEASED_ON)
    write_to(everybody, Says.WAITS, day=RELEASED_ON, by="tests")
    send_what_waits()
    assert len(mail.outbox) >= len(cast.people)
    return {word for one in mail.outbox for word in secrets_in(one.message().as_string())}


def by_family_link(closed: Closed) -> set[str]:
    answer = Client().get(reverse("report:family-page", args=[closed.token]))
    assert answer.status_code == SHOWN
    return secrets_in(all_sent(answer))


def by_reading_room(folder: Path) -> tuple[set[str], int]:
    """The bundle that was sent there, and every page and file of the room that took it in."""
    (bundle,) = Path(settings.INBOX).glob("*.zip")
    room = Room(folder / "room")
    room.make()
    (room.home / "bundle-public.pem").write_bytes(
        (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    )
    room.deliver(bundle.name, bundle.read_bytes())
    room.start()
    try:
        pages = [*_pages_of(room)]
    finally:
        room.stop()
    return {word for page in pages for word in secrets_in(page)} | secrets_in(
        words_in(bundle.read_bytes())
    ), len(pages)


def _pages_of(room: Room) -> Iterator[str]:
    """From the first page by every link inside the room."""
    waiting, seen = ["/"], {"/"}
    while waiting:
        answer = room.answer(waiting.pop())
        yield f"{answer.headers} {words_in(answer.content)}"
        if answer.headers.get_content_type() == "text/html":
            for link in answer.text.split('href="/')[1:]:
                address = f"/{link.partition(chr(34))[0]}".partition("#")[0].replace("&amp;", "&")
                if address not in seen and not address.startswith("/static/"):
                    seen.add(address)
                    waiting.append(address)
