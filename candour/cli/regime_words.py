"""How a law and its pieces are shown: as words for a person, as shapes for JSON."""

from __future__ import annotations

from datetime import date
from typing import Any

from candour.domain.deadlines import Event
from candour.domain.moments.spoken import spoken_day
from candour.domain.rules import Clock, KnownTo, Regime

STARTS = {
    Event.INCIDENT: "the incident",
    Event.AWARE: "the day somebody became aware",
    Event.REFERRED: "referral",
    Event.NOTIFIED: "notification",
    Event.DECISION: "the decision",
    Event.INITIATED: "the start of the review",
    Event.REPORT_FINAL: "the final report",
    Event.PUBLISHED: "publication",
}


def in_force_shape(regime: Regime) -> dict[str, Any]:
    """`from` and `to`; `never` for a law that was only proposed, `known` where `from` is known in part."""
    days: dict[str, Any] = {"from": _iso(regime.in_force_from), "to": _iso(regime.in_force_to)}
    if regime.in_force_known_to is not KnownTo.DAY:
        days["known"] = regime.in_force_since
    return days | ({"never": True} if regime.never else {})


def in_force_words(regime: Regime) -> str:
    """ "In force from 15 April 2013 to 25 March 2015.", and whether that was checked."""
    check = "" if regime.in_force_verified else " Check the days against the guidance."
    if regime.in_force_from is None:
        return f"It was proposed and never in force.{check}"
    last = f" to {spoken_day(regime.in_force_to)}" if regime.in_force_to else ""
    return f"In force from {regime.in_force_since_in_words}{last}.{check}"


def sourced(piece: Any) -> dict[str, Any]:
    """Where a piece stands in the law, and whether that was checked."""
    return {"citation": piece.citation, "verified": piece.verified}


def clock_shape(clock: Clock) -> dict[str, Any]:
    """The clock as its pack gives it; `length` is a number of its `unit`."""
    return {
        "name": clock.name,
        "title": clock.title,
        "starts": str(clock.starts),
        "ends": str(clock.ends),
        "after": str(clock.after),
        "length": clock.length,
        "unit": str(clock.unit),
        **sourced(clock),
    }


def what_else_shape(regime: Regime) -> dict[str, Any]:
    """The times it does not give, who must be told, the papers it asks for, and how long things are kept."""
    return {
        "no_clocks": [{"title": one.title, "says": one.says, **sourced(one)} for one in regime.no_clocks],
        "notify": [
            {"to": one.to, "when": one.when, "clock": one.clock or None, **sourced(one)}
            for one in regime.notify
        ],
        "documents": [
            {
                "name": one.name,
                "title": one.title,
                "stage": str(one.stage),
                "says": one.says,
                **sourced(one),
            }
            for one in regime.documents
        ],
        "retention": [
            {
                "what": one.what,
                "says": one.says,
                "length": one.length,
                "unit": one.unit and str(one.unit),
                **sourced(one),
            }
            for one in regime.retention
        ],
    }


def clock_words(clock: Clock) -> str:
    """What is due, how long after what, by which law."""
    check = "" if clock.verified else " Check against the guidance in force."
    return f"{clock.title}: {clock.length_in_words} from {STARTS[clock.starts]}. {clock.citation}.{check}"


def lowered(words: str) -> str:
    return words[:1].lower() + words[1:]


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
