"""The tables of this stage: what a review was asked to do, by whom, with whom, and what stands in its way."""

from candour.stages.commission.models.commissions import (
    AgencyAsked,
    Commission,
    DueDayMoved,
    EarlierTerms,
    How,
    Reminder,
)
from candour.stages.commission.models.independence import Declaration, WorkingLine
from candour.stages.commission.models.methods import MethodChange
from candour.stages.commission.models.participants import Letter, Participant, Reply, Side, ToldParticipant
from candour.stages.commission.models.plan import BudgetLine, Risk, Used
from candour.stages.commission.models.proceedings import (
    HeldBack,
    Hold,
    Proceeding,
    ProceedingKind,
    ProceedingState,
)
from candour.stages.commission.models.questions import MarkerEvidence, Readiness, ReadinessAnswer

__all__ = [
    "AgencyAsked",
    "BudgetLine",
    "Commission",
    "Declaration",
    "DueDayMoved",
    "EarlierTerms",
    "HeldBack",
    "Hold",
    "How",
    "Letter",
    "MarkerEvidence",
    "MethodChange",
    "Participant",
    "Proceeding",
    "ProceedingKind",
    "ProceedingState",
    "Readiness",
    "ReadinessAnswer",
    "Reminder",
    "Reply",
    "Risk",
    "Side",
    "ToldParticipant",
    "Used",
    "WorkingLine",
]
