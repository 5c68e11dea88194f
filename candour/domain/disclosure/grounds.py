"""On which grounds may somebody ask that words be withheld? A list with sources: it rules on nothing."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack

_PACK = "grounds.toml"


@dataclass(frozen=True, slots=True)
class Ground:
    """`verified`: a source that was read bears these words. `regimes`: the laws it is for; none is every."""

    code: str
    title: str
    says: str
    citation: str
    verified: bool
    regimes: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The citation, which says itself where nobody checked."""
        return self.citation if self.verified else f"{self.citation}. It is no law by standing here"


def grounds_under(regime: str) -> tuple[Ground, ...]:
    """Those offered under this law, the law's own first. Raises Troubles where the pack has slips."""
    offered = [one for one in load_grounds() if not one.regimes or regime in one.regimes]
    return tuple(sorted(offered, key=lambda one: (not one.regimes, not one.verified)))


@cache
def load_grounds() -> tuple[Ground, ...]:
    """The list of the house."""
    return read_grounds(shared_words(_PACK), _PACK)


def read_grounds(words: str, where: str) -> tuple[Ground, ...]:
    """The list that a pack's text holds. Raises Troubles, each naming `where` and the key."""
    return read_pack(words, where, lambda top: tuple(map(_ground, top.tables("grounds", least=1))))


def _ground(table: Table) -> Ground:
    return Ground(
        code=table.slug("code"),
        title=table.text("title"),
        says=table.text("says"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        regimes=table.texts("regimes") if table.has("regimes") else (),
    )
