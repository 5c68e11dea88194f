"""Some thousand invented spellings, each with what is made of it, in tests/data/dates.

The answers are the program's own, read through by its author: they guard against change and prove nothing.
Those of `outsiders.txt` also agree with a second engineer's key, most of it written without sight of the
grammar. The independent key is tests/data/date_spellings.csv.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.domain.moments import Fate, Moment, read

FOLDER = Path(__file__).parents[1] / "data" / "dates"
GROUPS = sorted(path.stem for path in FOLDER.glob("*.txt"))


def lines_of(group: str) -> list[tuple[str, str]]:
    lines = (FOLDER / f"{group}.txt").read_text("utf-8").splitlines()
    return [(words.strip(), answer) for words, _, answer in (line.rpartition(" => ") for line in lines)]


def answer_of(moment: Moment) -> str:
    if moment.fate is Fate.PLACED:
        return str(moment.edtf)
    return " ".join([str(moment.fate), str(moment.code), *moment.readings])


@pytest.mark.parametrize("group", GROUPS)
def test_every_spelling_of_a_group_is_read_as_its_line_says(group: str) -> None:
    lines = lines_of(group)
    read_as = [(words, answer_of(read(words))) for words, _ in lines]

    assert read_as == lines


def test_the_groups_hold_many_spellings_and_none_twice() -> None:
    words = [spelling for group in GROUPS for spelling, _ in lines_of(group)]

    assert len(words) > 900
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("group", GROUPS)
def test_whatever_is_not_placed_says_why_in_a_sentence(group: str) -> None:
    unplaced = [moment for moment in (read(words) for words, _ in lines_of(group)) if not moment.placed]

    assert [
        m.text for m in unplaced if not (m.refused or "").endswith(".") or len(m.refused or "") < 12
    ] == []
    assert [m.text for m in unplaced if (m.edtf, m.earliest, m.latest) != (None, None, None)] == []
