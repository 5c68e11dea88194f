"""The spellings collected for Candour: none is silently wrong; each is right or waits for context."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from candour.domain.moments import ALONE, Context, Fate, Moment, bounds_of, from_edtf, read
from tests.cases import every

DATA = Path(__file__).parents[1] / "data"
SPELLINGS = list(csv.DictReader((DATA / "date_spellings.csv").read_text("utf-8").splitlines()))

IN_CONTEXT = {
    "Just after 3.00am on Saturday the 3rd March": Context(year=2012),
    "Between 26 April and 7 July": Context(year=1999),
    "The day after their arrival": Context(anchor=from_edtf("1999-04-24")),
    "May 2": Context(year=2006),
    "22 Feb": Context(year=2007),
    "Wednesday September 26": Context(year=2001),
    "three days later": Context(anchor=from_edtf("1999-06-18")),
    "14 months before his death": Context(anchor=from_edtf("2012-03-03")),
    "Five months later": Context(anchor=from_edtf("2011-01")),
}
"""Spellings whose key the words alone cannot give, with what their notes say stood around them."""


def verdict(moment: Moment, key: str) -> str:
    """Right, held or silently wrong, as docs/reference/interfaces.md defines the words."""
    if moment.fate is not Fate.PLACED:
        return "right" if not key or key in moment.readings else "held"
    assert moment.edtf is not None
    same = bool(key) and (moment.edtf == key or bounds_of(moment.edtf) == bounds_of(key))
    return "right" if same else "silently wrong"


def test_no_spelling_is_silently_wrong_and_the_share_right_is_kept() -> None:
    verdicts = {row["text"]: verdict(read(row["text"]), row["edtf"]) for row in SPELLINGS}
    right = [text for text, one in verdicts.items() if one == "right"]

    assert [text for text, one in verdicts.items() if one == "silently wrong"] == []
    assert {text for text, one in verdicts.items() if one == "held"} == set(IN_CONTEXT)
    assert (len(right), len(SPELLINGS)) == (87, 96)


@every("row", SPELLINGS, ids=lambda row: row["text"])
def test_every_spelling_is_right_once_it_stands_where_it_stood(row: dict[str, str]) -> None:
    context = IN_CONTEXT.get(row["text"], ALONE)

    assert verdict(read(row["text"], context), row["edtf"]) == "right"


@pytest.mark.parametrize("text", IN_CONTEXT)
def test_what_lacks_its_context_is_held_with_a_reason(text: str) -> None:
    moment = read(text)

    assert moment.fate is Fate.HELD
    assert moment.code in {"no_year", "relative_without_anchor"}
    assert moment.refused


def test_a_spelling_without_a_key_is_always_held() -> None:
    keyless = [row["text"] for row in SPELLINGS if not row["edtf"]]

    assert len(keyless) == 7
    assert {read(text).fate for text in keyless} == {Fate.HELD}
