"""A return that comes again, corrected: what is unchanged keeps all that rests on it, and one can go back."""

from __future__ import annotations

import io
from datetime import date, timedelta
from typing import Any

import pytest
import xlsxwriter
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from candour.domain.moments import from_edtf
from candour.domain.trouble import Trouble
from candour.kernel.audit.models import Line
from candour.stages.chronology.actions import (
    ask_agency_about,
    correct_columns,
    place_rows,
    read_return,
    send_corrected_return,
    take_back_withdrawal_of_return,
    undo_correction,
    withdraw_return,
)
from candour.stages.chronology.actions.entries import withdraw_entry
from candour.stages.chronology.actions.receiving import SentAlready
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Entry, Mark, Return, ReturnState, UnplacedRow
from candour.stages.chronology.reads import chronology_of, held_rows_of
from tests.stages.chronology.corrected import FIVE, MENDED, corrected, entry_of, mark
from tests.stages.chronology.sent import ask, send

pytestmark = pytest.mark.django_db


def as_all_stands() -> dict[str, Any]:
    """Every field of every entry and row, and which returns count."""
    return {
        "entries": {one["id"]: one for one in Entry.objects.values()},
        "rows": {one["id"]: one for one in UnplacedRow.objects.values()},
        "returns": set(Return.objects.filter(withdrawn_at=None).values_list("pk", flat=True)),
    }


def test_unchanged_rows_keep_their_entry_and_what_rests_on_it(cast: Any) -> None:
    first = send(cast, FIVE)
    call = entry_of("Call")
    noise = mark(call)

    second = corrected(cast, first)

    kept = entry_of("Call")
    assert (kept.pk, kept.key, kept.in_return, kept.row) == (call.pk, call.key, second, 4)
    assert (kept.placed_at, kept.placed_by) == (call.placed_at, call.placed_by)
    assert kept.told.place.file == "police_v2.csv"
    assert noise in kept.marks.all()


def test_what_changed_is_counted_and_every_row_of_both_is_in_it(cast: Any) -> None:
    first = send(cast, FIVE)
    letter = entry_of("Letter")

    second = corrected(cast, first)

    changes = second.changes
    assert changes["same"] == 2  # the call, and the visit that is still held
    assert (len(changes["changed"]), len(changes["new"]), changes["gone"]) == (2, 1, [f"e{letter.pk}"])
    assert changes["same"] + len(changes["changed"]) + len(changes["gone"]) == first.rows_in
    assert changes["same"] + len(changes["changed"]) + len(changes["new"]) == second.rows_in
    assert ledger_of(cast.review).rows_in == second.rows_in == 5
    assert Line.objects.filter(did="read_return", why="2 the same, 2 changed, 1 new, 1 gone").exists()


def test_changed_and_gone_rows_leave_the_chronology_with_the_reason(cast: Any) -> None:
    first = send(cast, FIVE)
    visit, letter = entry_of("Visit"), entry_of("Letter")

    corrected(cast, first)

    visit.refresh_from_db()
    letter.refresh_from_db()
    assert visit.withdrawn_why == "Changed in the corrected return police_v2.csv."
    assert letter.withdrawn_why == "Not in the corrected return police_v2.csv."
    assert first.withdrawn_why == "Corrected by police_v2.csv."
    assert "child not seen" in entry_of("Visit").told.event
    assert len(chronology_of(cast.review).entries) == 4


def test_answers_to_held_rows_are_kept_so_that_nobody_answers_twice(cast: Any) -> None:
    first = send(cast, FIVE)
    held = held_rows_of(first)
    [entry] = place_rows(
        by=cast.lead, return_=first, answers={held[0]: from_edtf("2014-06-12")}, why="The rota."
    )

    second = corrected(cast, first)

    [row] = UnplacedRow.objects.filter(in_return=second)
    assert (row.answered_by, row.answered_why, row.placed_entry_id) == ("lead", "The rota.", entry.pk)
    assert row.placed_entry is not None
    assert (row.placed_entry.in_return, row.placed_entry.told.when.edtf) == (second, "2014-06-12")
    assert ledger_of(cast.review).held == 0


def test_a_question_to_the_agency_stays_with_the_row_that_still_waits(cast: Any) -> None:
    first = send(cast, FIVE)
    ask_agency_about(by=cast.lead, row=held_rows_of(first)[0], note="Of which year?")

    second = corrected(cast, first)

    assert [(one.asked_by, one.asked_note) for one in held_rows_of(second)] == [("lead", "Of which year?")]


def test_an_entry_that_a_person_withdrew_stays_withdrawn(cast: Any) -> None:
    first = send(cast, FIVE)
    withdraw_entry(by=cast.lead, entry=entry_of("Call"), why="Of another child.")

    second = corrected(cast, first)

    call = Entry.objects.get(body__event__startswith="Call")
    assert (call.in_return, call.withdrawn_why) == (second, "Of another child.")


def test_going_back_restores_everything_exactly(cast: Any) -> None:
    first = send(cast, FIVE)
    place_rows(
        by=cast.lead, return_=first, answers={held_rows_of(first)[0]: from_edtf("2014-06-12")}, why="Rota."
    )
    withdraw_entry(by=cast.lead, entry=entry_of("Letter"), why="Of another child.")
    before = as_all_stands()
    second = corrected(cast, first)

    assert undo_correction(by=cast.manager, return_=second) == first

    after = as_all_stands()
    assert after["returns"] == before["returns"]
    assert {pk: after["entries"][pk] for pk in before["entries"]} == before["entries"]
    assert {pk: after["rows"][pk] for pk in before["rows"]} == before["rows"]
    new = [one for pk, one in after["entries"].items() if pk not in before["entries"]]
    assert new
    assert all(one["withdrawn_at"] for one in new)
    assert Line.objects.filter(did="went_back_to_earlier_return", why="Back to police.csv").exists()


def test_a_correction_of_a_correction_is_undone_one_step_at_a_time(cast: Any) -> None:
    first = send(cast, FIVE)
    second = corrected(cast, first)
    between = as_all_stands()
    third = corrected(cast, second, FIVE + b"20 June 2014,PC 4,Case closed,\n", "police_v3.csv")
    assert entry_of("Letter").pk in between["entries"], "a row that comes again has its entry again"

    with pytest.raises(Trouble, match="counts no longer"):
        undo_correction(by=cast.manager, return_=second)
    undo_correction(by=cast.manager, return_=third)

    after = as_all_stands()
    assert {pk: after["entries"][pk] for pk in between["entries"]} == between["entries"]
    second.refresh_from_db()
    undo_correction(by=cast.manager, return_=second)
    assert ledger_of(cast.review).rows_in == 5
    assert entry_of("Letter").in_return == first


def test_what_rested_on_a_row_before_it_came_again_is_no_reason_to_keep_the_correction(cast: Any) -> None:
    first = send(cast, FIVE)
    mark(entry_of("Letter"))
    second = corrected(cast, first)
    third = corrected(cast, second, FIVE + b"20 June 2014,PC 4,Case closed,\n", "police_v3.csv")
    assert entry_of("Letter").in_return == third

    assert undo_correction(by=cast.manager, return_=third) == second

    Mark.objects.update(words="Letters")
    fourth = corrected(cast, second, FIVE + b"21 June 2014,PC 4,Case closed,\n", "police_v4.csv")
    mark(entry_of("Letter"))
    with pytest.raises(Trouble, match=r"something rests on police_v4\.csv, row 5 since"):
        undo_correction(by=cast.manager, return_=fourth)


def test_it_is_not_undone_once_something_new_rests_on_it(cast: Any) -> None:
    second = corrected(cast, send(cast, FIVE))
    mark(entry_of("Father"))

    with pytest.raises(Trouble, match=r"something rests on police_v2\.csv, row 3 since"):
        undo_correction(by=cast.manager, return_=second)


def test_it_is_not_undone_once_a_row_of_it_was_placed_or_its_columns_corrected(cast: Any) -> None:
    second = corrected(cast, send(cast, FIVE))
    held = held_rows_of(second)
    place_rows(by=cast.lead, return_=second, answers={held[0]: from_edtf("2014-06-12")}, why="Rota.")
    with pytest.raises(Trouble, match="was placed since"):
        undo_correction(by=cast.manager, return_=second)

    correct_columns(by=cast.lead, return_=second, mapping={"columns": {"event": "Officer"}})
    with pytest.raises(Trouble, match="columns were corrected since"):
        undo_correction(by=cast.manager, return_=second)


def test_a_correction_that_cannot_be_read_leaves_the_earlier_one_standing(cast: Any) -> None:
    first = send(cast, FIVE)
    before = as_all_stands()["entries"]

    second = corrected(cast, first, b"%PDF-1.4 torn", "police_v2.docx")

    assert (second.state, first.withdrawn_at) == (ReturnState.UNREADABLE, None)
    assert as_all_stands()["entries"] == before

    third = corrected(cast, first)
    second.refresh_from_db()
    assert second.withdrawn_why == "Replaced by police_v2.csv."
    assert third.state == ReturnState.READ


def test_the_earlier_one_counts_until_the_correction_is_read(cast: Any) -> None:
    first = send(cast, FIVE)

    send_corrected_return(by=cast.manager, return_=first, name="police_v2.csv", content=MENDED)

    assert ledger_of(cast.review).placed == 3
    with pytest.raises(Trouble, match="is being read"):
        send_corrected_return(by=cast.manager, return_=first, name="police_v3.csv", content=MENDED + b",,,\n")


def test_the_same_file_is_no_correction(cast: Any) -> None:
    first = send(cast, FIVE)

    with pytest.raises(SentAlready):
        send_corrected_return(by=cast.manager, return_=first, name="again.csv", content=FIVE)


def as_workbook(content: bytes) -> bytes:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Sheet1")
        for row, line in enumerate(content.decode().splitlines()):
            for column, words in enumerate(line.split(",")):
                if words:
                    sheet.write_string(row, column, words)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("saved_again.csv", FIVE.replace(b"\n", b"\r\n")),
        ("saved_again.csv", b"\xef\xbb\xbf" + FIVE.replace(b",", b";")),
        ("saved_again.xlsx", as_workbook(FIVE)),
    ],
    ids=["other line ends", "other delimiter", "a workbook"],
)
def test_equal_cells_in_other_bytes_change_no_entry(cast: Any, name: str, content: bytes) -> None:
    first = send(cast, FIVE)
    held = held_rows_of(first)
    place_rows(by=cast.lead, return_=first, answers={held[0]: from_edtf("2014-06-12")}, why="Rota.")
    before = {one.pk: (one.key, one.told.when, one.told.cells) for one in Entry.objects.all()}

    second = corrected(cast, first, content, name)

    assert {one.pk: (one.key, one.told.when, one.told.cells) for one in Entry.objects.all()} == before
    assert second.changes == {"same": 5, "changed": [], "new": [], "gone": []}
    assert ledger_of(cast.review).held == 1


def test_renamed_headings_keep_the_entries_and_columns_read_again_keep_them_too(cast: Any) -> None:
    first = send(cast, FIVE)
    keys = dict(Entry.objects.values_list("key", "pk"))

    second = corrected(cast, first, FIVE.replace(b"Officer,What happened", b"Role,Event"))
    correct_columns(by=cast.lead, return_=second, mapping={"left_out": ["Informed"]})

    assert dict(Entry.objects.filter(withdrawn_at=None).values_list("key", "pk")) == keys
    assert second.changes["new"] == second.changes["gone"] == []


def test_an_answer_comes_along_under_renamed_headings_whatever_order_a_database_keeps(cast: Any) -> None:
    """PostgreSQL gives the cells of a row back with the shortest heading first."""
    told = FIVE.replace(b"12/6,PC 3,Visit to the flat,", b"12/6,PC 3,Visit to the flat,HV")
    first = send(cast, told)
    held = held_rows_of(first)
    place_rows(by=cast.lead, return_=first, answers={held[0]: from_edtf("2014-06-12")}, why="Rota.")
    keys = dict(Entry.objects.values_list("key", "pk"))

    second = corrected(cast, first, told.replace(b"Officer,What happened", b"Role,Event"))

    assert dict(Entry.objects.filter(withdrawn_at=None).values_list("key", "pk")) == keys
    assert second.unplaced.filter(answered_at__isnull=False).count() == 1


def test_a_remembered_mapping_reads_the_correction_too(cast: Any) -> None:
    first = send(cast, FIVE)
    correct_columns(by=cast.lead, return_=first, mapping={"columns": {"event": "Officer"}})

    second = corrected(cast, first)

    assert second.mapping == {"columns": {"event": "Officer"}}
    assert entry_of("PC 1").told.event == "PC 1"


def test_a_row_that_is_read_otherwise_under_another_heading_is_listed(cast: Any) -> None:
    """Its cells are the same; the year above it is another."""
    plain = b"Date,Event\nMarch 2013,\n4th,Visit to the flat\n6th,Letter sent\n"
    first = send(cast, plain)
    entry = entry_of("Visit")

    second = corrected(cast, first, plain.replace(b"2013", b"2014"))

    assert [f"e{entry.pk}"] * 2 in second.changes["changed"]
    entry.refresh_from_db()
    assert entry.told.when.edtf == "2014-03-04"
    undo_correction(by=cast.manager, return_=second)
    entry.refresh_from_db()
    assert (entry.told.when.edtf, entry.earliest.year) == ("2013-03-04", 2013)


def test_one_of_two_equal_rows_may_go(cast: Any) -> None:
    twice = b"Date,Event\n2 March 2014,Call made\n2 March 2014,Call made\n3 March 2014,Visit\n"
    first = send(cast, twice)
    keys = set(Entry.objects.values_list("key", flat=True))

    second = corrected(cast, first, b"Date,Event\n2 March 2014,Call made\n3 March 2014,Visit\n")

    assert (second.changes["same"], len(second.changes["gone"])) == (2, 1)
    third = corrected(cast, second, twice + b"4 March 2014,Letter\n", "police_v3.csv")
    assert keys < {one.key for one in third.entries.filter(withdrawn_at=None)}


def test_a_corrected_return_is_not_taken_back_beside_its_correction(cast: Any) -> None:
    first = send(cast, FIVE)
    second = corrected(cast, first)

    with pytest.raises(Trouble, match=r"was corrected by police_v2\.csv"):
        take_back_withdrawal_of_return(by=cast.manager, return_=first)
    undo_correction(by=cast.manager, return_=second)
    with pytest.raises(Trouble, match="This correction was undone"):
        take_back_withdrawal_of_return(by=cast.manager, return_=second)
    with pytest.raises(Trouble, match="undone already"):
        undo_correction(by=cast.manager, return_=second)


def test_an_earlier_return_withdrawn_in_the_meantime_is_left_alone(cast: Any) -> None:
    first = send(cast, FIVE)
    second = send_corrected_return(by=cast.manager, return_=first, name="police_v2.csv", content=MENDED)
    withdraw_return(by=cast.manager, return_=first, why="Of another child.")

    read_return(by=cast.manager, return_=second)

    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.withdrawn_why, second.changes) == ("Of another child.", {})
    assert ledger_of(cast.review).rows_in == 5


def test_an_author_corrects_for_their_own_agency_only(cast: Any) -> None:
    own, other = send(cast, FIVE), send(cast, FIVE, agency=cast.social_care)

    send_corrected_return(by=cast.author, return_=own, name="police_v2.csv", content=MENDED)
    with pytest.raises(PermissionDenied):
        send_corrected_return(by=cast.author, return_=other, name="social_v2.csv", content=MENDED)


def test_a_correction_is_not_late(cast: Any, client: Any) -> None:
    ask(cast.review, cast.police, cast.manager, due=date(2014, 6, 6))
    first = send(cast, FIVE, received_on=date(2014, 6, 5))
    second = corrected(cast, first)
    client.force_login(cast.lead)

    shown = client.get(reverse("chronology:returns", args=[cast.review.in_address])).content.decode()

    assert second.received_on > date(2014, 6, 5) + timedelta(days=1)
    assert "came late" not in shown
