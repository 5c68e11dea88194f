"""The pages of returns: who sees whose, what a hostile file comes to, and that downloads leave a line."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from candour.kernel.audit.models import Line
from candour.stages.chronology.models import Return
from candour.stages.chronology.reads import missing, standing, tasks_for
from candour.stages.commission.models import Commission
from tests.notified import to_be_reviewed
from tests.stages.chronology.sent import POLICE, ask, send, zipped

pytestmark = pytest.mark.django_db

PAGES = ("return", "return-columns", "original", "held-rows", "withdraw-return")


def address(name: str, sent: Any = None, review: Any = None) -> str:
    room = review or sent.review
    return reverse(f"chronology:{name}", args=[room.in_address, *([sent.pk] if sent else [])])


def upload(client: Any, cast: Any, *files: tuple[str, bytes], agency: str = "file") -> Any:
    sent = [SimpleUploadedFile(name, content) for name, content in files]
    return client.post(address("send-returns", review=cast.review), {"files": sent, "agency": agency})


def test_several_files_are_sent_at_once_and_say_whose_they_are(cast: Any, client: Any) -> None:
    client.force_login(cast.manager)
    social = b"Date,Event\n3 March 2014,Referral read\n"

    answer = upload(client, cast, ("police.csv", POLICE), ("northmoor_childrens_services_v2.csv", social))

    assert answer.status_code == 302
    assert {(one.agency.name, one.state) for one in Return.objects.all()} == {
        ("Fenshire Police", "read"),
        ("Northmoor children's services", "read"),
    }


def test_a_file_that_names_no_agency_is_asked_about(cast: Any, client: Any) -> None:
    client.force_login(cast.manager)

    shown = upload(client, cast, ("rows.csv", b"Date,Event\n3 March 2014,Visit\n")).content.decode()

    assert "rows.csv does not say which agency it is from. Send it again and choose the agency." in shown
    assert Return.objects.count() == 0


def test_a_zip_is_opened_and_what_is_odd_in_it_refused_with_its_reason(cast: Any, client: Any) -> None:
    client.force_login(cast.manager)
    files = {"a/police.csv": POLICE, "b/inner.zip": b"PK", "c/two\nlines.csv": POLICE}

    shown = upload(client, cast, ("all.zip", zipped(files)), agency=str(cast.police.pk)).content.decode()

    assert "inner.zip is a zip inside a zip." in shown
    assert "has a name that cannot be shown" in shown
    assert [(one.name, one.came_in) for one in Return.objects.all()] == [("police.csv", "all.zip")]


@pytest.mark.parametrize(
    ("files", "why"),
    [
        ({"../../police.csv": POLICE}, "names a place outside itself"),
        ({"police.csv": b"0" * 50_000_000}, "unpacks to far more than its size allows"),
        ({}, "holds no files"),
    ],
    ids=["escapes", "bomb", "empty"],
)
def test_a_hostile_zip_is_refused_whole(cast: Any, client: Any, files: dict[str, bytes], why: str) -> None:
    client.force_login(cast.manager)

    shown = upload(client, cast, ("all.zip", zipped(files)), agency=str(cast.police.pk)).content.decode()

    assert why in shown
    assert Return.objects.count() == 0


def test_the_same_file_sent_again_is_said_and_not_doubled(cast: Any, client: Any) -> None:
    send(cast)
    client.force_login(cast.manager)

    shown = upload(client, cast, ("again.csv", POLICE), agency=str(cast.police.pk)).content.decode()

    assert "again.csv was received from Fenshire Police already" in shown
    assert Return.objects.count() == 1


def test_an_unreadable_file_says_what_to_do(cast: Any, client: Any) -> None:
    client.force_login(cast.author)

    answer = upload(client, cast, ("account.odt", b"%PDF-1.4"), agency="")
    shown = client.get(answer["Location"]).content.decode()

    assert "Cannot be read" in shown
    assert "Send it as csv, tsv" in shown


def test_an_author_meets_only_their_own_agency(cast: Any, client: Any) -> None:
    own, other = send(cast), send(cast, agency=cast.social_care, name="social.csv")
    client.force_login(cast.author)

    listed = client.get(address("returns", review=cast.review)).content.decode()

    assert own.name in listed
    assert other.name not in listed
    assert [client.get(address(name, own)).status_code for name in PAGES] == [200] * len(PAGES)
    assert [client.get(address(name, other)).status_code for name in PAGES] == [404] * len(PAGES)
    assert client.get(address("agency-names", review=cast.review)).status_code == 403


def test_colleagues_without_the_power_are_refused_and_strangers_know_nothing(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.family)
    assert client.get(address("returns", review=cast.review)).status_code == 403

    client.force_login(cast.outsider)
    assert client.get(address("returns", review=cast.review)).status_code == 404
    assert client.get(address("return", sent)).status_code == 404


def test_downloads_are_the_very_bytes_and_leave_a_line(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.lead)

    original = client.get(address("original", sent))
    held = client.get(address("held-rows", sent))

    assert original.content == POLICE
    assert "attachment" in original["Content-Disposition"]
    sheet = openpyxl.load_workbook(io.BytesIO(held.content)).active
    assert [row[3].value for row in sheet.iter_rows(min_row=2)] == ["4", "5", "6", "7"]
    assert list(Line.objects.filter(who="lead").order_by("pk").values_list("did", flat=True)) == [
        "downloaded_original",
        "downloaded_held_rows",
    ]


def test_held_rows_for_a_spreadsheet_hold_no_formula(cast: Any, client: Any) -> None:
    sent = send(cast, b'Date,Event\n31/2/14,"=HYPERLINK(""x"")"\n2 March 2014,Visit\n', "odd.csv")
    client.force_login(cast.lead)

    sheet = openpyxl.load_workbook(io.BytesIO(client.get(address("held-rows", sent)).content)).active

    words = [cell.value for row in sheet.iter_rows(min_row=2) for cell in row]
    assert '\'=HYPERLINK("x")' in words


def test_a_list_without_returns_says_what_to_do(cast: Any, client: Any) -> None:
    client.force_login(cast.manager)

    shown = client.get(address("returns", review=cast.review)).content.decode()

    assert "No returns yet." in shown
    assert "Send returns" in shown


def test_late_agencies_are_marked_and_told_to_whoever_asks_them(cast: Any, client: Any) -> None:
    ask(cast.review, cast.police, cast.manager)
    client.force_login(cast.manager)
    late = date(2014, 6, 10)

    shown = client.get(address("returns", review=cast.review)).content.decode()

    assert "Late" in shown
    assert [one.title for one in tasks_for(cast.manager, late)] == ["Remind Fenshire Police"]
    assert [one.title for one in tasks_for(cast.author, late)] == ["Send the return of Fenshire Police"]
    assert [one.state for one in missing(cast.review, cast.lead, late)] == ["late"]
    assert standing(cast.review, cast.lead, late).words == "0 of 1 returns in"


def test_held_rows_are_a_task_of_whoever_may_place_them(cast: Any) -> None:
    send(cast)

    day = date(2014, 6, 10)

    assert [one.title for one in tasks_for(cast.lead, day)] == ["Place 4 held rows of Fenshire Police"]
    assert tasks_for(cast.family, day) == []


def test_who_writes_a_return_finds_it_from_where_the_review_is(cast: Any, client: Any) -> None:
    Commission.objects.create(
        review=cast.review,
        decision=to_be_reviewed(cast),
        period_from=date(2013, 1, 1),
        period_to=date(2014, 6, 30),
        commissioned_at=timezone.now(),
        commissioned_by="chair",
    )
    there = reverse("desk:progress", args=[cast.review.in_address])

    client.force_login(cast.author)
    author = client.get(there).content.decode()
    client.force_login(cast.practitioner)
    practitioner = client.get(there).content.decode()

    assert address("returns", review=cast.review) in author
    assert address("ways-to-send", review=cast.review) in author
    assert address("returns", review=cast.review) not in practitioner
