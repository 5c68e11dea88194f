"""Who knew what, when, by the returns: what reached an agency by a day, and what another lacked."""

from candour.domain.knowledge.flow import NEAR, NOT_PLAIN, Cell, Flow, Unrecorded, flow
from candour.domain.knowledge.index import Knowledge, Known, Lacked
from candour.domain.knowledge.since import Since, since_own, since_told, spoken_day
from candour.domain.knowledge.standing import CannotSay, Certainty, How, Knowing, Receipt

__all__ = [
    "NEAR",
    "NOT_PLAIN",
    "CannotSay",
    "Cell",
    "Certainty",
    "Flow",
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
