"""Why there is no review, test by test of the law, and how what the law wants weighed was weighed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from candour.domain.rules import Answer, Outcome, Tested
from candour.stages.decide.law import Tests


def reasons_by_law(tests: Tests, said: Mapping[str, Any], by_fact: Mapping[str, str]) -> dict[str, str]:
    """By each test of the law, whatever would follow from it: why there is no review under it.

    What was said to the test itself stands first. Else a test answered no, or unknown, has the reasons of
    the facts that make it so; one answered yes that calls for a review has why it is decided against the
    tests, where it alone does. Empty where nobody said anything.
    """
    given = said.get("why_not", {})
    return {
        one.name: given.get(one.name, "").strip() or _from_what_else_is_said(tests, one, said, by_fact)
        for one in tests.evaluation.tests
    }


def asked_apart(tests: Tests) -> tuple[Tested, ...]:
    """The tests that no reason given elsewhere speaks to: answered yes, or unknown and moot."""
    return tuple(one for one in tests.evaluation.tests if _speaks_for_itself(tests, one))


def weighed(tests: Tests, said: Mapping[str, Any]) -> dict[str, str]:
    """By what the law wants taken into account: what was said to it, without those left empty."""
    given = said.get("considered", {})
    names = [one.name for one in tests.regime.considerations]
    return {name: given[name].strip() for name in names if given.get(name, "").strip()}


def _speaks_for_itself(tests: Tests, one: Tested) -> bool:
    if one.answer is Answer.YES:
        return not _alone_calls_for_it(tests, one)
    return one.answer is Answer.UNKNOWN and not set(one.missing) <= set(tests.evaluation.missing)


def _alone_calls_for_it(tests: Tests, one: Tested) -> bool:
    calling = [each for each in tests.evaluation.tests if _calls(each)]
    return calling == [one]


def _calls(one: Tested) -> bool:
    return one.outcome is Outcome.MUST and one.answer is Answer.YES


def _from_what_else_is_said(
    tests: Tests, one: Tested, said: Mapping[str, Any], by_fact: Mapping[str, str]
) -> str:
    if one.answer is Answer.YES:
        against: str = said.get("against_why", "").strip()
        return against if _alone_calls_for_it(tests, one) else ""
    if _speaks_for_itself(tests, one):
        return ""
    facts = one.because if one.answer is Answer.NO else one.missing
    parts = [(tests.regime.fact(name).short, _of_fact(tests, name, by_fact)) for name in facts]
    return " ".join(f"{short}: {_ended(why)}" for short, why in parts if why)


def _of_fact(tests: Tests, name: str, by_fact: Mapping[str, str]) -> str:
    if why := by_fact.get(name, "").strip():
        return why
    asked = tests.asking(name)
    return asked.row.reason.strip() if asked and asked.row else ""


def _ended(why: str) -> str:
    return why if why[-1] in ".?!" else f"{why}."
