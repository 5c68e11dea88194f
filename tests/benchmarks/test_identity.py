"""The measure of the nets still runs, and its made-up notes are true to their key and to their seed."""

from __future__ import annotations

import pytest

from benchmarks import identity
from benchmarks.made_notes import make_notes


def test_the_key_of_the_notes_stands_where_it_says() -> None:
    [notes] = make_notes(1_000, 7)

    assert notes == next(make_notes(1_000, 7))
    assert notes.text != next(make_notes(1_000, 8)).text
    bare = [gold for gold in notes.gold if gold.form == "forename" and not gold.damages]
    names = {one["key"]: one["name"] for one in notes.shape["person"]}  # type: ignore[attr-defined]
    assert bare
    assert all(notes.text[one.start : one.end] in names[one.keys[0]] for one in bare)


def test_the_nets_hold_what_is_wanted_of_them_on_a_small_text() -> None:
    counted = identity.count(make_notes(6_000, identity.WORKING_SEED))

    assert counted.recall(("kind", "person")) > 0.985
    assert counted.recall(("all", "all kinds")) > 0.98
    assert counted.precision("names") > 0.85
    assert counted.recall(("all", "identifiers")) > 0.98


@pytest.mark.slow
def test_the_measure_prints_what_is_missed_and_how_fast_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    identity.main(["--words", "1000", "--only", "found"])

    assert "What is missed, by damage" in capsys.readouterr().out
