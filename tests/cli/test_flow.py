"""`candour flow`, from the outside. Agencies and entries are invented."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.domain.chronology.entry import Chronology, Status
from tests.invented import HEALTH, POLICE, SCHOOL, chronology, entry, moment, told

JULY_1, JULY_3 = moment("1999-07-01"), moment("1999-07-03")


def run(made_up: Chronology, folder: Path, *words: str) -> Result:
    path = folder / "integrated.json"
    path.write_text(json.dumps(made_up.as_json()), "utf-8")
    answer = CliRunner().invoke(candour, ["flow", str(path), *words])

    assert answer.exit_code == 0, answer.output
    return answer


@pytest.fixture
def made_up() -> Chronology:
    return chronology(
        entry(
            HEALTH, JULY_1, told(POLICE, JULY_3), told(POLICE), told(None, name="UK services"), event="Visit"
        ),
        entry(HEALTH, JULY_1, told(SCHOOL, None, Status.NOT_TOLD), id="second"),
        entry(SCHOOL, JULY_1, told(HEALTH, None, Status.JOINT)),
    )


def test_flow_prints_the_matrix_as_json_and_nothing_else(made_up, tmp_path):
    answer = json.loads(run(made_up, tmp_path, "--json").stdout)

    assert set(answer) == {"agencies", "cells", "told_not_recorded", "unmatched_names", "reach"}
    assert [
        (one["from"], one["to"], one["told"], one["not_told"], one["max_days"]) for one in answer["cells"]
    ] == [
        (HEALTH, POLICE, 2, 0, 2),
        (HEALTH, SCHOOL, 0, 1, None),
        (SCHOOL, HEALTH, 1, 0, None),
    ]
    assert [(one["entry"], one["to"]) for one in answer["told_not_recorded"]] == [
        (made_up.entries[0].id, POLICE)
    ]
    assert answer["unmatched_names"] == ["UK services"]
    assert [
        (one["from"], one["to"], one["reached"]) for one in answer["reach"]["ways"] if one["reached"]
    ] == [
        (HEALTH, POLICE, 1),
        (SCHOOL, HEALTH, 1),
    ]


def test_flow_says_it_in_words(made_up, tmp_path):
    lines = run(made_up, tmp_path).stdout.splitlines()

    assert lines[0] == "By the returns of 3 agencies: 3 tellings, among 3 pairs of agencies."
    assert "  Invented Health Visiting to Invented Police:  told 2 (median 2, at most 2 days)" in lines
    assert "  Invented Health Visiting to Invented School:  not told 1" in lines
    assert "  Invented School to Invented Health Visiting:  told 1 (no dates)" in lines
    assert "Told, with no entry of the one told within 3 days of it: 1" in lines
    at = lines.index("Named as told, and matching no agency here: 1")
    assert lines[at + 1 : at + 3] == ["  UK services", ""]


def test_a_chronology_in_which_nobody_told_anybody_says_so(tmp_path):
    answer = run(chronology(entry(HEALTH, JULY_1)), tmp_path)

    assert answer.stdout == "By the returns of 3 agencies: 0 tellings, among 0 pairs of agencies.\n"


def test_flow_of_something_else_is_refused_in_a_sentence(tmp_path):
    path = tmp_path / "ledger.json"
    path.write_text('{"version": 1, "files": []}')
    answer = CliRunner().invoke(candour, ["flow", str(path), "--json"])

    assert answer.exit_code == 2
    assert json.loads(answer.stdout)["error"]["what"] == "ledger.json is not an integrated chronology."


def test_flow_says_how_long_things_took_and_behind_what_the_longest_lies(made_up, tmp_path):
    visit = entry(HEALTH, JULY_1, told(POLICE, JULY_3), id="visit")
    lines = run(chronology(visit), tmp_path).stdout.splitlines()

    took = "1 reached (median 2, at most 2 days: visit), 0 no return shows"
    assert f"  Invented Health Visiting to Invented Police:  {took}" in lines
