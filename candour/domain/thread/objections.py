"""What can be said against a finding by what it rests on: one sentence each, and no score."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.methods import Code
from candour.domain.thread.claim import Claim, Outside
from candour.domain.thread.words import State


class Ground(StrEnum):
    """What an objection is about."""

    RESTS_ON_NOTHING = "rests on nothing"
    ONE_AGENCY_ONLY = "one agency only"
    NO_EPISODE = "no episode"
    NOTHING_OUTSIDE = "nothing outside the case"
    REACH_WITHOUT_SOURCE = "reach without a source"
    NO_QUESTION = "no question for the board"
    NOT_A_QUESTION = "not a question"
    WORDS_MOVED = "words have moved"


@dataclass(frozen=True, slots=True)
class Objection:
    """One objection in one sentence."""

    ground: Ground
    sentence: str


def objections(claim: Claim, rules: Collection[Code]) -> tuple[Objection, ...]:
    """What speaks against a finding as it stands. `rules` are those of the method that code can keep."""
    return tuple(Objection(ground, sentence) for ground, sentence in _found(claim, rules))


def _found(claim: Claim, rules: Collection[Code]) -> Iterator[tuple[Ground, str]]:
    yield from _about_entries(claim)
    if Code.RESTS_ON_EPISODE in rules and not any(one.stands for one in claim.episodes):
        yield Ground.NO_EPISODE, "It shows in no episode that stands."
    if Code.EVIDENCE_OUTSIDE_CASE in rules and claim.outside is not Outside.SHOWN:
        yield Ground.NOTHING_OUTSIDE, _OUTSIDE[claim.outside]
    if Code.PREVALENCE_SOURCED in rules and not claim.reach_has_source:
        yield Ground.REACH_WITHOUT_SOURCE, "How far it reaches has no source, and is not said to be unknown."
    if Code.QUESTIONS_FOR_BOARD in rules and not claim.questions:
        yield Ground.NO_QUESTION, "It puts no question to the board."
    if Code.NO_RECOMMENDATIONS in rules:
        for words in claim.questions:
            if not words.rstrip().endswith("?"):
                yield Ground.NOT_A_QUESTION, f"“{words}” is not a question."


_OUTSIDE = {
    Outside.MISSING: "Nothing outside the case is given to show that it is underlying.",
    Outside.NOT_KNOWN: "Whether it is underlying is said to be not known: nothing outside the case shows it.",
}


def _about_entries(claim: Claim) -> Iterator[tuple[Ground, str]]:
    counted = claim.counted
    if not counted:
        gone = "Every entry it rested on was withdrawn." if claim.carried else "No entry carries it yet."
        yield Ground.RESTS_ON_NOTHING, gone
    elif len(claim.agencies) == 1:
        many = "Its one entry comes" if len(counted) == 1 else f"All {len(counted)} entries come"
        yield Ground.ONE_AGENCY_ONLY, f"{many} from one agency, {claim.agencies[0]}."
    if changed := sum(one.state is State.CHANGED for one in counted):
        said = "1 entry no longer says" if changed == 1 else f"{changed} entries no longer say"
        yield Ground.WORDS_MOVED, f"{said} what was there when it was chosen."
    if counted and (gone_now := len(claim.carried) - len(counted)):
        said = "1 entry was" if gone_now == 1 else f"{gone_now} entries were"
        yield Ground.WORDS_MOVED, f"{said} withdrawn since."
