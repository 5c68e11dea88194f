"""The tables of this stage: the one source of a report, and its way to release."""

from candour.stages.report.models.comments import Comment
from candour.stages.report.models.release import Check, Checking, Draft, Release, Result, Says
from candour.stages.report.models.source import (
    Allowed,
    Audience,
    CastMember,
    Kind,
    Paragraph,
    Part,
    Report,
    Wording,
    with_hand,
)
from candour.stages.report.models.under import Under, UnderKind

__all__ = [
    "Allowed",
    "Audience",
    "CastMember",
    "Check",
    "Checking",
    "Comment",
    "Draft",
    "Kind",
    "Paragraph",
    "Part",
    "Release",
    "Report",
    "Result",
    "Says",
    "Under",
    "UnderKind",
    "Wording",
    "with_hand",
]
