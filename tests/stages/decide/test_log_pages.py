"""The pages by which a board's earlier log comes in, as each of the cast meets them."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from msoffcrypto.format.ooxml import OOXMLFile

from candour.kernel.audit.models import Line
from candour.kernel.web.clock import today
from candour.stages.decide.log.models import BoardLog, LogAnswer
from candour.stages.decide.models import Decision
from candour.stages.notify.models import Notification
from tests.cast import Cast

pytestmark = pytest.mark.django_db

LOGS = "/decisions/logs/northmoor/"
FOLDER = Path("examples/northmoor/log")
CSV = (
    "Ref,Child,Date of referral,Outcome,Date of decision,A/N\n"
    "1,AB,4 May 2010,SCR,1 June 2010,Y\n"
    "2,CD,11 May 2010,Thematic look,8 June 2010,Y\n"
    "3,EF,May 2010,No SCR,8 June 2010,N\n"
)


def locked_workbook() -> bytes:
    shut = io.BytesIO()
    OOXMLFile(io.BytesIO((FOLDER / "contact-list.xlsx").read_bytes())).encrypt("an invented password", shut)
    return shut.getvalue()


def give_in(client: Client, name: str, content: bytes) -> str:
    """The words of the page that a person then stands on."""
    file = SimpleUploadedFile(name, content)
    return client.post(LOGS, {"file": file}, follow=True).content.decode()


@pytest.fixture
def keeper(client: Client, cast: Cast) -> Client:
    cast.board.nation = "eng"
    cast.board.save()
    client.force_login(cast.manager)
    return client


def test_a_log_is_seen_first_then_taken_in_then_taken_back(keeper: Client) -> None:
    words = give_in(keeper, "log.csv", CSV.encode())
    assert "1 row would come in" in words
    assert "Nothing has come in yet." in words
    assert not Notification.objects.exists()
    assert "<td>2 rows</td>" in re.sub(r"<td [^>]*>", "<td>", keeper.get(LOGS).content.decode())  # held

    log = BoardLog.objects.get()
    words = keeper.post(f"{LOGS}{log.pk}/take-in/", follow=True).content.decode()
    assert "1 row came in" in words
    decision = Decision.objects.get()
    page = keeper.get(f"/decisions/{decision.notification.in_address}/decision/").content.decode()
    assert "before this record was kept" in page
    assert "log.csv, row 2" in page

    keeper.post(f"{LOGS}{log.pk}/take-back/")
    assert not Decision.objects.exists()
    assert Notification.objects.get().withdrawn_at is not None


def test_an_answer_places_the_row_and_is_remembered_for_the_next_log(keeper: Client) -> None:
    give_in(keeper, "log.csv", CSV.encode())
    one = f"{LOGS}{BoardLog.objects.get().pk}/"
    asking = f"{one}question/?ask=outcome&about=thematic+look"
    assert "Say why" in keeper.post(asking, {"answer": "no_review"}).content.decode()
    keeper.post(asking, {"answer": "other_review:local_learning", "why": "As the minutes say."})
    assert "2 rows would come in" in keeper.get(one).content.decode()

    later = CSV.replace("2,CD,11 May", "7,GH,12 May")
    assert "2 rows would come in" in give_in(keeper, "later.csv", later.encode())
    said = LogAnswer.objects.get()
    keeper.post(f"{one}answers/{said.pk}/undo/")
    assert "1 row would come in" in keeper.get(one).content.decode()


def test_a_held_date_is_given_on_its_page_and_no_day_to_come_is_taken(keeper: Client) -> None:
    give_in(keeper, "log.csv", CSV.encode())
    one = f"{LOGS}{BoardLog.objects.get().pk}/"
    href = (
        keeper.get(one)
        .content.decode()
        .partition("question/?ask=notified_on&amp;about=")[2]
        .partition('"')[0]
    )
    asking = f"{one}question/?ask=notified_on&about={href}"
    form, to_come = {"answer": "other", "why": "The letter is dated so."}, f"3 May {today().year + 2}"
    assert "Write the date that is meant" in keeper.post(asking, form).content.decode()
    assert "still to come" in keeper.post(asking, form | {"other": to_come}).content.decode()
    assert keeper.post(asking, form | {"other": "13 May 2010"}).status_code == 302
    keeper.post(f"{one}take-in/")
    assert Notification.objects.filter(title="Referral 3", notified_on="2010-05-13").exists()


def test_columns_are_pointed_at_seen_first_and_kept_for_the_next_log(keeper: Client) -> None:
    odd = "Case,When told,Upshot,Upshot day\n1,4 May 2010,SCR,1 June 2010\n"
    words = give_in(keeper, "odd.csv", odd.encode())
    assert "does not read like a log" in words
    columns = f"{LOGS}{BoardLog.objects.get().pk}/columns/"
    chosen = {"heading": ":1", "c0": "reference", "c1": "notified_on", "c2": "outcome", "c3": "decided_on"}
    assert "1 row placed in place of 0." in keeper.get(columns, chosen).content.decode()
    assert "Two columns are read as" in keeper.get(columns, chosen | {"c3": "outcome"}).content.decode()
    assert "No column is read as" in keeper.get(columns, chosen | {"c1": ""}).content.decode()
    keeper.post(columns, chosen)
    assert "1 row would come in" in keeper.get(columns.replace("columns/", "")).content.decode()
    assert "2 rows would come in" in give_in(
        keeper, "next.csv", f"{odd}2,5 May 2010,SCR,2 June 2010\n".encode()
    )


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.xlsx", b"", "empty.xlsx is empty. Open it in the program it was made with"),
        ("log.docx", b"PK", "log.docx is no spreadsheet. Save the log as xlsx or csv"),
        ("log.xlsx", b"not a workbook at all", "log.xlsx is not what its name says"),
        ("locked.xlsx", locked_workbook, "is protected with a password. Open it, take the password off"),
        ("blank.csv", b"\n\n , ,\n", "blank.csv has no rows"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_log_is_told_what_happened_and_what_to_do(
    keeper: Client, name, content, says
) -> None:
    words = give_in(keeper, name, content() if callable(content) else content)
    assert says in words
    assert not BoardLog.objects.exists()


def test_the_wrong_file_is_left_out_and_comes_back_when_given_in_again(keeper: Client) -> None:
    words = give_in(keeper, "contact-list.xlsx", (FOLDER / "contact-list.xlsx").read_bytes())
    assert "contact-list.xlsx does not read like a log" in words
    log = BoardLog.objects.get()
    assert (
        "No log was given in yet" in keeper.post(f"{LOGS}{log.pk}/leave-out/", follow=True).content.decode()
    )
    give_in(keeper, "contact-list.xlsx", (FOLDER / "contact-list.xlsx").read_bytes())
    assert BoardLog.objects.get().withdrawn_at is None


def test_a_log_is_for_those_who_record_the_boards_notifications(client: Client, cast: Cast) -> None:
    client.force_login(cast.manager)
    give_in(client, "log.csv", CSV.encode())
    one = f"{LOGS}{BoardLog.objects.get().pk}/"
    original = client.get(f"{one}original/")
    assert original.content == CSV.encode()
    assert Line.objects.filter(did="downloaded_log").count() == 1
    pages = [LOGS, one, f"{one}columns/", f"{one}original/", f"{one}question/?ask=law&about=no_law"]
    for person, status in ((cast.chair, 403), (cast.member, 403), (cast.outsider, 404), (cast.national, 404)):
        client.force_login(person)
        assert {client.get(page).status_code for page in pages} == {status}, person
        assert client.post(f"{one}take-in/").status_code == status


def test_the_invented_log_is_made_again_to_the_byte(tmp_path: Path) -> None:
    made = [sys.executable, "examples/northmoor/make_log.py", "--out", str(tmp_path)]
    subprocess.run(made, check=True, timeout=60)
    for path in tmp_path.iterdir():
        assert path.read_bytes() == (FOLDER / path.name).read_bytes(), path.name
