"""A held row that gets its date alone is read as it would be with the whole file."""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.domain.chronology.placing import Unplaced
from candour.domain.chronology.returned import entries_answered, interpret
from candour.domain.moments import Fate, from_edtf
from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import NOTHING_SAID, Said
from candour.domain.returns.tables import ReturnFile
from candour.files.returns.reading import read_content, read_return

EXAMPLES = Path(__file__).parents[2] / "examples"
RETURNS = sorted(path for path in (EXAMPLES / "northmoor").glob("*/returns/*") if path.is_file())
HEADED = b"""Agency: Fenshire Police
Date,Time,Event,Informed,On
March 2013,,,,
4th,,Visit,GP,5th
30 Feb,14:30,Call,HV,6/3
Abbreviations,,,,
GP,,General practitioner,,
April 2014,,,,
,09:00,Letter,HV,3rd
"""
"""The date of the telling is read under the month heading above the row."""


@pytest.mark.parametrize("said", [NOTHING_SAID, Said(columns={Field.EVENT: "Event"}, agency="Said Trust")])
def test_headings_and_months_above_a_row_still_tell_how_it_is_read(said: Said) -> None:
    assert alike(read_content("headed.csv", HEADED), said) == 2


@pytest.mark.parametrize("path", RETURNS, ids=lambda path: path.name)
def test_of_every_example_each_held_row_is_read_alone_as_with_all_others(path: Path) -> None:
    alike(read_return(path), NOTHING_SAID)


def alike(file: ReturnFile, said: Said) -> int:
    """How many rows were tried."""
    plain = interpret(file, said)
    held = [one for one in plain.fates if isinstance(one, Unplaced) and one.fate is Fate.HELD]
    answers = {(one.part, one.row): from_edtf("2014-05-01") for one in held}
    whole = [
        one for one in interpret(file, said, answers).entries() if (one.place.part, one.place.row) in answers
    ]

    assert list(entries_answered(plain, said, answers)) == whole
    assert len(whole) == len(held)
    for place in answers:
        [alone] = entries_answered(plain, said, {place: answers[place]})
        assert alone in whole
    return len(held)
