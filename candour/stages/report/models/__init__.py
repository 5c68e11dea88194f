"""The tables of this stage: the one source of a report, and its way to release."""

from candour.stages.report.models.cast import (
    CastHousehold,
    CastMember,
    CastReading,
    CastRelation,
    Kind,
    Related,
    SetAside,
    Sex,
)
from candour.stages.report.models.comments import Comment
from candour.stages.report.models.copies import ClosedCopy, Ended
from candour.stages.report.models.extracts import Extract, ExtractAnswer, ExtractKind, ExtractRuling, Outcome
from candour.stages.report.models.family import Answered, FamilyLink, FamilyProposal, Proposes
from candour.stages.report.models.images import SeenImage
from candour.stages.report.models.jigsaw import JigsawSigning, JoinRuling, PublicFact
from candour.stages.report.models.orders import Application, ApplicationRuling, ReadingOrder, Ruled
from candour.stages.report.models.release import Check, Checking, Draft, Release, Result, Says
from candour.stages.report.models.source import (
    Allowed,
    Audience,
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
    "CastHousehold",
    "CastMember",
    "CastReading",
    "CastRelation",
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
    "JigsawSigning",
    "JoinRuling",
    "Kind",
    "Outcome",
    "Paragraph",
    "Part",
    "Proposes",
    "PublicFact",
    "ReadingOrder",
    "Related",
    "Release",
    "Report",
    "Result",
    "Ruled",
    "Says",
    "SeenImage",
    "SetAside",
    "Sex",
    "Under",
    "UnderKind",
    "Wording",
    "with_hand",
]
