"""`candour replay`: the same cases under several laws."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from tests.invented_law import LAW, NAME, folder_with

OTHER = "zz.wider"
WIDER = (
    LAW.replace(NAME, OTHER)
    .replace('{ both = ["died", { fact = "age", at_most = 17 }] }', '{ fact = "age", at_most = 17 }')
    .replace("in_force = false", "in_force = true")
)
"""As the invented law, but that a young person need not have died, and that there is a power to direct."""
CASES = """case_id,notified_on,died,age,zz_left_on
one,2014-01-02,yes,12,
two,2014-01-03,no,12,
three,,no,30,2014-01-01

four,,yes,20,1950-01-01
five,,,12,
"""


def replay(folder: Path, cases: str, *words: str, laws: tuple[str, ...] = (NAME, OTHER)) -> Result:
    packs = folder_with(folder_with(folder / "packs"), WIDER, OTHER)
    (folder / "cases.csv").write_text(cases, encoding="utf-8")
    named = [word for law in laws for word in ("--regime", law)]
    args = ["replay", "--packs", str(packs), *named, str(folder / "cases.csv"), *words]
    return CliRunner().invoke(candour, args)


def answer(found: Result) -> Any:
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def test_the_answer_has_the_shape_that_is_promised(tmp_path: Path) -> None:
    found = answer(replay(tmp_path, CASES, "--json"))

    assert [
        (one["case_id"], *one["outcomes"].values(), one["differs"], one["by"]) for one in found["cases"]
    ] == [
        ("one", "must", "must", False, []),
        ("two", "need_not", "must", True, ["young"]),
        ("three", "need_not", "need_not", False, []),
        ("four", "may", "may", False, []),
        ("five", "unknown", "must", True, ["young"]),
    ]
    assert found["summary"][NAME] == {"must": 1, "should_consider": 0, "may": 1, "need_not": 2, "unknown": 1}
    assert found["summary"][OTHER]["must"] == 3
    assert found["parted"] == 2


def test_a_file_alone_is_a_law_that_cases_are_held_against(tmp_path: Path) -> None:
    built_in = answer(replay(tmp_path, "case_id,notified_on,died\na,,no\n", "--json", laws=("eng.sar", NAME)))

    assert set(built_in["summary"]) == {"eng.sar", NAME}


def test_what_a_power_to_direct_could_have_reached_is_said(tmp_path: Path) -> None:
    cases = (
        "case_id,notified_on,decided,died,age\na,,no_review,yes,12\nb,,review,yes,12\nc,,no_review,no,40\n"
    )
    found = answer(replay(tmp_path, cases, "--json"))

    assert found["against"] == {NAME: ["a"], OTHER: ["a"]}
    assert found["could_be_directed"] == {NAME: [], OTHER: ["a"]}
    words = replay(tmp_path, cases).stdout
    assert f"{NAME}: 1, which nobody could have directed." in words
    assert f"{OTHER}: 1, which could have been directed." in words


def test_words_name_the_cases_that_part_and_the_test(tmp_path: Path) -> None:
    words = replay(tmp_path, CASES).stdout

    assert words.startswith("5 cases under zz.invented and zz.wider, each as if in force.")
    assert "2 cases part ways:" in words
    assert [line.split() for line in words.splitlines() if line.startswith(("  two", "  five"))] == [
        ["two", "need_not", "must", "young"],
        ["five", "unknown", "must", "young"],
    ]
    assert "No case parts ways." in replay(tmp_path, "case_id,notified_on\na,\n").stdout


@pytest.mark.parametrize(
    ("cases", "told"),
    [
        ("case_id,notified_on,dyed\na,,yes\n", "row 1, column dyed: No regime knows a fact called “dyed”."),
        ("case_id,died\na,yes\n", "row 1: There is no column notified_on."),
        ("case_id,notified_on,died,died\na,,yes,no\n", "row 1, column died: Two columns are called “died”."),
        ("case_id,notified_on,died\n\na,,maybe\n", "row 3, column died: “maybe” is no answer."),
        ("case_id,notified_on,died\na,,17\n", "row 2, column died: “17” is no answer to “died”."),
        ("case_id,notified_on,age\na,,yes\n", "row 2, column age: “yes” is no answer to “age”."),
        ("case_id,notified_on,zz_left_on\na,,1/2/2014\n", "column zz_left_on: “1/2/2014” is no answer."),
        ("case_id,notified_on\na,1/2/2014\n", "row 2, column notified_on: “1/2/2014” is no day."),
        ("case_id,notified_on,decided\na,,never\n", "row 2, column decided: “never” is no decision."),
        ("case_id,notified_on\n,2014-01-01\n", "row 2, column case_id: The case has no name."),
        ("case_id,notified_on\na,\na,\n", "row 3, column case_id: “a” is in row 2 too."),
        ("case_id,notified_on\na,,yes\n", "row 2: Cell 3 stands under no heading."),
        ('case_id,notified_on\na,\n"b,\nc,\n', "row 3: A quotation mark opens a cell here"),
        ('case_id,notified_on\na,"\nb,",\n', "row 2: A quotation mark opens a cell here"),
        ("", "Its first row holds no headings."),
        ("\0", "This cannot be read as a csv"),
    ],
)
def test_a_slip_in_the_cases_is_told_with_row_and_column(tmp_path: Path, cases: str, told: str) -> None:
    found = replay(tmp_path, cases, "--json")

    assert found.exit_code == 2
    assert f"cases.csv{', ' if told.startswith('row') else ''}" in found.stderr
    assert told in found.stderr
    assert json.loads(found.stdout)["error"]["where"].startswith("cases.csv")


def test_every_slip_is_told_at_once_by_row(tmp_path: Path) -> None:
    cases = "case_id,notified_on,died\n,,maybe\na,maybe,17\n"
    errors = json.loads(replay(tmp_path, cases, "--json").stdout)["errors"]

    assert [one["where"].removeprefix("cases.csv, ") for one in errors] == [
        "row 2, column died",
        "row 2, column case_id",
        "row 3, column died",
        "row 3, column notified_on",
    ]


@pytest.mark.parametrize("laws", [(NAME,), (NAME, NAME), (NAME, "zz.none")])
def test_two_different_laws_are_needed(tmp_path: Path, laws: tuple[str, ...]) -> None:
    assert replay(tmp_path, CASES, laws=laws).exit_code == 2


def test_a_csv_of_semicolons_and_one_with_a_mark_at_its_start_are_read_alike(tmp_path: Path) -> None:
    plain = replay(tmp_path, CASES, "--json").stdout

    assert replay(tmp_path, CASES.replace(",", ";"), "--json").stdout == plain
    assert replay(tmp_path, "\ufeff" + CASES, "--json").stdout == plain
