"""What the law of a notification lets the national body do about its decision, and what it leaves open."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.rules import Can as Allowed
from candour.domain.rules import Power, Regime, Says, load_regime, regime_names
from candour.stages.decide.law import regime_of
from candour.stages.decide.models import Decision

SAID_UNDER = {"disagree": Allowed.DISAGREE, "advise": Allowed.ADVISE}
"""Which power of the law what is said to a decision rests on."""


@dataclass(frozen=True, slots=True)
class Allows:
    """`direct` and `own` are the powers to direct a review and to hold one, None where the law gives none."""

    powers: tuple[Power, ...] = ()
    not_in_force: tuple[Power, ...] = ()
    """Powers that stand in the law and do not run on this day: shown, and good for nothing."""
    remedies: tuple[Says, ...] = ()
    known: bool = False
    """Whether a pack holds the law at all."""

    @property
    def direct(self) -> Power | None:
        return self._power(Allowed.DIRECT)

    @property
    def own(self) -> Power | None:
        return self._power(Allowed.RUN_ITS_OWN)

    def power_to(self, kind: str) -> Power | None:
        """The power under which something of this kind is said; None where it needs none or there is none."""
        return self._power(SAID_UNDER[kind]) if kind in SAID_UNDER else None

    def lets_say(self, kind: str) -> bool:
        """Whether the body may say this. Whoever reads may ask, and may agree: neither needs a power.

        A law that lists powers is held to its list. One that lists none at all gives the body no part; what
        it says then is words beside the law, binds nobody, and the page says so.
        """
        listed = bool(self.powers or self.not_in_force)
        return kind not in SAID_UNDER or not listed or self.power_to(kind) is not None

    def _power(self, name: str) -> Power | None:
        return next((one for one in self.powers if one.name == name), None)


def allowed_on(decision: Decision, day: date) -> Allows:
    """What the law of the notification allows on a day."""
    regime = regime_of(decision.notification)
    return Allows() if regime is None else _allows(regime, day)


def laws_with_a_part() -> list[str]:
    """The laws that give a national body any part at all: only their decisions wait for its answer."""
    every = (load_regime(name) for name in regime_names())
    return [one.name for one in every if any(power.in_force for power in one.powers)]


def _allows(regime: Regime, day: date) -> Allows:
    running = regime.powers_on(day)
    return Allows(
        powers=running,
        not_in_force=tuple(one for one in regime.powers if one not in running),
        remedies=regime.remedies,
        known=True,
    )
