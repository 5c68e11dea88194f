"""The tables of this stage: the one source of a report, and its way to release."""

from candour.stages.report.models.comments import Comment
from candour.stages.report.models.copies import ClosedCopy, Ended
from candour.stages.report.models.extracts import Extract, ExtractAnswer, ExtractKind, ExtractRuling, Outcome
from candour.stages.report.models.family import Answered, FamilyLink, FamilyProposal, Proposes
from candour.stages.report.models.orders import Application, ApplicationRuling, ReadingOrder, Ruled
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
    "Answered",
    "Application",
    "ApplicationRuling",
    "Audience",
    "CastMember",
    "Check",
    "Checking",
    "ClosedCopy",
    "Comment",
    "Draft",
    "Ended",
    "Extract",
    "ExtractAnswer",
    "ExtractKind",
    "ExtractRuling",
    "FamilyLink",
    "FamilyProposal",
    "Kind",
    "Outcome",
    "Paragraph",
    "Part",
    "Proposes",
    "ReadingOrder",
    "Release",
    "Report",
    "Result",
    "Ruled",
    "Says",
    "Under",
    "UnderKind",
    "Wording",
    "with_hand",
]
