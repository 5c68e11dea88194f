"""The states a thing can be in: each with its icon, its word and its look, always the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Look(StrEnum):
    """The style of a tag; each is a class of candour.css."""

    PLAIN = "plain"
    DASHED = "dashed"
    HELD = "held"
    REFUSED = "refused"
    PLACED = "placed"
    CLOSED = "closed"
    GREY = "grey"
    THICK = "thick"
    THIN = "thin"


@dataclass(frozen=True, slots=True)
class State:
    icon: str
    words: str
    look: Look = Look.PLAIN


STATES: dict[str, State] = {
    "sure": State("full_disc", "Sure"),
    "possible": State("ring", "Possible"),
    "disputed": State("half_disc", "Disputed"),
    "cannot_say": State("question", "Cannot say", Look.DASHED),
    "differs": State("crossed_equals", "Accounts differ"),
    "proposed": State("dashed_square", "Proposed", Look.DASHED),
    "held": State("two_bars", "Held", Look.HELD),
    "refused": State("cross", "Refused", Look.REFUSED),
    "placed": State("tick", "Placed", Look.PLACED),
    "withdrawn": State("struck_line", "Withdrawn", Look.GREY),
    "changed": State("crossed_equals", "Changed since", Look.DASHED),
    "closed": State("shut_lock", "Closed", Look.CLOSED),
    "open": State("open_lock", "Open"),
    "fenced": State("fence", "Later knowledge is fenced", Look.GREY),
    "not_verified": State("question", "Check against the guidance in force", Look.DASHED),
    # No answer is the good one: all three are in ink.
    "yes": State("tick", "Yes", Look.THICK),
    "no": State("cross", "No", Look.THIN),
    "unknown": State("question", "Unknown", Look.DASHED),
    "given": State("tick", "Given", Look.THICK),
    "not_assessable": State("dotted_ring", "Not assessable", Look.GREY),
    "paused": State("two_bars", "Paused"),
    "due": State("clock", "Due"),
    "soon": State("clock", "Due soon", Look.HELD),
    "late": State("clock", "Late", Look.REFUSED),
    "done": State("tick", "Done", Look.PLACED),
    "waits": State("dotted_ring", "Waits", Look.GREY),
    "not_decided": State("question", "Not decided"),
    "leak": State("cross", "Leak", Look.REFUSED),
    "clean": State("tick", "Clean", Look.PLACED),
    "cannot_check": State("question", "Cannot check"),
}
