"""What a decision says beside its outcome and its reasons, and what it may not be made without."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypedDict

from candour.domain.rules import Answer, Outcome
from candour.domain.trouble import Trouble
from candour.stages.decide.law import Tests
from candour.stages.decide.of_notification import DecisionOutcome
from candour.stages.decide.why_not import reasons_by_law, weighed


class Partner(TypedDict):
    """One of those who decide together: how they sign, whether they agree, and their words."""

    who: str
    agrees: bool
    words: str


class DecidedWords(TypedDict, total=False):
    """Each as the columns of a decision have it; what is left out is empty."""

    against_why: str
    unknown_reasons: Mapping[str, str]
    test_reasons: Mapping[str, str]
    why_not: Mapping[str, str]
    considered: Mapping[str, str]
    publication_asked: str
    publication_weighed: str
    instead: str
    kept_elsewhere: str
    partners: Sequence[Partner]
    other_kind: str
    other_holder: str
    other_why: str


def whole(tests: Tests | None, outcome: str, said: DecidedWords) -> DecidedWords:
    """The words with each answer of no frozen with its reason. Raises Trouble where something is lacking.

    Every fact that is unknown, and on which the outcome may turn, needs a reason of its own. A decision not
    to review under the law needs one for each fact answered no or unknown, and one to each test of the law
    whatever would follow from it: why not, although it is met or may be. So does one against the tests.
    """
    under_law = DecisionOutcome(outcome) is DecisionOutcome.REVIEW
    if DecisionOutcome(outcome) is DecisionOutcome.OTHER_REVIEW:
        _another_name(said)
    if tests is None:
        return said
    reasons = {} if under_law else test_reasons(tests, said)
    given = {**reasons, **said.get("unknown_reasons", {})}
    lacking = [one.name for one in tests.missing if not given.get(one.name, "").strip()]
    lacking += (
        [] if under_law else [one for one, why in reasons.items() if not why.strip() and one not in given]
    )
    if lacking:
        raise Trouble(
            f"It is decided with {len(lacking)} of the tests unknown, and no reason for that is given.",
            do=f"Answer them, or give a reason for each: {', '.join(lacking)}.",
        )
    _reason_against(tests.evaluation.outcome, under_law, said.get("against_why", ""))
    why_not = {} if under_law else reasons_by_law(tests, said, given)
    _to_each_test(tests, why_not)
    return {**said, "test_reasons": reasons, "why_not": why_not, "considered": weighed(tests, said)}


def test_reasons(tests: Tests, said: DecidedWords) -> dict[str, str]:
    """By fact, for each that was answered no or left unknown: the reason given now, or that of the answer."""
    given = {**said.get("unknown_reasons", {}), **said.get("test_reasons", {})}
    return {
        one.fact.name: given.get(one.fact.name, "").strip() or (one.row.reason if one.row else "")
        for one in tests.asked
        if one.answer in {Answer.NO, Answer.UNKNOWN} and not one.given
    }


test_reasons.__test__ = False  # type: ignore[attr-defined]  # for pytest: this is law


def _to_each_test(tests: Tests, why_not: Mapping[str, str]) -> None:
    lacking = [one for one in tests.evaluation.tests if one.name in why_not and not why_not[one.name]]
    if lacking:
        titles = "; ".join(f"{one.title} ({one.answer})" for one in lacking)
        raise Trouble(
            "There is no review, and not every test of the law has its reason.",
            do=f"Say why there is none, although: {titles}.",
        )


def _reason_against(tests_said: Outcome, under_law: bool, why: str) -> None:
    if tests_said is Outcome.MUST and not under_law and not why.strip():
        raise Trouble(
            "The tests as answered say that there must be a review.",
            do="Decide to review, correct an answer, or say why there is none.",
        )


def _another_name(said: DecidedWords) -> None:
    if not all(str(said.get(one, "")).strip() for one in ("other_kind", "other_holder", "other_why")):
        raise Trouble(
            "A review by another name is recorded with its kind, who holds it, and why it is held so.",
            do="Give all three.",
        )
