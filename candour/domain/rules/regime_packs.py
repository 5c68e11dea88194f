"""Regimes by name, each read from its pack: every slip is told with its file and key, and none guessed."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from candour.domain.packs.opening import Kind, every_pack, pack_names, pack_words
from candour.domain.packs.tables import read_named_pack, read_pack
from candour.domain.rules.facts_shared import shared_facts
from candour.domain.rules.reading_regime import regime_of
from candour.domain.rules.regime import Regime


def regime_names() -> tuple[str, ...]:
    """The names of the regimes there are: one a pack, Candour's own and the installation's."""
    return pack_names(Kind.REGIMES)


def load_regime(name: str) -> Regime:
    """The regime of a pack. Raises Trouble: no such pack; Troubles: one with slips."""
    return _read(pack_words(Kind.REGIMES, name), name)


def read_regime(words: str, where: str) -> Regime:
    """The regime that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, regime_of)


def read_regime_file(words: str, file: str) -> Regime:
    """The regime that a pack's file holds, which goes by the file's name. Raises as `read_regime`."""
    return read_named_pack(words, file, regime_of)


def every_regime() -> tuple[Regime, ...]:
    """All of them, by name. Raises as `load_regime`."""
    return tuple(_read(words, name) for name, words in every_pack(Kind.REGIMES))


def regimes_in_force(on: date) -> tuple[Regime, ...]:
    """The regimes in force on a day, the latest first; a law that was never in force is not among them."""
    found = [regime for regime in every_regime() if regime.in_force_on(on)]
    return tuple(sorted(found, key=lambda one: one.in_force_from or date.min, reverse=True))


def proposed_regimes() -> tuple[Regime, ...]:
    """Laws that were proposed and never in force: for exercises, and to ask what they would have changed."""
    return tuple(regime for regime in every_regime() if regime.never)


def facts_known() -> frozenset[str]:
    """Every name of a fact that any pack knows: the shared ones, and those that regimes ask beside them."""
    asked = (fact.name for regime in every_regime() for fact in regime.facts)
    return frozenset({*shared_facts(), *asked})


@lru_cache(maxsize=256)
def _read(words: str, name: str) -> Regime:
    """Kept by its words, so that a pack that is added or mended counts at once."""
    return read_named_pack(words, f"regimes/{name}.toml", regime_of)
