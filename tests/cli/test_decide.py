"""`candour decide`: what a law asks on the facts of one case."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.domain.rules import load_regime
from tests.invented_law import LAW, NAME, folder_with

HERE = "eng.scr.wt2013"


def decide(facts: Path, *words: str, regime: str = NAME) -> Result:
    packs = folder_with(facts.parent / "packs")
    args = ["decide", "--packs", str(packs), "--regime", regime, "--facts", str(facts), *words]
    return CliRunner().invoke(candour, args)


def facts_in(folder: Path, words: str, name: str = "facts.toml") -> Path:
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def answer(found: Result) -> Any:
    assert found.exit_code == 0, found.output
    return json.loads(found.stdout)


def test_the_answer_has_the_shape_that_is_promised(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, '[facts]\nabuse_or_neglect = "yes"\ndied = "no"\nseriously_harmed = "yes"\n')
    found = answer(decide(facts, "--json", regime=HERE))

    assert {"regime", "verified", "in_force", "outcome", "tests", "missing", "powers", "clocks"} <= set(found)
    assert (found["regime"], found["outcome"], found["verified"]) == (HERE, "unknown", False)
    assert found["in_force"] == {"from": "2013-04-15", "to": "2015-03-25"}
    assert found["missing"] == ["joint_working_concern"]
    first = found["tests"][0]
    assert (first["name"], first["answer"], first["because"]) == ("serious_case", "unknown", [])
    assert first["missing"] == ["joint_working_concern"]
    assert "5(2)" in first["citation"]
    second = found["tests"][1]
    assert (second["answer"], second["because"], second["missing"]) == ("no", ["died"], [])


def test_papers_whom_to_tell_times_not_given_and_how_long_things_are_kept_are_answered_too(
    tmp_path: Path,
) -> None:
    found = answer(decide(facts_in(tmp_path, "[facts]\n"), "--json", regime=HERE))
    law = load_regime(HERE)

    assert [one["name"] for one in found["documents"]] == [one.name for one in law.documents]
    assert [(one["to"], one["clock"] or "") for one in found["notify"]] == [
        (one.to, one.clock) for one in law.notify
    ]
    assert [one["length"] for one in found["retention"]] == [one.length for one in law.retention]
    assert found["no_clocks"] == []
    assert "citation" in found["notify"][0]


def test_a_law_whose_first_day_is_known_to_its_month_claims_no_more(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, "[facts]\n")
    found = answer(decide(facts, "--json", regime="eng.scr.wt2010"))

    assert found["in_force"] == {"from": "2010-03-01", "known": "2010-03", "to": "2013-04-14"}
    assert "In force from March 2010 to 14 April 2013." in decide(facts, regime="eng.scr.wt2010").stdout


def test_a_clock_has_its_name_title_start_length_unit_and_source(tmp_path: Path) -> None:
    (clock,) = answer(decide(facts_in(tmp_path, "[facts]\n"), "--json"))["clocks"]

    assert clock == {
        "name": "decide",
        "title": "Decide",
        "starts": "notified",
        "ends": "decision",
        "after": "any",
        "length": 15,
        "unit": "working_days",
        "citation": "s 6",
        "verified": True,
    }


def test_numbers_days_kinds_considerations_and_powers_are_answered(tmp_path: Path) -> None:
    facts = '[facts]\ndied = "yes"\nage = 20\nzz_left_on = 1950-01-01\n'
    found = answer(decide(facts_in(tmp_path, facts), "--json"))

    assert (found["outcome"], found["missing"], found["on"]) == ("may", [], None)
    assert [(one["name"], one["answer"]) for one in found["kinds"]] == [("long", "yes")]
    assert [one["name"] for one in found["considerations"]] == ["improvements"]
    assert [(one["name"], one["in_force"]) for one in found["powers"]] == [
        ("advise", True),
        ("direct", False),
    ]


def test_facts_are_read_from_json_as_from_toml(tmp_path: Path) -> None:
    toml = facts_in(tmp_path, '[facts]\ndied = "yes"\nage = 20\nzz_left_on = 1950-01-01\n')
    as_json = facts_in(
        tmp_path, '{"facts": {"died": "yes", "age": 20, "zz_left_on": "1950-01-01"}}', "facts.json"
    )

    assert decide(toml, "--json").stdout == decide(as_json, "--json").stdout


@pytest.mark.parametrize(
    ("day", "in_force", "powers", "exceptions"),
    [
        ("1950-04-01", True, [], ["decide"]),
        ("1949-12-31", True, ["advise"], []),
        ("2050-01-01", False, [], []),
    ],
)
def test_what_was_in_force_on_a_day_is_said(
    tmp_path: Path, day: str, in_force: bool, powers: list[str], exceptions: list[str]
) -> None:
    on = answer(decide(facts_in(tmp_path, "[facts]\n"), "--json", "--on", day))["on"]

    assert (on["day"], on["in_force"], on["powers"]) == (day, in_force, powers)
    assert [one["clock"] for one in on["clock_exceptions"]] == exceptions


def test_a_law_never_in_force_says_never(tmp_path: Path) -> None:
    folder_with(tmp_path / "packs")
    never = LAW.replace(NAME, "zz.never").replace("from = 1900-01-01\nto = 2049-12-31\n", "never = true\n", 1)
    folder_with(tmp_path / "packs", never, "zz.never")
    facts = facts_in(tmp_path, "[facts]\n")

    found = answer(decide(facts, "--json", "--on", "2013-06-11", regime="zz.never"))
    assert found["in_force"] == {"from": None, "to": None, "never": True}
    assert found["on"]["in_force"] is False
    assert "never in force" in decide(facts, regime="zz.never").stdout


def test_words_say_the_outcome_what_it_turns_on_and_what_was_not_checked(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, '[facts]\ndied = "yes"\nzz_left_on = 1950-01-01\n')
    words = decide(facts, "--on", "1950-04-01").stdout

    assert words.startswith("Not yet known.")
    assert "age: How old was the person?" in words
    assert "under 18: must review; 18 to 24: may review; 25 or more: need not review" in words
    assert "On 1 April 1950 it was in force." in words
    assert "For four months this was an aim. s 7." in words
    assert "Whether it shows improvements needed. s 4. Check against the guidance in force." in words
    assert "Nobody may direct that a review is held." in words
    assert "Finish the review: no time is given." in words


@pytest.mark.parametrize(
    ("words", "name", "told"),
    [
        ('[facts]\nded = "yes"\n', "f.toml", "f.toml: No regime knows a fact called “ded”."),
        ('[facts]\ndied = "perhaps"\n', "f.toml", "f.toml: `facts.died`: “perhaps” is no answer."),
        ("[facts]\ndied = true\n", "f.toml", "f.toml: `facts.died`: True is no answer."),
        ('[facts]\nage = "yes"\n', "f.toml", "is no answer to “age”."),
        ('[fact]\ndied = "yes"\n', "f.toml", "f.toml: This holds no facts."),
        ("facts", "f.toml", "f.toml: This is not TOML:"),
        ('{"facts": ', "f.json", "f.json: This is not JSON:"),
        ("[]", "f.json", "f.json: This holds no facts."),
        ("[" * 100_000, "f.json", "f.json: Its brackets stand too deep"),
        ('{"facts": {"died": null}}', "f.json", "f.json: `facts.died`: None is no answer."),
        ('{"facts": {"age": NaN}}', "f.json", "f.json: `facts.age`: nan is no answer."),
    ],
)
def test_facts_that_cannot_be_read_end_with_2_and_say_where(
    tmp_path: Path, words: str, name: str, told: str
) -> None:
    found = decide(facts_in(tmp_path, words, name), "--json")

    assert found.exit_code == 2
    assert told in found.stderr
    assert json.loads(found.stdout)["error"]["where"] == name


def test_every_slip_among_the_facts_is_told_at_once(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, '[facts]\ndied = "perhaps"\nage = -1\n')
    error = json.loads(decide(facts, "--json").stdout)

    assert [one["what"].split(":")[0] for one in error["errors"]] == ["`facts.died`", "`facts.age`"]


def test_a_file_or_a_day_or_a_law_that_is_not_there_could_not_be_asked(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, "[facts]\n")

    assert decide(tmp_path / "none.toml", "--json").exit_code == 2
    assert decide(facts, "--on", "June", "--json").exit_code == 2
    assert decide(facts, regime="zz.none").exit_code == 2


def test_a_fact_that_stands_twice_is_refused(tmp_path: Path) -> None:
    facts = facts_in(tmp_path, '{"facts": {"died": "yes", "died": "no"}}', "facts.json")
    found = decide(facts, "--json", regime=HERE)
    assert (found.exit_code, "stands in it twice" in found.stdout) == (2, True)
