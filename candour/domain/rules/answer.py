"""Yes, no, unknown: answers to facts, and how both, either and not join them (Kleene's three values)."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum


class Answer(StrEnum):
    """Of a fact, or of a test made of facts. No answer is the good one."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


def both(answers: Iterable[Answer]) -> Answer:
    """Yes when all are; no as soon as one is."""
    found = set(answers)
    if Answer.NO in found:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in found else Answer.YES


def either(answers: Iterable[Answer]) -> Answer:
    """Yes as soon as one is; no when all are."""
    return negated(both(negated(one) for one in answers))


def negated(answer: Answer) -> Answer:
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, Answer.UNKNOWN)
