"""Facts left in the open report that join up: which, where, why that narrows, and what to say instead.

These rules know some joins and never all: what they do not list may still give somebody away. So each join is
put to a person, and a person signs for the report. The ideas are k-anonymity (L. Sweeney, "k-anonymity: a
model for protecting privacy", 2002) and the motivated intruder of the Information Commissioner's code on
anonymisation (2012): what could somebody who takes trouble, and has the local paper, find out?
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
