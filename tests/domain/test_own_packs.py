"""Packs of an installation's own stand beside Candour's: a file more is a law or a method more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from candour.config.own_packs import own_packs
from candour.domain.methods import load_method, method_names
from candour.domain.packs.opening import Kind, look_also_in, pack_words
from candour.domain.rules import facts_known, load_regime, regime_names, regimes_in_force
from candour.domain.trouble import Trouble, Troubles
from tests.invented_law import LAW, NAME, folder_with


@pytest.fixture(autouse=True)
def own(tmp_path: Path) -> Iterator[Path]:
    """A folder with one law in it, looked in for the length of a test."""
    look_also_in(folder_with(tmp_path / "packs"))
    yield tmp_path / "packs"
    look_also_in(None)


def test_a_file_alone_is_a_law_more() -> None:
    assert NAME in regime_names()
    assert load_regime(NAME) in regimes_in_force(date(1950, 1, 1))
    assert "zz_left_on" in facts_known()

    look_also_in(None)
    assert NAME not in regime_names()
    assert "zz_left_on" not in facts_known()


def test_a_law_added_or_mended_later_counts_at_once(own: Path) -> None:
    before = load_regime(NAME)
    folder_with(own, LAW.replace("Invented 1900", "Invented 1901"))
    folder_with(own, LAW.replace(NAME, "zz.second"), "zz.second")

    assert (before.short, load_regime(NAME).short) == ("Invented 1900", "Invented 1901")
    assert load_regime("zz.second") in regimes_in_force(date(1950, 1, 1))


def test_a_file_alone_is_a_method_more(own: Path) -> None:
    name = method_names()[0]
    (own / "methods").mkdir()
    words = pack_words(Kind.METHODS, name).replace(f'name = "{name}"', 'name = "zz-own"', 1)
    (own / "methods" / "zz-own.toml").write_text(words, "utf-8")

    assert "zz-own" in method_names()
    assert load_method("zz-own").steps == load_method(name).steps


def test_a_law_never_stands_in_for_one_of_the_same_name(own: Path) -> None:
    look_also_in(None)
    built_in = regime_names()[0]
    look_also_in(folder_with(own, LAW, built_in))

    with pytest.raises(Trouble, match=f"Two packs are called “{built_in}”"):
        load_regime(built_in)


def test_a_file_called_otherwise_than_its_law_is_told(own: Path) -> None:
    folder_with(own, LAW, "zz.other")

    with pytest.raises(Troubles, match=f"`name` is “{NAME}”, and the file is called “zz.other.toml”"):
        load_regime("zz.other")


def test_a_file_that_is_no_text_is_told(own: Path) -> None:
    (own / "regimes" / "zz.latin.toml").write_bytes(b'name = "\xe9"')

    with pytest.raises(Trouble, match=r"zz\.latin\.toml: The pack cannot be read as text"):
        load_regime("zz.latin")


def test_an_installation_begins_with_its_own_packs_or_not_at_all(own: Path) -> None:
    look_also_in(None)
    assert own_packs(str(own)) == own.resolve()
    assert NAME in regime_names()

    folder_with(own, LAW.replace("at_most = 17", "at_most = 0.5"))
    with pytest.raises(Troubles, match=r"regimes/zz\.invented\.toml"):
        own_packs(str(own))
    with pytest.raises(Trouble, match="There is no folder of packs"):
        own_packs(str(own / "nowhere"))
    assert own_packs("") is None
    assert NAME not in regime_names()
