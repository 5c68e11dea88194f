"""Held rows go out as a workbook and come back with dates: placed in one act, each row accounted for."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import openpyxl
import pytest
from django.urls import reverse
from django.utils import timezone

from candour.domain.moments import from_edtf
from candour.domain.trouble import Trouble
from candour.files.held_columns import OURS, WRITE_HERE
from candour.kernel.audit.models import Line
from candour.kernel.papers.models import Paper
from candour.stages.chronology.actions import (
    place_rows,
    send_held_rows_back,
    take_back_held_rows_sent,
    withdraw_return,
)
from candour.stages.chronology.corrections.held_back import Became, what_became
from candour.stages.chronology.ledger import ledger_of
from candour.stages.chronology.models import Mark, Return
from candour.stages.chronology.reads import held_rows_of
from tests.stages.chronology.sent import POLICE, send

pytestmark = pytest.mark.django_db

FORMULAS = b"""Date,Event,Row
2 March 2014,Call from a neighbour,1
12/6,"=SUM(1,2) said the screen",+44 7
14/6,'quoted,-
"""


def address(name: str, sent: Return, *more: int) -> str:
    return reverse(f"chronology:{name}", args=[sent.review.in_address, sent.pk, *more])


def downloaded(client: Any, cast: Any, sent: Return) -> Any:
    client.force_login(cast.author)
    answer = client.get(address("held-rows", sent))
    return openpyxl.load_workbook(io.BytesIO(answer.content))


def filled(book: Any, dates: dict[int, Any], **cells: Any) -> bytes:
    """Dates by the row of the return; other cells by their address in the sheet."""
    sheet = book.worksheets[0]
    row_column = OURS.index("Row") + 1
    for line in range(2, sheet.max_row + 1):
        if (number := int(sheet.cell(line, row_column).value)) in dates:
            sheet.cell(line, 1).value = dates[number]
    for place, words in cells.items():
        sheet[place].value = words
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_the_workbook_is_a_form_with_an_empty_date_first(cast: Any, client: Any) -> None:
    sent = send(cast)

    book = downloaded(client, cast, sent)

    rows = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
    assert tuple(rows[0][:6]) == OURS
    assert [row[0] for row in rows[1:]] == [None] * 4
    assert (rows[1][1], rows[1][3]) == ("police.csv", "4")
    assert "5 March 2014" in str(book.worksheets[1]["B3"].value)


def test_rows_with_a_date_are_placed_in_one_act_and_the_others_wait(cast: Any, client: Any) -> None:
    sent = send(cast)
    back = filled(downloaded(client, cast, sent), {4: "5 March 2014", 5: date(2014, 6, 12), 6: "14/6"})

    paper = send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    assert ledger_of(cast.review).held == 2
    assert ledger_of(cast.review).rows_in == 6
    placed = sent.unplaced.get(row=4)
    assert placed.placed_entry is not None
    assert (placed.placed_entry.told.when.edtf, placed.answered_in) == ("2014-03-05", paper)
    assert placed.answered_why == "Written in back.xlsx, which came back."
    assert placed.placed_entry.told.when.text == "Tues 5/3/2014"
    assert paper.read() == back
    assert Line.objects.filter(did="sent_held_rows_back", why="back.xlsx: 2 placed, 2 held").count() == 1
    says = {line.came.row: (line.became, line.says) for line in what_became(sent, paper)}
    assert says[6] == (Became.HELD, "“14/6”: no year given.")
    assert says[7] == (Became.HELD, "No date was written.")


def test_rows_placed_meanwhile_and_rows_of_another_file_are_listed(cast: Any, client: Any) -> None:
    sent = send(cast)
    row = next(one for one in held_rows_of(sent) if one.row == 4)
    back = filled(downloaded(client, cast, sent), {4: "4 March 2014"}, B3="social.csv", D4="99")
    place_rows(by=cast.lead, return_=sent, answers={row: from_edtf("2014-03-05")}, why="Call log.")

    paper = send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    says = [(line.became, line.says) for line in what_became(sent, paper)]
    assert says[0] == (Became.SETTLED, "lead had placed it.")
    assert says[1] == (Became.UNKNOWN, "It speaks of a row of social.csv, not of police.csv.")
    assert says[2] == (Became.UNKNOWN, "No such row was held.")
    row.refresh_from_db()
    assert row.answered_why == "Call log."


def test_a_line_that_stands_twice_places_its_row_once(cast: Any, client: Any) -> None:
    sent = send(cast)
    book = downloaded(client, cast, sent)
    book.worksheets[0].append([cell.value for cell in book.worksheets[0][2]])
    back = filled(book, {4: "5 March 2014"}, A6="6 March 2014")

    send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    assert sent.unplaced.get(row=4).placed_entry.told.when.edtf == "2014-03-05"


def test_formulas_go_out_as_words_and_come_back_unchanged(cast: Any, client: Any) -> None:
    """And the return's own column called Row is not taken for ours."""
    sent = send(cast, FORMULAS, "odd.csv")
    book = downloaded(client, cast, sent)
    words = [cell.value for cell in book.worksheets[0][2]]
    assert "'=SUM(1,2) said the screen" in words
    assert "'+44 7" in words

    back = filled(book, {3: "12 June 2014", 4: "14 June 2014"})
    paper = send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    lines = what_became(sent, paper)
    assert [dict(line.changed) for line in lines] == [{}, {}]
    entry = sent.unplaced.get(row=3).placed_entry
    assert entry.told.event == entry.told.cells["Event"] == "=SUM(1,2) said the screen"


def test_other_cells_that_were_changed_are_said_and_not_taken_in(cast: Any, client: Any) -> None:
    sent = send(cast)
    book = downloaded(client, cast, sent)
    headings = [cell.value for cell in book.worksheets[0][1]]
    column = openpyxl.utils.get_column_letter(headings.index("What happened") + 1)
    back = filled(book, {4: "5 March 2014"}, **{f"{column}2": "Child was silent", f"{column}3": None})

    send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    placed, held = sent.unplaced.get(row=4), sent.unplaced.get(row=5)
    assert placed.corrected == {"What happened": "Child was silent"}
    assert placed.placed_entry.told.event == "Child crying at night"
    assert (held.corrected, held.cells["What happened"]) == ({"What happened": ""}, "Visit to the flat")


def test_the_whole_workbook_is_undone_until_something_rests_on_a_row(cast: Any, client: Any) -> None:
    sent = send(cast)
    before = list(sent.unplaced.values())
    back = filled(downloaded(client, cast, sent), {4: "5 March 2014", 5: "12/6/2014"})
    paper = send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)
    entry = sent.unplaced.get(row=4).placed_entry
    mark = Mark.objects.create(
        review=cast.review, entry=entry, kind="theme", words="Noise", marked_at=timezone.now(), marked_by="t"
    )
    with pytest.raises(Trouble, match="something rests on a row"):
        take_back_held_rows_sent(by=cast.author, return_=sent, paper=paper)
    mark.withdrawn_at, mark.withdrawn_by = timezone.now(), "t"
    mark.save()

    client.post(address("undo-held-rows", sent, paper.pk))

    assert list(sent.unplaced.values()) == before
    entry.refresh_from_db()
    assert entry.withdrawn_at is not None
    again = send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)
    assert sent.unplaced.get(row=4).placed_entry == entry
    assert sent.unplaced.get(row=4).answered_in == again


def test_what_is_no_workbook_of_held_rows_is_refused_and_not_kept(cast: Any, client: Any) -> None:
    sent = send(cast)
    client.force_login(cast.author)
    file = io.BytesIO(POLICE)
    file.name = "police.csv"

    shown = client.post(address("send-held-rows", sent), {"file": file}).content.decode()
    assert "Choose the workbook." in client.post(address("send-held-rows", sent)).content.decode()

    assert "is no workbook of held rows" in shown
    assert Paper.objects.count() == 1


def test_nothing_is_placed_in_a_return_that_counts_no_longer(cast: Any, client: Any) -> None:
    sent = send(cast)
    back = filled(downloaded(client, cast, sent), {4: "5 March 2014"})
    withdraw_return(by=cast.manager, return_=sent, why="Of another child.")

    with pytest.raises(Trouble, match="counts no longer"):
        send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)

    assert Paper.objects.count() == 1


def test_the_page_says_what_became_of_each_row(cast: Any, client: Any) -> None:
    sent = send(cast)
    file = io.BytesIO(filled(downloaded(client, cast, sent), {4: "5 March 2014", 5: "soon"}))
    file.name = "back.xlsx"

    shown = client.post(address("send-held-rows", sent), {"file": file}, follow=True).content.decode()

    assert "One row is placed, three stay held." in shown
    assert "Placed at 5 March 2014." in shown
    assert "the date cannot be read" in shown
    assert "back.xlsx came back on" in client.get(address("return", sent)).content.decode()
    for who, code in ((cast.team, 403), (cast.outsider, 404)):
        client.force_login(who)
        assert client.get(address("send-held-rows", sent)).status_code == code


def test_a_workbook_with_renamed_headings_is_refused(cast: Any, client: Any) -> None:
    sent = send(cast)
    back = filled(downloaded(client, cast, sent), {4: "5 March 2014"}, A1="When")

    with pytest.raises(Trouble, match=f"headings {WRITE_HERE[:4]}"):
        send_held_rows_back(by=cast.author, return_=sent, name="back.xlsx", content=back)
