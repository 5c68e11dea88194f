"""The law as data: what a regime asks on the answers given, what it turns on, and its clocks and powers."""

from candour.domain.rules.answer import Answer
from candour.domain.rules.evaluation import Evaluation, Node, Tested, WhatIf, evaluate, what_if
from candour.domain.rules.regime import (
    OUTCOME_IN_WORDS,
    After,
    Can,
    Clock,
    ClockException,
    FactAsked,
    Kept,
    Notice,
    Outcome,
    Power,
    Publication,
    Regime,
    Says,
    Test,
)
from candour.domain.rules.regime_packs import (
    facts_known,
    load_regime,
    read_regime,
    regime_names,
    regimes_in_force,
)
from candour.domain.rules.timetable import (
    Deadline,
    MoreTime,
    StoppedClock,
    Timetable,
    notice_due,
    timetable,
)
from candour.domain.rules.tree import Kind, Tree

__all__ = [
    "OUTCOME_IN_WORDS",
    "After",
    "Answer",
    "Can",
    "Clock",
    "ClockException",
    "Deadline",
    "Evaluation",
    "FactAsked",
    "Kept",
    "Kind",
    "MoreTime",
    "Node",
    "Notice",
    "Outcome",
    "Power",
    "Publication",
    "Regime",
    "Says",
    "StoppedClock",
    "Test",
    "Tested",
    "Timetable",
    "Tree",
    "WhatIf",
    "evaluate",
    "facts_known",
    "load_regime",
    "notice_due",
    "read_regime",
    "regime_names",
    "regimes_in_force",
    "timetable",
    "what_if",
]
