"""What an answer or an action said before it was recorded anew or taken back, as its row keeps it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from candour.domain.moments.spoken import spoken_day
from candour.stages.respond.models import Action, Response


def answer_as_it_stood(response: Response) -> dict[str, str]:
    return {
        "state": response.state,
        "reason": response.reason,
        "dissent": response.dissent,
        "dissent_by": response.dissent_by,
        "answered_on": response.answered_on.isoformat(),
        "by": response.answered_by,
    }


def done_as_it_stood(action: Action) -> dict[str, Any]:
    return {
        "what": "done",
        "on": _written(action.done_on),
        "words": action.done_note,
        "at": _written(action.done_at),
        "by": action.done_by,
    }


def effect_as_it_stood(action: Action) -> dict[str, Any]:
    """Also where nobody had looked yet: the day to look again was said before."""
    return {
        "what": "effect",
        "on": _written(action.looked_on),
        "words": action.effect,
        "source": action.effect_source,
        "again": _written(action.look_again_on),
        "at": _written(action.looked_at),
        "by": action.looked_by,
    }


def last_effect(action: Action) -> dict[str, Any] | None:
    """The effect that stood before the present one, unless it was taken back."""
    effects = [one for one in action.earlier if one["what"] == "effect" and not one.get("taken_back")]
    return effects[-1] if effects else None


def put_effect(action: Action, stood: dict[str, Any]) -> None:
    """Make an effect that stood before the present one again; with nothing, none does."""
    action.effect, action.effect_source = stood.get("words", ""), stood.get("source", "")
    action.looked_on, action.look_again_on = _day(stood.get("on")), _day(stood.get("again"))
    action.looked_at = datetime.fromisoformat(stood["at"]) if stood.get("at") else None
    action.looked_by = stood.get("by", "")


def said_before(action: Action) -> list[str]:
    """Each in a sentence, in the order in which they stopped standing."""
    return [_sentence(one) for one in action.earlier if one["on"]]


def _sentence(stood: dict[str, Any]) -> str:
    verb = "Done" if stood["what"] == "done" else "Looked for"
    said = f"{verb} {spoken_day(date.fromisoformat(stood['on']))}"
    said += f": {stood['words']}" if stood["words"] else ""
    return f"{said} (taken back)" if stood.get("taken_back") else said


def _written(day: date | None) -> str:
    return day.isoformat() if day else ""


def _day(written: str | None) -> date | None:
    return date.fromisoformat(written) if written else None
