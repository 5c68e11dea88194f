"""The judge's report on the papers of Child Wren: true to the returns, decided, and it passes the gate."""

from __future__ import annotations

import csv
import tomllib
from pathlib import Path
from typing import Any

from candour.domain.disclosure import (
    Audience,
    Edition,
    Source,
    Standing,
    hidden_days,
    read_source,
    undecided_words,
    view,
)
from candour.domain.identity import Cast, read_cast
from candour.files.open_text.checking import Verdict, worst
from candour.files.reports.gate import gate

EXAMPLE = Path(__file__).parents[2] / "examples" / "northmoor"


def shape(*path: str) -> dict[str, Any]:
    return tomllib.loads(EXAMPLE.joinpath(*path).read_text("utf-8"))


def source() -> Source:
    return read_source(shape("wren_by_judge", "report.toml"))


def cast() -> Cast:
    return read_cast(shape("wren", "cast.toml"))


def allowed() -> list[str]:
    return [one["words"] for one in shape("wren_by_judge", "decided.toml")["keep"]]


def resting() -> set[str]:
    """What the paragraphs rest on, but for the determinations that some of them tell."""
    every = {one for _, paragraph in source().numbered() for one in paragraph.rests_on}
    return {one for one in every if not one.startswith("finding ")}


def rows_of_the_returns() -> set[str]:
    with EXAMPLE.joinpath("wren", "source", "key.csv").open(encoding="utf-8", newline="") as key:
        return {
            ", ".join(filter(None, (row["file"], row["part"], f"row {row['row']}")))
            for row in csv.DictReader(key)
        }


def test_whatever_it_rests_on_is_a_row_of_an_agency_s_return() -> None:
    assert len(resting()) > 50
    assert resting() <= rows_of_the_returns()


def test_it_rests_on_the_rows_that_the_other_review_of_the_same_child_rests_on() -> None:
    others = {
        ", ".join(filter(None, (one["file"], one["part"], f"row {one['row']}")))
        for finding in shape("wren", "findings.toml")["finding"]
        for one in finding["rests_on"]
    }

    assert len(resting() & others) >= 12


def test_each_determination_is_told_by_a_paragraph_and_rests_on_rows_of_the_returns() -> None:
    told = [one for _, paragraph in source().numbered() for one in paragraph.rests_on if "finding" in one]
    determined = shape("wren_by_judge", "findings.toml")["finding"]
    rows = {
        ", ".join(filter(None, (one["file"], one["part"], f"row {one['row']}")))
        for finding in determined
        for one in finding["rests_on"]
    }

    assert told == [f"finding {one['number']}" for one in determined]
    assert rows <= rows_of_the_returns()


def test_neighbouring_closed_paragraphs_share_a_gist_and_no_number_is_lost() -> None:
    shown = [*view(source(), cast(), Audience.OPEN).paragraphs]
    together = {(one.first, one.last) for one in shown if one.standing is Standing.GIST and one.first}

    assert [one.number for one in shown] == [*range(1, len(shown) + 1)]
    assert (12, 14) in together


def test_no_word_of_its_open_report_waits_for_a_decision() -> None:
    assert undecided_words(source(), cast(), allow=allowed()) == ()


def test_its_open_files_pass_the_gate_in_the_whole_and_in_short() -> None:
    hidden = hidden_days(source())

    for edition in (Edition.WHOLE, Edition.SUMMARY):
        gated = gate(source(), cast(), cast().register(dates=hidden, allow=allowed()), edition=edition)

        assert worst(gated.checked) is Verdict.CLEAN, [one.cannot for one in gated.checked]
        assert len(gated.files) == 3
