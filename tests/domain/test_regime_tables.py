"""What each law asks in plain cases: facts, the outcome, the test that answers, and where that stands.

The rows stand in tests/data/regimes, one file a law, and were written from the law and not from the code.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from candour.domain.rules import Outcome, evaluate, load_regime, regime_names
from candour.domain.rules.answer import Answer
from tests.cases import every

ROWS = Path(__file__).parents[1] / "data" / "regimes"
LAWS = sorted(one.stem for one in ROWS.glob("*.toml"))
AT_LEAST_TWELVE = ("eng.scr.", "eng.lcspr.", "eng.sar")


def cases_of(law: str) -> list[dict[str, Any]]:
    """The rows of a law, or of the one whose tests it shares."""
    held = tomllib.loads((ROWS / f"{law}.toml").read_text("utf-8"))
    return cases_of(held["same_as"]) if "same_as" in held else held["cases"]


EVERY = [pytest.param(law, case, id=f"{law}: {case['says']}") for law in LAWS for case in cases_of(law)]


def facts_of(case: dict[str, Any]) -> dict[str, Any]:
    said: dict[str, Any] = dict.fromkeys(case.get("yes", []), Answer.YES)
    said |= dict.fromkeys(case.get("no", []), Answer.NO)
    return said | {name: _given(value) for name, value in case.get("given", {}).items()}


def _given(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value


@every(("law", "case"), EVERY)
def test_the_law_leads_to_the_outcome_that_was_written_down(law: str, case: dict[str, Any]) -> None:
    regime = load_regime(law)
    found = evaluate(regime, facts_of(case))

    assert found.outcome == case["outcome"]
    if by := case.get("by"):
        answering = next(one for one in found.tests if one.name == by)
        assert answering.answer is Answer.YES
        assert answering.outcome == case["outcome"]
        assert case["citation"] in answering.citation
    elif found.outcome is Outcome.UNKNOWN:
        assert found.missing
    else:
        assert not [one.name for one in found.tests if one.answer is Answer.YES]


@every(("law", "case"), [one for one in EVERY if "kinds" in one.values[1]])
def test_the_kinds_of_review_are_told_apart(law: str, case: dict[str, Any]) -> None:
    found = evaluate(load_regime(law), facts_of(case))

    assert sorted(one.name for one in found.kinds if one.answer is Answer.YES) == sorted(case["kinds"])


def test_every_law_has_a_table_of_cases() -> None:
    assert list(regime_names()) == LAWS


@pytest.mark.parametrize("law", LAWS)
def test_a_table_holds_the_cases_that_laws_differ_on(law: str) -> None:
    cases = cases_of(law)
    outcomes = {one["outcome"] for one in cases}
    reached = {one.outcome for one in load_regime(law).tests} | {Outcome.UNKNOWN, load_regime(law).otherwise}

    assert not facts_of(cases[0]), "the first row has every fact unknown"
    assert cases[0]["outcome"] == "unknown"
    assert outcomes == {str(one) for one in reached}, "each outcome the law can lead to is in a row"
    assert {one["by"] for one in cases if "by" in one} == {one.name for one in load_regime(law).tests}
    assert not [says for says, n in Counter(one["says"] for one in cases).items() if n > 1]


@pytest.mark.parametrize("law", [one for one in LAWS if one.startswith(AT_LEAST_TWELVE)])
def test_the_laws_of_england_have_twelve_cases_each_and_the_hard_ones_among_them(law: str) -> None:
    facts = [facts_of(one) for one in cases_of(law)]
    harmed = "serious_abuse_or_neglect" if law == "eng.sar" else "seriously_harmed"

    assert len(facts) >= 12
    assert any(one.get("died") == "yes" and one.get("joint_working_concern") == "no" for one in facts)
    assert any(one.get(harmed) == "yes" and one.get("joint_working_concern") == "yes" for one in facts)
    assert any(one.get(harmed) == "yes" and one.get("joint_working_concern") == "no" for one in facts)
    assert any(one.get("died") == "yes" and one.get("in_custody") == "yes" for one in facts)


def test_the_proposed_power_changes_no_test_and_only_it_may_direct() -> None:
    proposed, enacted = load_regime("eng.scr.2013-amendment"), load_regime("eng.scr.wt2013")

    assert proposed.tests == enacted.tests
    assert proposed.never
    assert [name for name in LAWS if load_regime(name).may_direct] == ["eng.scr.2013-amendment"]
    assert "not enacted" in next(one for one in proposed.powers if one.name == "direct").sentence


def test_a_section_not_in_force_gives_no_power() -> None:
    regime = load_regime("ew.dardr")

    assert [one.name for one in regime.powers] == ["direct"]
    assert not regime.may_direct


def test_the_edition_that_was_not_read_has_no_clock_that_counts_as_checked() -> None:
    regime = load_regime("eng.lcspr.wt2026")

    assert regime.clocks
    assert not [one.name for one in regime.clocks if one.verified]
    assert not [one.name for one in regime.tests if one.verified]
