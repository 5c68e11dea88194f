"""Who knew what, when, by the returns: what reached an agency by a day, and what another lacked."""

from candour.domain.knowledge.answers import HeldOfEvent, Known, Lacked
from candour.domain.knowledge.confirmed import CONFIRMED, EventKnown
from candour.domain.knowledge.flow import NEAR, NOT_PLAIN, Cell, Flow, Unrecorded, flow
from candour.domain.knowledge.index import Knowledge
from candour.domain.knowledge.reach import Fact, Holder, Reach, Way, reach
from candour.domain.knowledge.since import Since, since_own, since_told, spoken_day
from candour.domain.knowledge.standing import CannotSay, Certainty, How, Knowing, Receipt
from candour.domain.knowledge.view import View, roles_of, view_of

__all__ = [
    "CONFIRMED",
    "NEAR",
    "NOT_PLAIN",
    "CannotSay",
    "Cell",
    "Certainty",
    "EventKnown",
    "Fact",
    "Flow",
    "HeldOfEvent",
    "Holder",
    "How",
    "Knowing",
    "Knowledge",
    "Known",
    "Lacked",
    "Reach",
    "Receipt",
    "Since",
    "Unrecorded",
    "View",
    "Way",
    "flow",
    "reach",
    "roles_of",
    "since_own",
    "since_told",
    "spoken_day",
    "view_of",
]
