"""What holds of every law and every case: once known never otherwise, and unknown no longer than need be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.packs.opening import Kind, pack_words
from candour.domain.rules import (
    Answer,
    Case,
    FactAsked,
    FactKind,
    Outcome,
    Regime,
    Test,
    Tree,
    Value,
    evaluate,
    load_regime,
    read_regime,
    regime_names,
    replay,
    what_if,
)
from candour.domain.rules.evaluation import outcome_on
from candour.domain.trouble import Trouble, Troubles
from tests.invented_law import LAW
from tests.pace import tries
from tests.strategies import typed_trees

KINDS = {"a": FactKind.YES_NO, "b": FactKind.YES_NO, "n": FactKind.NUMBER, "d": FactKind.DATE}
EVERY: dict[FactKind, tuple[Value, ...]] = {
    FactKind.YES_NO: (Answer.YES, Answer.NO),
    FactKind.NUMBER: tuple(range(8)),
    FactKind.DATE: tuple(date(2020, 1, day) for day in range(1, 8)),
}
"""More values than the comparisons of `typed_trees` can tell apart, on both ends too."""
WHOLE = read_regime(LAW, "draft.toml")
FACTS = tuple(FactAsked(name, name, name, "", "", kind) for name, kind in KINDS.items())


def answers_of(kinds: Mapping[str, FactKind]) -> st.SearchStrategy[dict[str, Value]]:
    """Answers to some of the facts, unknown among them."""
    each = {name: st.sampled_from([Answer.UNKNOWN, *EVERY[kind]]) for name, kind in kinds.items()}
    return st.fixed_dictionaries({}, optional=each)


@st.composite
def laws(draw: st.DrawFn) -> Regime:
    """A law of one to three tests over four facts, leading to outcomes of any strength."""
    outcomes = [one for one in Outcome if one is not Outcome.UNKNOWN]
    tests = draw(st.lists(st.tuples(typed_trees(KINDS), st.sampled_from(outcomes)), min_size=1, max_size=3))
    return replace(
        WHOLE,
        facts=FACTS,
        kinds=(),
        otherwise=draw(st.sampled_from(outcomes)),
        tests=tuple(
            Test(f"t{number}", "", outcome, "", True, tree) for number, (tree, outcome) in enumerate(tests)
        ),
    )


def completed(answers: Mapping[str, Value]) -> Iterator[dict[str, Value]]:
    """Every way of answering what is unknown."""
    open_facts = [name for name in KINDS if answers.get(name, Answer.UNKNOWN) is Answer.UNKNOWN]
    for way in product(*(EVERY[KINDS[name]] for name in open_facts)):
        yield {**answers, **dict(zip(open_facts, way, strict=True))}


@given(laws(), answers_of(KINDS))
def test_an_outcome_is_unknown_only_while_ways_of_answering_differ(
    law: Regime, answers: dict[str, Value]
) -> None:
    found = {outcome_on(law, way) for way in completed(answers)}

    assert evaluate(law, answers).outcome is (found.pop() if len(found) == 1 else Outcome.UNKNOWN)


@tries(1 / 3)
@given(laws(), answers_of(KINDS))
def test_just_those_facts_are_missing_whose_answer_could_change_the_outcome(
    law: Regime, answers: dict[str, Value]
) -> None:
    decisive = set()
    for name in KINDS:
        if answers.get(name, Answer.UNKNOWN) is Answer.UNKNOWN:
            rest = {other: value for other, value in answers.items() if other != name}
            by_rest: dict[tuple[Any, ...], set[Outcome]] = {}
            for way in completed(rest):
                others = tuple(way[other] for other in KINDS if other != name)
                by_rest.setdefault(others, set()).add(outcome_on(law, way))
            decisive |= {name} if any(len(outcomes) > 1 for outcomes in by_rest.values()) else set()

    assert set(evaluate(law, answers).missing) == decisive


@given(laws(), answers_of(KINDS), answers_of(KINDS))
def test_an_outcome_once_known_never_changes_by_answering_more(
    law: Regime, answers: dict[str, Value], more: dict[str, Value]
) -> None:
    before = evaluate(law, answers)
    answered = {name: one for name, one in answers.items() if one is not Answer.UNKNOWN}
    after = evaluate(law, {**more, **answered})

    assert before.outcome in (Outcome.UNKNOWN, after.outcome)
    assert set(after.missing) <= set(before.missing)
    for was, now in zip(before.tests, after.tests, strict=True):
        assert was.answer in (Answer.UNKNOWN, now.answer)


@given(laws(), answers_of(KINDS))
def test_nothing_is_missing_just_when_the_outcome_is_settled(law: Regime, answers: dict[str, Value]) -> None:
    evaluation = evaluate(law, answers)

    assert bool(evaluation.missing) is (evaluation.outcome is Outcome.UNKNOWN)
    assert [one.fact for one in what_if(law, answers)] == list(evaluation.missing)
    for one in evaluation.tests:
        assert bool(one.missing) is (one.answer is Answer.UNKNOWN)


@given(laws(), answers_of(KINDS))
def test_a_settled_test_rests_on_answers_that_settle_it_alone(law: Regime, answers: dict[str, Value]) -> None:
    for one, test in zip(evaluate(law, answers).tests, law.tests, strict=True):
        if one.answer is not Answer.UNKNOWN:
            alone = {name: answers[name] for name in one.because}
            assert evaluate(replace(law, tests=(test,)), alone).tests[0].answer is one.answer


@given(laws(), answers_of(KINDS))
def test_what_if_says_where_each_way_leads(law: Regime, answers: dict[str, Value]) -> None:
    for one in what_if(law, answers):
        led = {evaluate(law, {**answers, one.fact: value}).outcome for value in EVERY[KINDS[one.fact]]}

        assert {way.outcome for way in one.ways} == led


@tries(1 / 3)
@given(st.lists(laws(), min_size=2, max_size=3), st.lists(answers_of(KINDS), max_size=4))
def test_a_replay_is_each_case_under_each_law_on_its_own(
    several: list[Regime], answers: list[dict[str, Value]]
) -> None:
    found = replay(several, [Case(str(number), None, one) for number, one in enumerate(answers)])

    assert [one.outcomes for one in found.cases] == [
        tuple(evaluate(law, one).outcome for law in several) for one in answers
    ]
    for one in found.cases:
        assert one.differs is (len(set(one.outcomes)) > 1)
        assert one.differs or not one.by
    assert sum(found.counted(several[0]).values()) == len(answers)


@given(typed_trees(KINDS), answers_of(KINDS))
def test_an_answer_that_a_tree_does_not_ask_changes_nothing(tree: Tree, answers: dict[str, Value]) -> None:
    law = replace(WHOLE, facts=FACTS, kinds=(), tests=(Test("t", "", Outcome.MUST, "", True, tree),))
    asked = {name: one for name, one in answers.items() if name in tree.facts()}

    assert evaluate(law, answers).outcome is evaluate(law, asked).outcome


LINES = [LAW, *(pack_words(Kind.REGIMES, name) for name in regime_names())]
ODD = """1 | -1 | 1.5 | inf | true | "" | "yes" | [] | [[]] | {} | { both = [] } | 2014-06-19 | 10:00:00
2014-06-19T10:00:00 | 99999999999999999999 | { not = { not = "x" } } | [1, [2]] | { fact = [], at_least = {} }
{ fact = "age" } | { both = ["died", 3] } | "\\u0000" | \x00"""
odd = st.sampled_from([one.strip() for one in ODD.replace("\n", "|").split("|")])


@given(st.data())
def test_a_pack_of_random_slips_raises_nothing_but_trouble(data: st.DataObject) -> None:
    lines = data.draw(st.sampled_from(LINES)).splitlines()
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(lines) - 1))
        key = lines[at].partition(" = ")[0]
        lines[at] = data.draw(
            st.sampled_from([f"{key} = {data.draw(odd)}", "", lines[at][:7], f"{lines[at]}x"])
        )
    try:
        regime = read_regime("\n".join(lines), "draft.toml")
    except (Trouble, Troubles) as trouble:
        told = str(trouble)
    else:
        told = "draft.toml is sound" if evaluate(regime, {}).tests else ""

    assert "draft.toml" in told


@pytest.mark.parametrize("depth", [60, 3000])
def test_brackets_in_brackets_without_end_are_a_trouble_too(depth: int) -> None:
    deep = "{ not = " * depth + '"died"' + " }" * depth

    with pytest.raises(Troubles, match=r"draft\.toml"):
        read_regime(LAW.replace('{ fact = "age", at_least = 10 }', deep, 1), "draft.toml")


def test_a_law_of_many_open_facts_is_answered_at_once() -> None:
    many = tuple(FactAsked(f"f{n}", "", "", "", "") for n in range(24))
    joined = " , ".join(f'{{ both = ["f{n}", "f{n + 1}"] }}' for n in range(23))
    tree = read_regime(_with_many(joined), "draft.toml").tests[0].tree
    law = replace(WHOLE, facts=many, kinds=(), tests=(Test("t", "", Outcome.MUST, "", True, tree),))

    assert len(evaluate(law, {}).missing) == 24
    assert evaluate(law, {f"f{n}": "no" for n in range(0, 24, 2)}).outcome is Outcome.NEED_NOT


def _with_many(trees: str) -> str:
    """The invented law with 24 facts more, and a test over them."""
    facts = "".join(
        f'[[facts]]\nname = "f{n}"\nquestion = "?"\nshort = "f{n}"\ncitation = "s {n}"\n' for n in range(24)
    )
    head = '[[tests]]\nname = "many"\ntitle = "Many"\noutcome = "must"\ncitation = "s"\nverified = true\n'
    test = f"{head}tree = {{ either = [{trees}] }}\n"
    return LAW.replace("[[tests]]", f"{facts}{test}[[tests]]", 1)


def test_every_built_in_law_is_answered_with_nothing_known() -> None:
    for name in regime_names():
        evaluation = evaluate(load_regime(name), {})

        assert evaluation.outcome is Outcome.UNKNOWN
        assert evaluation.missing
