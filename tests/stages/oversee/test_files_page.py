"""A board's manager makes the signed file on a page; the national body looks into it, then takes it in."""

from __future__ import annotations

import re

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from candour.kernel.audit.models import Line
from candour.kernel.people.models import Organisation
from candour.stages.notify.models import Notification
from candour.stages.oversee.actions import trust_key
from candour.stages.oversee.models import TakenFile
from tests.cast import Cast
from tests.notified import not_reviewed

pytestmark = pytest.mark.django_db

FILES = "/oversight/files/"


def made(client: Client, cast: Cast) -> bytes:
    """The file of a board whose key is not trusted yet, as at its own installation."""
    client.force_login(cast.manager)
    answer = client.post(f"{FILES}northmoor/make/")
    assert answer["Content-Disposition"].startswith('attachment; filename="decisions-northmoor-')
    return answer.content


def trusted_as(cast: Cast, organisation: Organisation) -> None:
    public = (settings.HOME.reading_room / "bundle-public.pem").read_bytes()
    trust_key(by=cast.administrator, organisation=organisation, pem=public, known_as="northmoor")


def given(client: Client, content: bytes) -> str:
    answer = client.post(FILES, {"file": SimpleUploadedFile("decisions.candour", content)})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_file_is_made_looked_into_and_taken_in_once(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    content = made(client, cast)
    assert Line.objects.filter(did="handed_over_file", who="manager", allowed=True).count() == 1
    trusted_as(cast, cast.other_board)
    client.force_login(cast.national)
    lines = Line.objects.count()
    shown = given(client, content)

    assert "From Eastmarsh Board" in shown
    assert "One thing would be new or changed." in shown
    assert not Notification.objects.filter(board=cast.other_board).exists()
    assert not TakenFile.objects.exists()
    assert Line.objects.count() == lines, "looking leaves nothing behind"

    (carried,) = re.findall(r'name="content" value="([^"]+)"', shown)
    took = client.post(f"{FILES}take-in/", {"content": carried}).content.decode()
    assert "One thing is new or changed." in took
    assert Notification.objects.filter(board=cast.other_board).count() == 1
    again = client.post(f"{FILES}take-in/", {"content": carried}).content.decode()
    assert "Nothing changed: all of it was here." in again
    assert "Eastmarsh Board" in client.get(FILES).content.decode()


def test_a_file_that_is_refused_says_what_happened_where_and_what_to_do(client: Client, cast: Cast) -> None:
    not_reviewed(cast)
    content = made(client, cast)
    client.force_login(cast.national)

    assert "decisions.candour: The file is not signed with a key that is trusted" in given(client, content)
    assert "decisions.candour: This is not a file that was handed over" in given(client, b"no zip")
    assert "Nothing was taken in." in given(client, b"")
    assert "Choose the file." in client.post(FILES).content.decode()
    for strange in ("?", "é"):
        answer = client.post(f"{FILES}take-in/", {"content": strange})
        assert (answer.status_code, "Choose it again" in answer.content.decode()) == (400, True)


def test_answers_are_made_where_the_key_is_trusted_and_by_the_national_body(
    client: Client, cast: Cast
) -> None:
    trusted_as(cast, cast.other_board)
    client.force_login(cast.national)
    assert "Answers for Eastmarsh Board" in client.get(FILES).content.decode()
    assert "answers-eastmarsh-" in client.post(f"{FILES}eastmarsh/make/")["Content-Disposition"]
    assert client.post(f"{FILES}northmoor/make/").status_code == 404


def test_files_are_nobody_else_s_business(client: Client, cast: Cast) -> None:
    for who in (cast.chair, cast.lead, cast.author, cast.administrator):
        client.force_login(who)
        for answer in (
            client.get(FILES),
            client.post(f"{FILES}northmoor/make/"),
            client.post(f"{FILES}take-in/"),
        ):
            assert answer.status_code == 403, who
    for who, leads_there in ((cast.manager, True), (cast.national, True), (cast.chair, False)):
        client.force_login(who)
        assert (FILES in client.get("/oversight/").content.decode()) == leads_there, who
    client.force_login(cast.manager)
    assert client.post(f"{FILES}eastmarsh/make/").status_code == 404
