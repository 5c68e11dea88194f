"""Who knew what, when, by the returns: what reached an agency by a day, and what another lacked."""

from candour.domain.knowledge.answers import HeldOfEvent, Known, Lacked
from candour.domain.knowledge.confirmed import CONFIRMED, EventKnown
from candour.domain.knowledge.flow import NEAR, NOT_PLAIN, Cell, Flow, Unrecorded, flow
from candour.domain.knowledge.index import Knowledge
from candour.domain.knowledge.since import Since, since_own, since_told, spoken_day
from candour.domain.knowledge.standing import CannotSay, Certainty, How, Knowing, Receipt

__all__ = [
    "CONFIRMED",
    "NEAR",
    "NOT_PLAIN",
    "CannotSay",
    "Cell",
    "Certainty",
    "EventKnown",
    "Flow",
    "HeldOfEvent",
    "How",
    "Knowing",
    "Knowledge",
    "Known",
    "Lacked",
    "Receipt",
    "Since",
    "Unrecorded",
    "flow",
    "since_own",
    "since_told",
    "spoken_day",
]
