"""The law as data: what a regime asks on the answers given, what it turns on, and its clocks and powers."""

from candour.domain.rules.answer import Answer
from candour.domain.rules.asked import (
    OUTCOME_IN_WORDS,
    Consideration,
    FactAsked,
    Outcome,
    ReviewKind,
    Test,
)
from candour.domain.rules.bodies import Body, Can, Power, Told
from candour.domain.rules.clocks import After, Clock, ClockException, EndedBy, LatestDay, NoClock
from candour.domain.rules.comparison import Comparison, Sign
from candour.domain.rules.evaluation import Evaluation, KindFound, Node, Tested, evaluate
from candour.domain.rules.given import Answers, FactKind, Value, day_written, value_of
from candour.domain.rules.papers import Document, Kept, Notice, PaperStage, Publication, Retention
from candour.domain.rules.regime import KnownTo, Regime, Says, Subject
from candour.domain.rules.regime_packs import (
    every_regime,
    facts_known,
    load_regime,
    proposed_regimes,
    read_regime,
    read_regime_file,
    regime_names,
    regimes_in_force,
)
from candour.domain.rules.replay import Case, Decided, Replay, Replayed, replay
from candour.domain.rules.timetable import (
    Deadline,
    MoreTime,
    StoppedClock,
    Timetable,
    notice_due,
    timetable,
)
from candour.domain.rules.tree import Kind, Tree
from candour.domain.rules.what_if import Way, WhatIf, what_if

__all__ = [
    "OUTCOME_IN_WORDS",
    "After",
    "Answer",
    "Answers",
    "Body",
    "Can",
    "Case",
    "Clock",
    "ClockException",
    "Comparison",
    "Consideration",
    "Deadline",
    "Decided",
    "Document",
    "EndedBy",
    "Evaluation",
    "FactAsked",
    "FactKind",
    "Kept",
    "Kind",
    "KindFound",
    "KnownTo",
    "LatestDay",
    "MoreTime",
    "NoClock",
    "Node",
    "Notice",
    "Outcome",
    "PaperStage",
    "Power",
    "Publication",
    "Regime",
    "Replay",
    "Replayed",
    "Retention",
    "ReviewKind",
    "Says",
    "Sign",
    "StoppedClock",
    "Subject",
    "Test",
    "Tested",
    "Timetable",
    "Told",
    "Tree",
    "Value",
    "Way",
    "WhatIf",
    "day_written",
    "evaluate",
    "every_regime",
    "facts_known",
    "load_regime",
    "notice_due",
    "proposed_regimes",
    "read_regime",
    "read_regime_file",
    "regime_names",
    "regimes_in_force",
    "replay",
    "timetable",
    "value_of",
    "what_if",
]
