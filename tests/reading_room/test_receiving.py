"""What the inbox takes in and what it refuses; what a new edition and a withdrawal leave behind."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing

import pytest

from candour.files.bundles import Finding, new_keys, private_key_from, write_bundle
from candour.files.bundles.sealing import MOST, packed
from tests.bundles_made import PDF, made_bundle, made_withdrawal
from tests.reading_room.room import Room


def forged(room: Room) -> bytes:
    return write_bundle(made_bundle(review="2001/001"), private_key_from(new_keys()[0]))


def altered(room: Room) -> bytes:
    """One byte of the report's PDF, found and changed on the way."""
    whole = write_bundle(made_bundle(review="2001/001"), private_key_from(room.pems[0]))
    return whole.replace(PDF, PDF.replace(b"invented", b"Invented"))


def outside(room: Room) -> bytes:
    return packed([("manifest.json", b"{}"), ("signature", b""), ("../../settings.py", b"DEBUG = True")])


def enormous(room: Room) -> bytes:
    return b"PK" + bytes(MOST)


@pytest.mark.parametrize(
    ("made", "why"),
    [
        (forged, "is not signed by this installation"),
        (altered, "is damaged"),
        (outside, "names a place outside itself"),
        (enormous, "is too big"),
    ],
)
def test_what_cannot_be_trusted_is_set_aside_with_the_reason(
    made: Callable[[Room], bytes], why: str, room: Room
) -> None:
    room.deliver(f"{made.__name__}.zip", made(room))

    assert "2001" not in room.answer("/").text
    assert room.answer("/reports/2001-001/").status == 404
    assert room.waiting() == []
    assert why in room.refusals()
    assert not (room.home.parent / "settings.py").exists()


def test_a_bundle_is_kept_byte_for_byte(room: Room) -> None:
    sent = write_bundle(made_bundle(review="2002/001"), private_key_from(room.pems[0]))
    room.deliver("kept.zip", sent)

    assert room.answer("/reports/2002-001/").status == 200
    assert [one.read_bytes() for one in (room.home / "received").glob("2002-001-1-*.zip")] == [sent]


def test_a_bundle_still_being_written_is_left_alone(room: Room) -> None:
    room.deliver(".half.zip", b"PK half a bun")

    assert room.answer("/").status == 200
    assert room.waiting() == [".half.zip"]
    (room.home / "inbox" / ".half.zip").unlink()


def test_doing_it_again_after_a_crash_comes_to_the_same_end(room: Room) -> None:
    """It was kept and shown, and is still in the inbox: the crash came just before the last step."""
    for _ in range(2):
        room.deliver("again.zip", made_bundle(review="2003/001"))
        assert room.answer("/reports/2003-001/").status == 200

    assert room.waiting() == []
    assert len(list((room.home / "received").glob("2003-001-*"))) == 1
    assert "2003" not in room.refusals()


def test_the_highest_edition_is_shown_in_whatever_order_they_arrive(room: Room) -> None:
    newer = (Finding(1, "The newer headline."),)
    changes = {"findings": newer, "paragraphs": (), "answers": (), "changed": "The headline was mended."}
    room.deliver("b.zip", made_bundle(review="2004/001", edition=2, **changes))
    room.answer("/")
    room.deliver("a.zip", made_bundle(review="2004/001"))
    text = room.answer("/reports/2004-001/").text

    assert "The newer headline." in text
    assert "When a family moves" not in text
    assert "The headline was mended." in text
    assert "Edition 1, released 20 October 2014, was replaced." in text


def test_two_bundles_cannot_claim_one_edition(room: Room) -> None:
    room.deliver("first.zip", made_bundle(review="2005/001"))
    room.answer("/")
    room.deliver("second.zip", made_bundle(review="2005/001", title="Another title"))

    assert "Child Wren" in room.answer("/reports/2005-001/").text
    assert "Edition 1 of 2005/001 is already here" in room.refusals()
    assert len(list((room.home / "received").glob("*2005-001-*"))) == 1


def test_a_withdrawal_takes_every_word_off_view_and_out_of_the_database(room: Room) -> None:
    room.deliver("released.zip", made_bundle(review="2006/001", title="Only in this report"))
    assert room.answer("/reports/2006-001/report.pdf").status == 200
    room.deliver("withdrawn.zip", made_withdrawal(review="2006/001", title="A report of 2006"))
    addresses = ["", "read/", "findings/1/", "paragraphs/34/", "report.pdf", "report.html"]
    gone = [room.answer(f"/reports/2006-001/{one}") for one in addresses]
    room.deliver("late.zip", made_bundle(review="2006/001", edition=2, title="Only in this report"))

    assert {one.status for one in gone} == {410}
    assert room.answer("/reports/2006-001/").status == 410
    assert "Only in this report" not in room.answer("/").text
    with closing(sqlite3.connect(room.home / "reading-room.sqlite3")) as database:
        assert "Only in this report" not in "\n".join(database.iterdump())


def test_a_withdrawn_report_may_be_released_again(room: Room) -> None:
    room.deliver("1.zip", made_withdrawal(review="2007/001", edition=2))
    room.answer("/")
    room.deliver("2.zip", made_bundle(review="2007/001", edition=3))

    assert room.answer("/reports/2007-001/").status == 200


def test_the_command_says_what_became_of_each_file(room: Room) -> None:
    room.deliver("good.zip", made_bundle(review="2008/001"))
    room.deliver("poor.zip", b"no bundle")
    said = room.python("-m", "candour.reading_room.receive")

    assert said.returncode == 1
    assert "good.zip: taken in." in said.stdout
    assert "poor.zip: This is not a bundle" in said.stdout
    assert "Nothing waits" in room.python("-m", "candour.reading_room.receive").stdout


def test_without_a_key_nothing_is_taken_in_and_pages_still_answer(room: Room) -> None:
    key = room.home / "bundle-public.pem"
    key.rename(key.with_suffix(".away"))
    room.deliver("unchecked.zip", made_bundle(review="2009/001"))

    assert room.answer("/").status == 200
    assert room.waiting() == ["unchecked.zip"]
    said = room.python("-m", "candour.reading_room.receive")
    assert "There is no bundle-public.pem" in said.stderr
    key.with_suffix(".away").rename(key)
    assert room.answer("/reports/2009-001/").status == 200
