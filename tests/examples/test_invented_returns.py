"""The invented returns: made again to the byte, read with exactly the ledger that their answer key says."""

from __future__ import annotations

import csv
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from candour.domain.chronology.integrate import Integrated, integrate
from candour.domain.chronology.ledger import ledger_as_json
from candour.domain.chronology.returned import interpret
from candour.files.returns.merge_map import read_agency_names
from candour.files.returns.reading import read_return

EXAMPLE = Path(__file__).parents[2] / "examples" / "northmoor"
REVIEWS = ("wren", "heron")


def rows_of(*path: str) -> list[dict[str, str]]:
    with EXAMPLE.joinpath(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def merged(review: str) -> Integrated:
    returns = [interpret(read_return(path)) for path in sorted((EXAMPLE / review / "returns").iterdir())]
    names = EXAMPLE / review / "agencies.csv"
    return integrate(returns, also=read_agency_names(names) if names.exists() else [])


@pytest.fixture(scope="module")
def integrated() -> dict[str, Integrated]:
    return {review: merged(review) for review in REVIEWS}


@pytest.fixture(scope="module")
def ledgers(integrated) -> dict[str, dict]:
    return {
        review: ledger_as_json(one.returns, one.chronology.entries, one.unmatched_names)
        for review, one in integrated.items()
    }


def test_the_returns_are_made_again_to_the_byte(tmp_path):
    command = [sys.executable, str(EXAMPLE / "make_returns.py"), "--out", str(tmp_path)]
    subprocess.run(command, check=True)

    for review in REVIEWS:
        kept = {path.name: path.read_bytes() for path in (EXAMPLE / review / "returns").iterdir()}
        made = {path.name: path.read_bytes() for path in (tmp_path / review / "returns").iterdir()}
        assert made == kept
        key = Path(review, "source", "key.csv")
        assert (tmp_path / key).read_bytes() == (EXAMPLE / key).read_bytes()


@pytest.mark.parametrize("review", REVIEWS)
def test_candour_reads_each_return_with_exactly_its_ledger(ledgers, review):
    counts = [
        {key: str(file[key]) for key in ("file", "agency", "rows_in", "placed", "held", "refused")}
        for file in ledgers[review]["files"]
    ]

    assert counts == rows_of(review, "ledger.csv")


@pytest.mark.parametrize("review", REVIEWS)
def test_the_rows_that_wait_are_those_of_the_key_and_for_its_reasons(ledgers, review):
    waiting = {
        (file["file"], row["part"], str(row["row"]), fate, row["code"])
        for file in ledgers[review]["files"]
        for fate in ("held", "refused")
        for row in file[f"{fate}_rows"]
    }
    key = rows_of(review, "waiting.csv")

    assert waiting == {(one["file"], one["part"], one["row"], one["fate"], one["code"]) for one in key}


@pytest.mark.parametrize("review", REVIEWS)
def test_every_source_row_is_in_and_the_placed_ones_on_their_day(integrated, ledgers, review):
    truth = {
        (one["file"], one["part"], int(one["row"])): date.fromisoformat(one["day"])
        for one in rows_of(review, "source", "key.csv")
    }
    fates = {
        (file["file"], row["part"], row["row"])
        for file in ledgers[review]["files"]
        for fate in ("placed_rows", "held_rows", "refused_rows")
        for row in file[fate]
    }
    wrong = [
        entry.place
        for entry in integrated[review].chronology.entries
        if not entry.when.earliest.date()
        <= truth[entry.place.file, entry.place.part, entry.place.row]
        <= entry.when.latest.date()
    ]

    assert fates == set(truth)
    assert wrong == []


def test_some_events_are_told_by_two_agencies_and_some_accounts_differ(integrated):
    wren = integrated["wren"]

    assert len(wren.chronology.events) >= 20
    assert len(wren.conflicts) >= 8
    assert wren.unmatched_names == ("Council", "School")
