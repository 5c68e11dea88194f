"""`candour regimes`: the laws there are, what one asks, and whether a pack is sound."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from candour.cli.main import candour
from candour.domain.rules import load_regime, regime_names
from tests.invented_law import LAW, NAME, folder_with


def regimes(*words: str, **environment: str) -> Result:
    return CliRunner().invoke(candour, ["regimes", *words], env=environment)


def test_the_list_names_every_law_with_its_days() -> None:
    found = json.loads(regimes("list", "--json").stdout)["regimes"]

    assert tuple(one["name"] for one in found) == regime_names()
    for one in found:
        law = load_regime(one["name"])
        assert (one["title"], one["verified"]) == (law.title, law.verified)
        assert one["in_force"].get("never", False) is law.never


def test_a_file_alone_puts_a_law_on_the_list(tmp_path: Path) -> None:
    packs = str(folder_with(tmp_path))

    assert NAME in regimes("list", "--packs", packs).stdout
    assert NAME in regimes("list", CANDOUR_PACKS=packs).stdout
    assert NAME not in regimes("list").stdout


def test_the_facts_of_a_law_are_listed_with_kind_question_and_help(tmp_path: Path) -> None:
    packs = str(folder_with(tmp_path))
    found = json.loads(regimes("facts", NAME, "--packs", packs, "--json").stdout)

    assert [(one["name"], one["kind"], one["unit"]) for one in found["facts"]] == [
        ("died", "yes_no", None),
        ("age", "number", "years"),
        ("zz_left_on", "date", None),
    ]
    assert found["facts"][0]["question"] == "Did the person die?"
    words = regimes("facts", NAME, "--packs", packs).stdout
    assert "died (yes, no or unknown): Did the person die?\n  Invented help." in words
    assert "age (a number of years)" in words


def test_a_sound_pack_says_what_it_holds_and_what_was_not_checked(tmp_path: Path) -> None:
    file = folder_with(tmp_path) / "regimes" / f"{NAME}.toml"
    found = regimes("check", str(file), "--json")
    shape = json.loads(found.stdout)

    assert (found.exit_code, shape["result"], shape["slips"]) == (0, "sound", [])
    assert shape["unverified"] == ["facts.zz_left_on", "considerations.improvements"]
    words = regimes("check", str(file)).stdout
    assert "3 facts, 2 tests, 1 clock, 2 powers." in words
    assert "Not checked against their source: facts.zz_left_on, considerations.improvements." in words


def test_every_slip_of_a_pack_is_said_at_once_as_a_bad_answer(tmp_path: Path) -> None:
    slips = LAW.replace("length = 15", "length = -1").replace('outcome = "may"', 'outcome = "might"')
    file = folder_with(tmp_path, slips) / "regimes" / f"{NAME}.toml"
    found = regimes("check", str(file), "--json")
    shape = json.loads(found.stdout)

    assert (found.exit_code, shape["result"]) == (3, "slips")
    assert [one["what"] for one in shape["slips"]] == [
        "`tests[2].outcome` is “might”.",
        "`clocks[1].length` is less than nothing.",
    ]
    assert {one["where"] for one in shape["slips"]} == {f"{NAME}.toml"}
    assert "zz.invented.toml: `clocks[1].length` is less than nothing." in found.stderr


def test_a_pack_is_checked_under_the_name_of_its_file(tmp_path: Path) -> None:
    file = folder_with(tmp_path, LAW, "zz.other") / "regimes" / "zz.other.toml"

    assert "the file is called “zz.other.toml”" in regimes("check", str(file)).stderr


def test_what_cannot_be_read_could_not_be_checked(tmp_path: Path) -> None:
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'name = "\xe9"')

    assert regimes("check", str(tmp_path / "none.toml"), "--json").exit_code == 2
    assert regimes("check", str(latin), "--json").exit_code == 2
    assert regimes("facts", "zz.none", "--json").exit_code == 2
    assert regimes("list", "--packs", str(tmp_path / "none")).exit_code == 2
