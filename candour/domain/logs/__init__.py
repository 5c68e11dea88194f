"""A board's own log of referrals and reviews, kept before Candour: what each row says, and what it lacks."""

from candour.domain.logs.case import Case, Earlier
from candour.domain.logs.columns import LogHeading, find_log_heading, proposed
from candour.domain.logs.fields import LogField
from candour.domain.logs.ledger import LogLedger, read_log
from candour.domain.logs.questions import UNDECIDED, Answers, Ask, Question
from candour.domain.logs.rows import Known, LogRow
from candour.domain.logs.said import NOTHING_SAID, SaidOfLog
from candour.domain.logs.words import LogWords, Meaning, fold, log_words

__all__ = [
    "NOTHING_SAID",
    "UNDECIDED",
    "Answers",
    "Ask",
    "Case",
    "Earlier",
    "Known",
    "LogField",
    "LogHeading",
    "LogLedger",
    "LogRow",
    "LogWords",
    "Meaning",
    "Question",
    "SaidOfLog",
    "find_log_heading",
    "fold",
    "log_words",
    "proposed",
    "read_log",
]
