"""Which law a notification may fall under: those in force on its day, and proposed ones for an exercise."""

from __future__ import annotations

from datetime import date

from django.conf import settings

from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Regime, load_regime, proposed_regimes, regime_names, regimes_in_force
from candour.domain.trouble import Trouble
from candour.kernel.people.models import Organisation
from candour.stages.notify.models import Notification


def laws_in_force(board: Organisation, day: date) -> tuple[Regime, ...]:
    """Those in force on the day in the board's nation; in any, where nobody said which nation it is in."""
    found = regimes_in_force(day)
    return tuple(one for one in found if not board.nation or one.nation == board.nation)


def proposed_laws(board: Organisation) -> tuple[Regime, ...]:
    """Laws that were proposed and never in force, where this installation keeps exercises; else none."""
    if not settings.EXERCISES:
        return ()
    return tuple(one for one in proposed_regimes() if not board.nation or one.nation == board.nation)


def law_of(notification: Notification) -> Regime | None:
    """The law that the notification falls under; None where no pack holds it."""
    return law_called(notification.regime)


def law_called(name: str) -> Regime | None:
    """The law of this name; None where no pack holds it."""
    return load_regime(name) if name in regime_names() else None


def is_exercise(regime: Regime | None) -> bool:
    """Whether it is a law that was never in force."""
    return regime is not None and regime.never


def law_is_asked_again(notification: Notification, day: date) -> bool:
    """Whether the law that a notification falls under was not in force on the day it is given now."""
    regime = law_of(notification)
    if regime is None:
        return bool(laws_in_force(notification.board, day))
    return not is_exercise(regime) and not regime.in_force_on(day)


def law_for(board: Organisation, day: date, chosen: str | None) -> str:
    """The name of the law: the one chosen, or the only one in force; none where no pack holds the law.

    Raises Trouble where several are in force and none is chosen, or the one chosen was not in force.
    """
    in_force = laws_in_force(board, day)
    offered = {one.name for one in (*in_force, *proposed_laws(board))}
    if chosen:
        if chosen not in offered:
            raise Trouble(
                f"The law chosen was not in force on {spoken_day(day)}.",
                do="Choose one that was in force then.",
            )
        return chosen
    if len(in_force) > 1:
        raise Trouble(
            f"{len(in_force)} laws were in force on {spoken_day(day)}, and none is chosen.",
            do=f"Choose one: {', '.join(one.short for one in in_force)}.",
        )
    return in_force[0].name if in_force else ""
