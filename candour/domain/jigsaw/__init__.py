"""Facts left in the open report that join up: which, where, why that narrows, and what to say instead.

These rules never know all joins, so each is put to a person, and a person signs. The ideas: k-anonymity (L.
Sweeney, 2002), and the motivated intruder of the Information Commissioner's code on anonymisation (2012).
"""

from candour.domain.jigsaw.joins import CLAIM, Fact, Join, JoinKind, PublicEvent
from candour.domain.jigsaw.rules import joins_in
from candour.domain.jigsaw.signing import Ruling, Signature, sign, still_to_decide

__all__ = [
    "CLAIM",
    "Fact",
    "Join",
    "JoinKind",
    "PublicEvent",
    "Ruling",
    "Signature",
    "joins_in",
    "sign",
    "still_to_decide",
]
