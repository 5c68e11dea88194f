"""The papers about packs name every word and key a pack may use, and their examples are sound."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from candour.domain.deadlines import Event, Stops, Unit
from candour.domain.methods import Code, Stage
from candour.domain.rules import Can, FactKind, Outcome, PaperStage, Sign, Subject, evaluate, read_regime
from candour.domain.trouble import Troubles
from tests.invented_law import LAW

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "reference" / "packs.md").read_text("utf-8")
HOW_TO = (DOCS / "how-to" / "write-a-regime-pack.md").read_text("utf-8")
REGIME = PAGE.split("## A regime")[1].split("## A method")[0]
ROWS = dict(re.findall(r"^\| (\S.*?) \| (.+) \|$", REGIME, flags=re.MULTILINE))
"""The table of keys: the first column, and the second."""


@pytest.mark.parametrize("words", [Event, Unit, Code, Stage, Can, FactKind, Sign, Subject, PaperStage, Stops])
def test_every_word_a_pack_may_use_stands_in_its_paper(words: type) -> None:
    assert [one for one in words if one not in re.findall(r"\w+", PAGE)] == []


def test_the_strength_of_outcomes_stands_in_its_paper() -> None:
    assert " ".join(one for one in Outcome if one is not Outcome.UNKNOWN) in PAGE


def keys_read() -> dict[str, set[str]]:
    """The keys that the reader knows in each table of a pack: a stray key in each makes it say them."""
    with_strays = re.sub(r"^(\[.+\])$", r"\1\nzz_stray = 1", "zz_stray = 1\n" + LAW, flags=re.MULTILINE)
    with pytest.raises(Troubles) as caught:
        read_regime(with_strays, "draft.toml")
    known: dict[str, set[str]] = {}
    for slip in caught.value.troubles:
        where = re.sub(r"\[\d+\]", "", slip.what.split("`")[1]).removesuffix("zz_stray").rstrip(".")
        known.setdefault(where, set()).update(slip.do.removeprefix("Known: ").rstrip(".").split(", "))
    return known


def test_every_key_that_the_reader_knows_stands_in_the_paper() -> None:
    known = keys_read()
    paper = {key: set(re.findall(r"`(\w+)`", f"{key} {words}")) for key, words in ROWS.items()}
    top = set().union(*(re.findall(r"\w+", key) for key in ROWS))

    assert known.keys() == {"", *re.findall(r"^\[+([\w.]+)\]+$", LAW, flags=re.MULTILINE)}
    assert known.pop("") - top == set()
    for table, keys in known.items():
        row = paper.get(f"`[[{table}]]`") or paper.get(f"`[{table}]`") or set()
        assert keys - row - {"notice", "kept"} == set(), table


def test_the_pack_of_the_how_to_is_sound_and_asks_what_it_says() -> None:
    pack, facts = re.findall(r"^   ```toml\n(.*?)^   ```", HOW_TO, flags=re.MULTILINE | re.DOTALL)
    regime = read_regime(textwrap.dedent(pack), "xx.otherwhere.1990.toml")

    assert f"packs/regimes/{regime.name}.toml" in HOW_TO
    assert regime.unverified == ("clocks.decide",)
    assert facts.split() == ["[facts]", "died", "=", '"yes"', "age", "=", "16"]
    assert evaluate(regime, {"died": "yes", "age": 16}).outcome is Outcome.MUST
    assert evaluate(regime, {}).missing == ("died", "seriously_harmed", "age")
