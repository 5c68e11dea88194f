"""What a board's installation hands to the national one, and what comes back: one signed file each way."""

from candour.files.handovers.contents import (
    Answers,
    Child,
    Decided,
    Direction,
    Dissent,
    HandOver,
    MoreTime,
    Notified,
    Partner,
    Rapid,
    Recommended,
    Replied,
    Said,
    Tested,
    ToldTo,
)
from candour.files.handovers.sealing import fingerprint_of, read_handover, write_handover

__all__ = [
    "Answers",
    "Child",
    "Decided",
    "Direction",
    "Dissent",
    "HandOver",
    "MoreTime",
    "Notified",
    "Partner",
    "Rapid",
    "Recommended",
    "Replied",
    "Said",
    "Tested",
    "ToldTo",
    "fingerprint_of",
    "read_handover",
    "write_handover",
]
