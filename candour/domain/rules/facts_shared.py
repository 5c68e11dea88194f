"""The names of facts that all regimes share, and whether each is answered yes or no, a number or a day."""

from __future__ import annotations

from functools import cache

from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack
from candour.domain.rules.given import FactKind

_KINDS = {"facts": FactKind.YES_NO, "numbers": FactKind.NUMBER, "days": FactKind.DATE}
"""The tables of facts.toml."""


@cache
def shared_facts() -> dict[str, FactKind]:
    """By name. Raises Troubles where facts.toml has slips."""
    return read_pack(shared_words("facts.toml"), "facts.toml", _by_name)


def _by_name(top: Table) -> dict[str, FactKind]:
    found: dict[str, FactKind] = {}
    for key, kind in _KINDS.items():
        table = top.optional_table(key)
        for name in table or ():
            if table and table.text(name):
                found[name] = kind
    return found
