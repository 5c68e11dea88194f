"""A regime pack with a slip is refused with its file and key; nothing is guessed."""

from __future__ import annotations

import pytest

from candour.domain.packs.opening import Kind, pack_words
from candour.domain.rules import load_regime, read_regime, regime_names
from candour.domain.trouble import Trouble, Troubles

WORDS = pack_words(Kind.REGIMES, "eng.scr.wt2013")


@pytest.mark.parametrize("name", regime_names())
def test_every_regime_pack_is_sound_and_named_as_its_file(name: str) -> None:
    regime = load_regime(name)

    assert regime.name == name
    assert all(one.citation for one in (*regime.facts, *regime.tests, *regime.clocks, *regime.powers))


IN_FORCE = WORDS[WORDS.index("from = 2013-04-15") : WORDS.index("\n[[bodies]]")].strip()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('unit = "months"', 'unit = "moons"', "`clocks[1].unit` is “moons”"),
        ("length = 14", 'length = "14"', "`clocks[2].length` is not a whole number"),
        ("length = 14", "length = true", "`clocks[2].length` is not a whole number"),
        ("from = 2013-04-15", 'from = "April 2013"', "`in_force.from` is not a day"),
        ('who_decides = "', 'who_decide = "', "`who_decides` is missing"),
        ('who_decides = "', 'who_decide = "', "`who_decide` is not a key that is known here"),
        ('name = "seriously_harmed"', 'name = "harmed"', "`tests[1].tree` uses “seriously_harmed”"),
        ("{ both = [\n", "{ all = [\n", "`tests[1].tree` holds"),
        ('name = "finish"', 'name = "decide"', "`clocks` holds “decide” twice"),
        ("to = 2015-03-25", "to = 2012-03-25", "`in_force.to` is before from"),
        ('need_not = "', 'may = "', "`outcomes.need_not` is missing"),
        ('nation = "eng"', 'nation = "utopia"', "`nation` is “utopia”"),
        ('short = "Abuse or neglect"', 'short = " "', "`facts[1].short` holds no words"),
        ('name = "decide"', 'name = "to decide"', "`clocks[1].name` is “to decide”, which is no name"),
        ("length = 14", "length = -14", "`clocks[2].length` is less than nothing"),
        ("notes = [", "notes = [1, ", "`notes` holds something that is not words"),
        ("[in_force]", "[[in_force]]", "`in_force` is not a table"),
        ("otherwise", "principles = [1]\notherwise", "`principles` holds something that is not a table"),
        ('tree = { both = ["died", ', 'branch = { both = ["died", ', "`tests[2].tree` is missing"),
        ('ends = "decision"', 'ends = "decide"', "`clocks[1].ends` is “decide”. It may be: notification,"),
        ('ends = "decision"', 'note = "None"', "`clocks[1].ends` is missing. It may be: notification,"),
        ("from = 2013-04-15", 'from = "2013-13"', "`in_force.from` is not a day"),
        (IN_FORCE, 'from = "2013"\nverified = true', "`in_force.verified` is true, and the day is not known"),
        ('name = "advise"', 'name = "command"', "`powers[1].name` is “command”"),
    ],
)
def test_a_slip_is_told_with_its_file_and_key(old: str, new: str, told: str) -> None:
    assert old in WORDS
    with pytest.raises(Troubles) as caught:
        read_regime(WORDS.replace(old, new), "draft.toml")

    assert told in str(caught.value)
    assert {one.where for one in caught.value.troubles} == {"draft.toml"}


def test_several_slips_are_told_at_once() -> None:
    with pytest.raises(Troubles) as caught:
        read_regime(WORDS.replace("verified = true", "verified = 1"), "draft.toml")

    assert len(caught.value.troubles) == WORDS.count("verified = true")


def test_a_file_that_is_not_toml_is_told_with_its_line() -> None:
    with pytest.raises(Troubles, match=r"draft\.toml: This is not TOML: .*line 1"):
        read_regime("name eng", "draft.toml")


def test_a_regime_that_is_not_there_is_told_with_those_that_are() -> None:
    with pytest.raises(Trouble, match=r"There are: .*eng\.scr\.wt2013"):
        load_regime("eng.scr.wt1066")
