"""The pages of a return to send or to write: who opens them, how each row is read, that nothing is lost."""

from __future__ import annotations

import io
from typing import Any

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse

from candour.kernel.audit.models import Line
from candour.stages.chronology.actions.drafts import withdraw_draft
from candour.stages.chronology.models import Draft, Return
from tests.pace import some_quick
from tests.stages.chronology.sent import ask
from tests.stages.chronology.written import ROWS, address, draft_of, handed_in, posted

pytestmark = pytest.mark.django_db

AUTHORS = ("blank-workbook", "blank-document", "write-return", "paste-rows")
OF_A_DRAFT = ("hand-in", "withdraw-draft")


def shown(client: Client, where: str, **rest: Any) -> str:
    return client.get(where, **rest).content.decode()


def test_an_author_writes_rows_and_sees_at_once_how_each_is_read(cast: Any, client: Any) -> None:
    client.force_login(cast.author)
    where = address("write-return", cast)
    assert "row-4-event" in shown(client, where)

    answer = client.post(where, posted([*ROWS, {}, {}, {}]))
    page = shown(client, answer["Location"])

    assert Draft.objects.get().rows == ROWS
    assert "We read this as <strong>5 March 2014, 14:30</strong>" in page
    assert "The year is not written, and none was given." in page
    assert "2 rows: 1 placed, 1 held" in page
    assert Line.objects.latest("pk").did == "saved_draft_of_return"


def test_empty_rows_are_added_by_a_button_and_what_was_typed_is_kept(cast: Any, client: Any) -> None:
    client.force_login(cast.author)

    answer = client.post(address("write-return", cast), posted([*ROWS, {}, {}, {}], do="add"))
    page = shown(client, answer["Location"])

    assert page.count("typed-row") >= 2 + 3 + 5
    assert "Call to the flat" in page


def test_adding_rows_to_nothing_keeps_nothing(cast: Any, client: Any) -> None:
    client.force_login(cast.author)

    answer = client.post(address("write-return", cast), posted([{}] * 5, do="add"))

    assert shown(client, answer["Location"]).count("<legend>") == 10
    assert Draft.objects.count() == 0


def test_a_long_draft_is_shown_twenty_rows_at_a_time_and_none_is_lost(cast: Any, client: Any) -> None:
    rows = [{"date": f"{n % 28 + 1} May 2013", "event": f"Visit {n}", "Ward": "C2"} for n in range(1, 46)]
    draft = draft_of(cast, rows)
    client.force_login(cast.author)
    page = shown(client, f"{address('write-return', cast)}?from=21")
    assert 'value="Visit 21"' not in page
    assert ">\nVisit 21</textarea>" in page
    assert "Visit 20<" not in page

    seen = [{"date": row["date"], "event": row["event"]} for row in rows[20:40]]
    seen[0]["event"], seen[1] = "Changed", {}
    client.post(address("write-return", cast), posted(seen, first=20, had=20, version=draft.version))

    kept = Draft.objects.get().rows
    assert len(kept) == 44
    assert kept[20] == {**rows[20], "event": "Changed"}
    assert (kept[21], kept[:20], kept[-5:]) == (rows[22], rows[:20], rows[-5:])


def test_two_savers_are_both_shown_and_neither_is_lost(cast: Any, client: Any) -> None:
    draft = draft_of(cast)
    theirs = [{**ROWS[0], "event": "Theirs"}, ROWS[1], {"date": "8 May 2013", "event": "Their new row"}]
    draft_of(cast, theirs, by=cast.manager, version=draft.version)
    client.force_login(cast.author)

    mine = [{**ROWS[0], "event": "Mine"}, ROWS[1], {"date": "9 May 2013", "event": "My new row"}]
    page = client.post(address("write-return", cast), posted(mine, had=2, version=draft.version))
    words = page.content.decode()

    assert Draft.objects.get().rows == theirs
    assert "Somebody else saved this while you were writing." in words
    assert "Row 1, event" in words
    for kept in ("Theirs", "Mine", "Their new row", "My new row"):
        assert kept in words
    form = page.context["form"]
    cells = {name: form[name].value() or "" for name in form.fields if name != "version"}
    again = {"version": form["version"].value(), "first": 0, "had": 3, "shown": 4, "do": "save", **cells}
    client.post(address("write-return", cast), again)
    assert [row["event"] for row in Draft.objects.get().rows] == [
        "Mine",
        "Visit to the flat",
        "Their new row",
        "My new row",
    ]


def test_pasted_rows_come_after_those_that_are_there(cast: Any, client: Any) -> None:
    draft_of(cast)
    client.force_login(cast.author)
    pasted = "When\tWhat happened\tWard\n7 March 2014\tSeen on the ward\tC2\n3 days later\tLeft\t\n"

    answer = client.post(address("paste-rows", cast), {"words": pasted})
    page = shown(client, answer["Location"])

    assert [row["event"] for row in Draft.objects.get().rows][2:] == ["Seen on the ward", "Left"]
    assert Draft.objects.get().rows[2]["Ward"] == "C2"
    assert "4 rows: 2 placed, 2 held" in page
    assert "Kept with the row: Ward: C2" in page


def test_what_cannot_be_pasted_says_what_to_do_and_stays_typed(cast: Any, client: Any) -> None:
    client.force_login(cast.author)

    page = client.post(address("paste-rows", cast), {"words": "a few words only"}).content.decode()

    assert "Copy the line of headings too" in page
    assert "a few words only" in page
    assert Draft.objects.count() == 0


def test_from_handing_in_to_signing_off_by_two_people(cast: Any, client: Any) -> None:
    draft = draft_of(cast)
    client.force_login(cast.author)
    asked = shown(client, address("hand-in", cast))
    assert "Senior reads it and signs it off: two people, not one." in asked
    client.post(address("hand-in", cast), {"version": draft.version})
    assert "It counts for nothing until they sign it off." in shown(client, address("write-return", cast))
    assert client.get(address("hand-in", cast)).status_code == 302

    client.force_login(cast.senior)
    page = client.get(address("sign-off", cast))
    assert "Call to the flat" in page.content.decode()
    version = page.context["form"]["version"].value()
    answer = client.post(address("sign-off", cast), {"version": version, "do": "sign-off"})

    sent = Return.objects.get()
    assert answer["Location"] == reverse("chronology:return", args=[cast.review.in_address, sent.pk])
    assert sent.state == "read"
    client.force_login(cast.manager)
    assert sent.name in shown(client, reverse("chronology:returns", args=[cast.review.in_address]))
    page = shown(client, answer["Location"])
    assert "signed off by Senior" in page
    assert "Typed on screen under these headings." in page


def test_a_senior_gives_back_with_a_reason_only(cast: Any, client: Any) -> None:
    draft = handed_in(cast)
    client.force_login(cast.senior)
    said = {"version": draft.version, "do": "give-back", "why": ""}

    assert (
        "Say what the author should change." in client.post(address("sign-off", cast), said).content.decode()
    )
    client.post(address("sign-off", cast), {**said, "why": "No year."})

    client.force_login(cast.author)
    assert "Senior gave it back: No year." in shown(client, address("write-return", cast))


def test_what_changed_since_it_was_read_is_not_signed(cast: Any, client: Any) -> None:
    draft = handed_in(cast)
    client.force_login(cast.senior)

    said = {"version": draft.version - 1, "do": "sign-off"}
    page = client.post(address("sign-off", cast), said).content.decode()

    assert "Somebody else saved this while you were writing." in page
    assert Return.objects.count() == 0


def test_a_draft_handed_in_is_taken_back_or_put_aside_by_a_button(cast: Any, client: Any) -> None:
    handed_in(cast)
    client.force_login(cast.author)

    client.post(address("take-back-handing-in", cast))
    assert Draft.objects.get().state == "writing"
    client.post(address("withdraw-draft", cast))
    assert "Take it up again" in shown(client, address("write-return", cast))
    client.post(address("take-up-draft", cast))
    assert Draft.objects.get().withdrawn_at is None


def test_rows_typed_while_the_draft_was_put_aside_begin_another(cast: Any, client: Any) -> None:
    draft = draft_of(cast)
    withdraw_draft(by=cast.manager, draft=draft)
    client.force_login(cast.author)
    mine = posted([{"date": "9 May 2013", "event": "Typed meanwhile"}], had=1, version=1)

    page = client.post(address("write-return", cast), mine)

    assert "Save again to begin a new one." in page.content.decode()
    client.post(address("write-return", cast), {**mine, "version": page.context["form"]["version"].value()})
    assert [one.rows[0]["event"] for one in Draft.objects.all()] == ["Call to the flat", "Typed meanwhile"]


def test_what_waits_for_the_senior_is_not_written_over(cast: Any, client: Any) -> None:
    draft = handed_in(cast)
    client.force_login(cast.author)

    mine = posted([{"date": "9 May 2013", "event": "Too late"}], had=2, version=draft.version)
    page = client.post(address("write-return", cast), mine).content.decode()

    assert "Take it back first, then go on writing." in page
    assert "Too late" in page
    assert Draft.objects.get().rows == ROWS


def test_a_blank_return_says_what_is_asked_and_of_whom(cast: Any, client: Any) -> None:
    ask(cast.review, cast.police, cast.manager)
    ask(cast.review, cast.social_care, cast.manager)
    client.force_login(cast.author)

    content = client.get(address("blank-workbook", cast)).content

    book = openpyxl.load_workbook(io.BytesIO(content))
    words = {cell.value for sheet in book for line in sheet.iter_rows() for cell in line}
    assert {"Return to review 2014/003: Child Wren", "Fenshire Police", "6 June 2014"} <= words
    assert cast.social_care.name in words
    assert client.get(address("blank-document", cast)).content[:2] == b"PK"


def test_authors_open_their_own_agencys_pages_only(cast: Any, client: Any) -> None:
    draft_of(cast)
    draft_of(cast, agency=cast.social_care, by=cast.manager)
    client.force_login(cast.author)
    pages = (*AUTHORS, *OF_A_DRAFT)

    assert [client.get(address(name, cast)).status_code for name in pages] == [200] * 6
    assert [client.get(address(name, cast, cast.social_care)).status_code for name in pages] == [404] * 6
    ways = reverse("chronology:ways-to-send", args=[cast.review.in_address])
    assert "Fenshire Police" in shown(client, ways)
    assert cast.social_care.name not in shown(client, ways)


@pytest.mark.parametrize(("who", "code"), some_quick([("family", 403), ("lead", 403), ("outsider", 404)], 0))
def test_colleagues_without_the_power_are_refused_and_strangers_know_nothing(
    cast: Any, client: Any, who: str, code: int
) -> None:
    handed_in(cast)
    client.force_login(cast.people[who])

    pages = (*AUTHORS, *OF_A_DRAFT, "sign-off")
    assert {client.get(address(name, cast)).status_code for name in pages} == {code}
    buttons = ("take-back-handing-in", "take-up-draft")
    assert {client.post(address(name, cast)).status_code for name in buttons} == {code}


def test_a_senior_reads_only_what_waits_for_them(cast: Any, client: Any) -> None:
    client.force_login(cast.senior)
    assert client.get(address("sign-off", cast)).status_code == 404
    draft_of(cast)
    assert client.get(address("sign-off", cast)).status_code == 404
    assert client.get(address("write-return", cast)).status_code == 403

    client.force_login(cast.author)
    assert client.get(address("sign-off", cast)).status_code == 403


def test_the_list_of_returns_says_what_is_being_written(cast: Any, client: Any) -> None:
    ask(cast.review, cast.police, cast.manager)
    handed_in(cast)
    where = reverse("chronology:returns", args=[cast.review.in_address])

    client.force_login(cast.manager)
    assert "Waits for sign-off" in shown(client, where)
    client.force_login(cast.senior)
    assert address("sign-off", cast) in shown(client, where)
