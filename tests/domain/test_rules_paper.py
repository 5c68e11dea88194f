"""The page about packs names every word a pack may use."""

from __future__ import annotations

from pathlib import Path

import pytest

from candour.domain.deadlines import Event, Unit
from candour.domain.methods import Code, Stage
from candour.domain.rules import Can, Outcome

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "packs.md").read_text("utf-8")


@pytest.mark.parametrize("words", [Event, Unit, Code, Stage, Can])
def test_every_word_a_pack_may_use_stands_in_its_paper(words: type) -> None:
    assert [one for one in words if one not in PAGE.replace("`", " ").split()] == []


def test_the_strength_of_outcomes_stands_in_its_paper() -> None:
    assert " ".join(one for one in Outcome if one is not Outcome.UNKNOWN) in PAGE
