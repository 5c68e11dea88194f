"""`candour merge`, from the outside: what it writes, refuses and prints."""

from __future__ import annotations

import csv
import json
import os
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from candour.cli.main import candour
from candour.cli.merge import RESULTS
from candour.files.results import integrated_xlsx

BRENT = """Agency,Date,Event,Who was told,Status
Brent Police,14/7/1999,"Referral from hospital, protection taken",Ealing Housing,told
Brent Police,,Undated note,,
Brent Police,see log,Something else,,
"""
EALING = """Agency;When;Details
Ealing Housing;14 July 1999;Hospital referral, police protection taken
Ealing Housing;2/8/1999;=HYPERLINK("x")
"""


@pytest.fixture
def returns(tmp_path: Path) -> list[str]:
    (tmp_path / "brent.csv").write_text(BRENT)
    (tmp_path / "ealing.csv").write_text(EALING)
    return [str(tmp_path / "brent.csv"), str(tmp_path / "ealing.csv")]


def run(*words: object):
    return CliRunner().invoke(candour, ["merge", *map(str, words)])


def test_every_result_is_written(returns, tmp_path):
    answer = run(*returns, "--out", tmp_path / "out")

    assert answer.exit_code == 0, answer.output
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(RESULTS)
    assert "3 =      1 +    1 +       1" in answer.stdout


def test_rows_that_no_workbook_holds_are_said_and_stand_in_the_csv(returns, tmp_path, monkeypatch):
    monkeypatch.setattr(integrated_xlsx, "MOST_ROWS", 1)
    answer = run(*returns, "--out", tmp_path / "out")

    assert "integrated.xlsx: Not in this workbook" in answer.stderr
    assert "the last 2 of 3 rows. All of them stand in integrated.csv." in answer.stderr
    assert len((tmp_path / "out/integrated.csv").read_text().splitlines()) == 4


def test_json_is_the_ledger_and_nothing_else_on_stdout(returns, tmp_path):
    answer = run(*returns, "--out", tmp_path / "out", "--json")
    ledger = json.loads(answer.stdout)

    assert ledger == json.loads((tmp_path / "out/ledger.json").read_text())
    assert ledger["totals"] == {"rows_in": 5, "placed": 3, "held": 1, "refused": 1}


def test_the_ledger_says_what_stands_where(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")
    brent = json.loads((tmp_path / "out/ledger.json").read_text())["files"][0]

    assert brent["columns"] == {
        **{"agency": "Agency", "date": "Date", "event": "Event"},
        **{"told": "Who was told", "told_status": "Status"},
    }
    assert [row["row"] for row in brent["placed_rows"]] == [2]
    assert [(row["row"], row["code"], row["readings"]) for row in brent["held_rows"]] == [
        (3, "no_date", ["1999-07-14"])
    ]
    assert [(row["row"], row["code"]) for row in brent["refused_rows"]] == [(4, "unreadable_date")]
    assert brent["furniture"] == [{"part": "", "row": 1, "kind": "heading"}]


def test_the_same_returns_give_the_same_bytes_in_any_order(returns, tmp_path):
    run(*returns, "--out", tmp_path / "one")
    run(*reversed(returns), "--out", tmp_path / "two")

    for name in RESULTS:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes(), name


def test_no_cell_of_a_spreadsheet_is_a_formula_and_json_keeps_the_words(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")
    with (tmp_path / "out/integrated.csv").open(newline="") as file:
        events = [row["event"] for row in csv.DictReader(file)]
    sheet = openpyxl.load_workbook(tmp_path / "out/integrated.xlsx").active
    entries = json.loads((tmp_path / "out/integrated.json").read_text())["entries"]

    assert '\'=HYPERLINK("x")' in events
    assert all(cell.data_type != "f" for row in sheet.iter_rows() for cell in row)
    assert '=HYPERLINK("x")' in [entry["event"] for entry in entries]


def test_the_workbook_has_true_dates_and_a_frozen_heading(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")
    sheet = openpyxl.load_workbook(tmp_path / "out/integrated.xlsx").active

    assert sheet.freeze_panes == "A2"
    assert sheet["B2"].is_date
    assert sheet["D2"].value == "14/7/1999"


def test_a_link_names_both_rows_and_the_event(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")
    with (tmp_path / "out/links.csv").open(newline="") as file:
        link = next(csv.DictReader(file))

    assert (link["file_a"], link["row_a"], link["file_b"], link["row_b"]) == (
        "brent.csv",
        "2",
        "ealing.csv",
        "2",
    )
    assert 0.5 <= float(link["score"]) <= 1
    assert link["event"].startswith("v")


@pytest.mark.parametrize(("days", "gaps"), [("18", ["19"]), ("19", [])])
def test_silences_longer_than_asked_are_listed(returns, tmp_path, days, gaps):
    run(*returns, "--out", tmp_path / "out", "--gap-days", days)
    with (tmp_path / "out/gaps.csv").open(newline="") as file:
        found = [row["days"] for row in csv.DictReader(file) if row["agency"] == "Ealing Housing"]

    assert found == gaps


def test_results_already_there_are_kept_unless_asked(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")
    (tmp_path / "out/links.csv").write_text("mine")
    refused = run(*returns, "--out", tmp_path / "out")

    assert refused.exit_code == 2
    assert (tmp_path / "out/links.csv").read_text() == "mine"
    assert run(*returns, "--out", tmp_path / "out", "--replace").exit_code == 0
    assert (tmp_path / "out/links.csv").read_text() != "mine"


def test_one_unreadable_return_stops_all_and_every_such_file_is_named(returns, tmp_path):
    (tmp_path / "empty.csv").write_text("")
    (tmp_path / "picture.docx").write_bytes(b"\x89PNG\r\n\x1a\n")
    answer = run(
        *returns, tmp_path / "empty.csv", tmp_path / "picture.docx", "--out", tmp_path / "out", "--json"
    )
    error = json.loads(answer.stdout)

    assert answer.exit_code == 2
    assert [one["where"] for one in error["errors"]] == ["empty.csv", "picture.docx"]
    assert error["error"] == error["errors"][0]
    assert not (tmp_path / "out").exists()


def test_two_returns_of_one_name_are_refused(returns, tmp_path):
    (tmp_path / "again").mkdir()
    (tmp_path / "again/brent.csv").write_text(BRENT)
    answer = run(*returns, tmp_path / "again/brent.csv", "--out", tmp_path / "out")

    assert answer.exit_code == 2
    assert "Two returns are called brent.csv." in answer.stderr


def test_a_map_says_which_columns_are_which(tmp_path):
    (tmp_path / "a.csv").write_text("Report\nDay,Remarks,Event\n14/7/1999,The visit,7\n")
    (tmp_path / "map.toml").write_text(
        '[return."a.csv"]\nagency = "Brent Police"\nheading_row = 2\n'
        '[return."a.csv".columns]\nevent = "Remarks"\n'
    )
    answer = run(tmp_path / "a.csv", "--map", tmp_path / "map.toml", "--out", tmp_path / "out")
    entry = json.loads((tmp_path / "out/integrated.json").read_text())["entries"][0]

    assert answer.exit_code == 0
    assert (entry["agency"], entry["event"]) == ("Brent Police", "The visit")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("nonsense", "is not TOML"),
        ('[returns."brent.csv"]', "returns is not a table of a map"),
        ('[return."brent.csv"]\ncolour = "red"', "colour is nothing a map can say"),
        ('[return."brent.csv"]\nheading_row = "two"', "heading_row of brent.csv is not a row number"),
        ('[return."brent.csv"]\nagency = 3', "agency of brent.csv is not a text"),
        ('[return."brent.csv".columns]\nwhen = "Date"', "when is no field of a return"),
        ('[return."other.csv"]\nagency = "X"', "which is not among the returns"),
    ],
)
def test_a_map_that_cannot_be_right_is_refused_in_words(returns, tmp_path, words, what):
    (tmp_path / "map.toml").write_text(words)
    answer = run(*returns, "--map", tmp_path / "map.toml", "--out", tmp_path / "out")

    assert answer.exit_code == 2
    assert what in answer.stderr
    assert not (tmp_path / "out").exists()


def test_names_said_to_be_one_agency_are_one(returns, tmp_path):
    (tmp_path / "a.csv").write_text("name,also\nBrent Police,Ealing Housing\n")
    run(*returns, "--agencies", tmp_path / "a.csv", "--out", tmp_path / "out")

    assert json.loads((tmp_path / "out/integrated.json").read_text())["agencies"] == ["Brent Police"]


@pytest.mark.parametrize("words", ["nombre,also\nA,B\n", "name,also\nA,\n"])
def test_a_list_of_names_that_cannot_be_right_is_refused(returns, tmp_path, words):
    (tmp_path / "a.csv").write_text(words)
    answer = run(*returns, "--agencies", tmp_path / "a.csv", "--out", tmp_path / "out")

    assert answer.exit_code == 2
    assert "In a.csv" in answer.stderr


def test_bad_usage_is_exit_2_and_with_json_an_error_object():
    answer = run("--json")

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["error"]["where"] is None


def test_no_output_names_a_path_a_clock_or_this_machine(returns, tmp_path):
    run(*returns, "--out", tmp_path / "out")

    for name in RESULTS:
        assert str(tmp_path).encode() not in (tmp_path / "out" / name).read_bytes()


def test_a_failure_in_the_middle_leaves_the_folder_as_it_was(returns, tmp_path, monkeypatch):
    run(*returns, "--out", tmp_path / "out")
    before = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    real = os.replace

    def fails_at_the_links(source, target):
        if Path(source).name == "links.csv" and Path(source).parent.name.startswith(".unfinished"):
            raise OSError(28, "No space left on device")
        real(source, target)

    monkeypatch.setattr(os, "replace", fails_at_the_links)
    answer = run(returns[0], "--out", tmp_path / "out", "--replace")

    assert answer.exit_code == 2
    assert "No space left on device" in answer.stderr
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == before


def test_a_folder_that_could_not_be_filled_is_not_left_behind(returns, tmp_path, monkeypatch):
    def fails(source, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fails)

    assert run(*returns, "--out", tmp_path / "new/out").exit_code == 2
    assert not (tmp_path / "new/out").exists()


def test_names_of_agencies_may_hold_line_breaks_and_need_their_headings(returns, tmp_path):
    (tmp_path / "a.csv").write_text('name,also\n"Brent\nPolice",Ealing Housing\n')
    assert run(*returns, "--agencies", tmp_path / "a.csv", "--out", tmp_path / "out").exit_code == 0

    (tmp_path / "a.csv").write_text("")
    refused = run(*returns, "--agencies", tmp_path / "a.csv", "--out", tmp_path / "other")
    assert (refused.exit_code, "the headings are not name,also" in refused.stderr) == (2, True)


def test_a_return_sent_twice_is_said(returns, tmp_path):
    (tmp_path / "copy.csv").write_text(BRENT)
    answer = run(*returns, tmp_path / "copy.csv", "--out", tmp_path / "out")

    assert "brent.csv and copy.csv are the same file, byte for byte" in answer.stderr


def test_the_name_of_a_file_cannot_steer_a_terminal(returns, tmp_path):
    (tmp_path / "a\x1b[31mred.csv").write_text("Date,Event\n14/7/1999,Visit\n,Undated\n")
    answer = run(tmp_path / "a\x1b[31mred.csv", "--out", tmp_path / "out")

    assert answer.exit_code == 0
    assert "\x1b" not in answer.stdout
