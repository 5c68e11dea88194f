"""How far an action is, in the words and states that pages show: done is one thing, its effect another."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.moments.spoken import spoken_day
from candour.stages.respond.earlier import said_before
from candour.stages.respond.models import Action

NOT_LOOKED = "Not yet looked for"
SOON_DAYS = 14


@dataclass(frozen=True, slots=True)
class Row:
    """An action with the tag for its doing and the tag for its effect."""

    action: Action
    done_state: str
    done_words: str
    effect_state: str
    effect_words: str

    @property
    def before(self) -> list[str]:
        return said_before(self.action)

    @property
    def open(self) -> bool:
        return self.action.stands and self.action.done_on is None


def row_of(action: Action, today: date) -> Row:
    done_state, done_words = _doing(action, today)
    effect_state, effect_words = _effect(action, today)
    return Row(action, done_state, done_words, effect_state, effect_words)


def _doing(action: Action, today: date) -> tuple[str, str]:
    if not action.stands:
        return "withdrawn", "Withdrawn"
    if action.done_on:
        return "done", f"Done {spoken_day(action.done_on)}"
    if action.due_on < today:
        return "late", f"Was due {spoken_day(action.due_on)}"
    soon = (action.due_on - today).days <= SOON_DAYS
    return "soon" if soon else "due", f"Due {spoken_day(action.due_on)}"


def _effect(action: Action, today: date) -> tuple[str, str]:
    if action.looked_on:
        return "sure", f"Looked for {spoken_day(action.looked_on)}"
    if action.stands and action.look_again_on and action.look_again_on < today:
        return "held", f"Look for it: since {spoken_day(action.look_again_on)}"
    return "waits", NOT_LOOKED
