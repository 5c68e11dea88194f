"""What can happen up to a decision and after it; each module holds the acts of one subject."""

from candour.stages.decide.actions.advice import (
    dissent,
    record_recommendation,
    take_back_recommendation,
    withdraw_dissent,
)
from candour.stages.decide.actions.answers import answer_test
from candour.stages.decide.actions.deciding import (
    decide,
    reopen_decision,
    take_back_decision,
    take_back_reopening,
)
from candour.stages.decide.actions.national import challenge, reply_to_challenge, tell_national_body

__all__ = [
    "answer_test",
    "challenge",
    "decide",
    "dissent",
    "record_recommendation",
    "reopen_decision",
    "reply_to_challenge",
    "take_back_decision",
    "take_back_recommendation",
    "take_back_reopening",
    "tell_national_body",
    "withdraw_dissent",
]
