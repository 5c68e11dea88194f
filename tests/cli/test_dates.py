"""candour dates: a list of dates as people wrote them, each placed, held or refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour

SPELLINGS = Path(__file__).parents[1] / "data" / "date_spellings.csv"
KEYS = {
    *("text", "edtf", "earliest", "latest", "precision", "doubt"),
    *("rule", "refused", "fate", "readings", "flags"),
}


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(candour, ["dates", *map(str, words)])


def answers(*words: str | Path) -> list[dict[str, Any]]:
    result = run(*words, "--json")
    assert result.exit_code == 0, result.stderr
    return [json.loads(line) for line in result.stdout.splitlines()]


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_every_record_becomes_one_line_of_json_with_the_keys_promised() -> None:
    lines = answers(SPELLINGS)

    assert len(lines) == 96
    assert [line["text"] for line in lines[:2]] == ["22.05.16", "22-may-16"]
    assert {frozenset(line) - {"also"} for line in lines} == {frozenset(KEYS)}
    assert {line["fate"] for line in lines} == {"placed", "held"}


def test_a_placed_date_and_a_held_one_say_what_the_interface_promises(tmp_path: Path) -> None:
    placed, held, refused = answers(
        written(tmp_path, "dates.txt", "14/07/99 14:30\n31 June 1999\n45/13/1999\n"),
    )

    assert placed == {
        "text": "14/07/99 14:30",
        "edtf": "1999-07-14T14:30:00",
        "earliest": "1999-07-14T14:30",
        "latest": "1999-07-14T14:30",
        "precision": "minute",
        "doubt": None,
        "rule": "numeric_day",
        "refused": None,
        "fate": "placed",
        "readings": [],
        "flags": ["two_digit_year"],
    }
    assert (held["fate"], held["edtf"], held["earliest"], held["latest"]) == ("held", None, None, None)
    assert held["precision"] == "unknown"
    assert held["readings"] == ["[1999-06-30,1999-07-01]", "1999-06-30", "1999-07-01"]
    assert held["refused"] == "June has no day 31."
    assert (refused["fate"], refused["readings"]) == ("refused", [])


def test_lines_are_read_alone_unless_they_are_carried(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.txt", "July 1999:\n14\n\n3 Aug\n")

    assert [line["edtf"] for line in answers(path)] == ["1999-07", None, None]
    assert [line["edtf"] for line in answers(path, "--carry")] == ["1999-07", "1999-07-14", "1999-08-03"]


def test_a_year_and_an_anchor_are_given_from_outside(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.txt", "May 2\nthree days later\nFive months later\n")

    assert [line["edtf"] for line in answers(path, "--year", "2006")] == ["2006-05-02", None, None]
    with_anchor = answers(path, "--anchor", "1999-06-18")
    assert [line["edtf"] for line in with_anchor] == [None, "1999-06-21", "1999-11~"]
    assert answers(path, "--anchor", "2011-01")[2]["edtf"] == "2011-06~"


def test_the_column_of_a_csv_is_named(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.csv", 'ref,when\n1,"14 July, 1999"\n2,\n3,15/07/1999\n')
    lines = answers(path, "--column", "when")

    assert [line["edtf"] for line in lines] == ["1999-07-14", None, "1999-07-15"]
    assert lines[1]["refused"] == "No date is written."


def test_a_semicolon_inside_a_date_does_not_cut_it(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.csv", "text\n14/07/1999; 16/07/1999\n")

    assert [line["text"] for line in answers(path)] == ["14/07/1999; 16/07/1999"]


def test_a_csv_with_semicolons_between_its_columns_is_read(tmp_path: Path) -> None:
    path = written(tmp_path, "dates.csv", "ref;text\n1;14/07/1999\n")

    assert [line["edtf"] for line in answers(path)] == ["1999-07-14"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_file_is_read_in_the_encoding_that_it_was_saved_in(tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path, "dates.csv", "text\n14 août 1999\n3–5 May 2009\n".encode(encoding))

    assert [line["edtf"] for line in answers(path)] == ["1999-08-14", "2009-05-03/2009-05-05"]


def test_the_same_list_gives_the_same_bytes() -> None:
    assert run(SPELLINGS, "--json").stdout == run(SPELLINGS, "--json").stdout


def test_without_json_people_read_one_line_a_date_and_a_count(tmp_path: Path) -> None:
    result = run(written(tmp_path, "dates.txt", "14/07/1999\nTuesday 14 July 1999\nsee log\n"))

    assert result.exit_code == 0
    placed, held, refused = result.stdout.splitlines()
    assert placed.split() == ["placed", "14/07/1999", "1999-07-14"]
    assert "14 July 1999 was a Wednesday, not a Tuesday." in held
    assert refused.strip().startswith("refused")
    assert result.stderr == "3 dates: 1 placed, 1 held, 1 refused.\n"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("dates.csv", "when\n14/07/1999\n", "dates.csv has no column 'text'."),
        ("dates.csv", "", "dates.csv is empty."),
        ("dates.csv", "text\n", "dates.csv has no dates in it."),
        ("dates.txt", "\n \n", "dates.txt has no dates in it."),
        ("dates.xlsx", "14/07/1999", "dates.xlsx is neither csv nor txt."),
        ("dates.csv", b"text\n\x00\x01\x02\x00", "dates.csv cannot be read as text: it holds NUL bytes"),
    ],
)
def test_a_file_that_cannot_be_read_is_said_in_one_sentence(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    result = run(written(tmp_path, name, content), "--json")
    error = json.loads(result.stdout)["error"]

    assert result.exit_code == 2
    assert error["what"].startswith(said.rstrip("."))
    assert error["where"] == name
    assert error["do"]


def test_a_file_that_is_not_there_is_said_without_its_folder(tmp_path: Path) -> None:
    result = run(tmp_path / "nowhere.csv")

    assert result.exit_code == 2
    assert result.stderr == "candour: nowhere.csv is not there. Check the name and the folder.\n"


@pytest.mark.parametrize("anchor", ["1999", "18/06/1999", "1999-13", "June", "1999-06-18/1999-06-20"])
def test_an_anchor_is_a_day_or_a_month_in_edtf(anchor: str) -> None:
    result = run(SPELLINGS, "--anchor", anchor, "--json")

    assert result.exit_code == 2
    assert json.loads(result.stdout)["error"]["what"] == f"The anchor '{anchor}' is not a day or month."


def test_a_year_nobody_in_a_review_lived_in_is_bad_usage() -> None:
    assert run(SPELLINGS, "--year", "1066").exit_code == 2
