"""What a regime asks on the answers given, and what it still turns on."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from candour.domain.deadlines import load_calendar
from candour.domain.rules import (
    Answer,
    FactKind,
    Kind,
    Outcome,
    Regime,
    Tree,
    Way,
    evaluate,
    load_regime,
    notice_due,
    read_regime,
    regime_names,
    regimes_in_force,
    timetable,
    what_if,
)
from candour.domain.rules.ways import answered, turning_facts
from candour.domain.trouble import Trouble
from tests.strategies import answers_to, trees

WT2013 = load_regime("eng.scr.wt2013")
NAMES = ("a", "b", "c", "d")
ABUSE, DIED, HARMED, JOINT = "abuse_or_neglect", "died", "seriously_harmed", "joint_working_concern"

INVENTED = """
name = "invented"
title = "An invented regime"
short = "Invented"
review = "invented review"
question = "Is a review required?"
nation = "eng"
subject = "any"
citation = "Invented Act 1900"
who_decides = "Nobody"
otherwise = "need_not"
sources = ["None: this is invented"]
in_force = { from = 1900-01-01, verified = true }
outcomes = { must = "Must.", may = "May.", need_not = "Need not." }
publication = { says = ["Published."], citation = "Invented Act 1900", verified = true }

[[facts]]
name = "died"
question = "Died?"
short = "Died"
citation = "s 1"

[[facts]]
name = "invented_fact"
question = "Invented?"
short = "Invented"
citation = "s 2"

[[tests]]
name = "first"
title = "First"
outcome = "must"
citation = "s 1"
verified = true
tree = { both = ["died", "invented_fact"] }

[[tests]]
name = "second"
title = "Second"
outcome = "may"
citation = "s 2"
verified = true
tree = { both = ["died", { not = "invented_fact" }] }
"""


def said(text: str) -> dict[str, Answer]:
    """ "died no, seriously_harmed yes" as answers."""
    pairs = (one.split() for one in text.split(",") if one)
    return {name: Answer(answer) for name, answer in pairs}


@pytest.mark.parametrize(
    ("answers", "outcome", "settled_by"),
    [
        ("", "unknown", ""),
        (f"{ABUSE} yes,{DIED} yes", "must", "serious_case"),
        (f"{ABUSE} yes,{DIED} yes,{JOINT} no", "must", "serious_case"),
        (f"{ABUSE} unknown,{DIED} yes", "unknown", ""),
        (f"{ABUSE} yes,{DIED} no,{HARMED} yes,{JOINT} yes", "must", "serious_case"),
        (f"{ABUSE} yes,{DIED} no,{HARMED} yes,{JOINT} no", "need_not", ""),
        (f"{ABUSE} yes,{DIED} no,{HARMED} yes", "unknown", ""),
        (f"{ABUSE} yes,{DIED} no,{HARMED} no", "need_not", ""),
        (f"{ABUSE} no,{DIED} no", "need_not", ""),
        (f"{ABUSE} no,{DIED} yes", "unknown", ""),
        (f"{ABUSE} no,{DIED} yes,in_custody yes", "must", "died_in_custody"),
        (f"{ABUSE} no,{DIED} yes,secure_home yes", "must", "died_in_custody"),
        (f"{ABUSE} no,{DIED} yes,detained_mental_health yes", "must", "died_in_custody"),
        (f"{ABUSE} no,{DIED} yes,in_custody no,secure_home no,detained_mental_health no", "need_not", ""),
        (f"{DIED} no,{HARMED} no,in_custody yes", "need_not", ""),
    ],
)
def test_working_together_2013_asks_what_its_regulations_say(
    answers: str, outcome: str, settled_by: str
) -> None:
    evaluation = evaluate(WT2013, said(answers))
    yes = [test for test in evaluation.tests if test.answer is Answer.YES]

    assert evaluation.outcome == outcome
    assert [test.name for test in yes] == ([settled_by] if settled_by else [])
    assert all(test.citation and test.because for test in yes)


def test_the_outcome_says_what_it_turns_on_and_where_each_answer_leads() -> None:
    answers = said(f"{ABUSE} yes,{DIED} no,{HARMED} yes")

    assert evaluate(WT2013, answers).missing == (JOINT,)
    assert [(one.fact, one.ways) for one in what_if(WT2013, answers)] == [
        (JOINT, (Way("yes", Outcome.MUST), Way("no", Outcome.NEED_NOT)))
    ]


def test_with_many_answers_missing_only_some_are_tried() -> None:
    assert len(evaluate(WT2013, {}).missing) == 7
    assert len(what_if(WT2013, {})) == 4


def test_the_drawn_tree_has_an_answer_at_every_joint() -> None:
    tree = evaluate(WT2013, said(f"{ABUSE} yes,{DIED} no,{HARMED} yes")).tests[0].tree
    either = tree.of[1]

    assert (tree.kind, tree.label, tree.answer) == (Kind.BOTH, "both", Answer.UNKNOWN)
    assert (either.label, [one.answer for one in either.of]) == ("either", [Answer.NO, Answer.UNKNOWN])
    assert (tree.of[0].name, tree.of[0].label) == (ABUSE, "Abuse or neglect")


def test_a_fact_no_pack_knows_is_refused_and_one_not_asked_is_ignored() -> None:
    assert evaluate(WT2013, said("care_leaver yes")) == evaluate(WT2013, {})
    with pytest.raises(Trouble, match="ded"):
        evaluate(WT2013, said("ded yes"))


def test_of_two_tests_that_say_yes_the_stronger_outcome_holds() -> None:
    regime = read_regime(INVENTED.replace('["died", { not = "invented_fact" }]', '["died", "died"]'), "")

    both_yes = evaluate(regime, said("died yes,invented_fact yes"))
    assert [test.answer for test in both_yes.tests] == [Answer.YES, Answer.YES]
    assert both_yes.outcome is Outcome.MUST
    assert evaluate(regime, said("died yes,invented_fact no")).outcome is Outcome.MAY


def test_a_new_pack_is_words_alone_and_may_ask_facts_of_its_own() -> None:
    regime = read_regime(INVENTED, "invented.toml")
    evaluation = evaluate(regime, said("died yes"))

    assert (evaluation.outcome, evaluation.missing) == (Outcome.UNKNOWN, ("invented_fact",))
    assert evaluation.tree.label == "either"
    assert [one.outcome for one in what_if(regime, said("died yes"))[0].ways] == [Outcome.MUST, Outcome.MAY]
    assert regime.verified


@given(trees(NAMES), answers_to(NAMES))
def test_a_tree_is_unknown_only_while_ways_to_complete_it_differ(
    tree: Tree, answers: dict[str, Answer]
) -> None:
    found = {answered(tree, way) for way in completions(NAMES, answers)}

    assert answered(tree, answers) is (found.pop() if len(found) == 1 else Answer.UNKNOWN)


@given(trees(NAMES), answers_to(NAMES))
def test_a_tree_turns_on_just_the_facts_that_some_completion_turns_on(
    tree: Tree, answers: dict[str, Answer]
) -> None:
    decisive = {
        name
        for way in completions(NAMES, answers)
        for name in NAMES
        if answers.get(name, Answer.UNKNOWN) is Answer.UNKNOWN
        and answered(tree, {**way, name: Answer.YES}) is not answered(tree, {**way, name: Answer.NO})
    }

    assert set(turning_facts(tree, answers)) == decisive


YES_OR_NO_ONLY = [
    regime
    for regime in map(load_regime, regime_names())
    if all(fact.kind is FactKind.YES_NO for fact in regime.facts)
]


@given(st.sampled_from(YES_OR_NO_ONLY), st.data())
def test_an_outcome_is_unknown_only_while_ways_to_complete_it_differ(
    regime: Regime, data: st.DataObject
) -> None:
    names = tuple(fact.name for fact in regime.facts)
    answers = data.draw(answers_to(names))
    found = {evaluate(regime, way).outcome for way in completions(names, answers)}
    evaluation = evaluate(regime, answers)

    assert evaluation.outcome is (found.pop() if len(found) == 1 else Outcome.UNKNOWN)
    assert bool(evaluation.missing) == (evaluation.outcome is Outcome.UNKNOWN)


def completions(names: tuple[str, ...], answers: dict[str, Answer]) -> list[dict[str, Answer]]:
    """Every way of answering yes or no what is unknown."""
    open_names = [one for one in names if answers.get(one, Answer.UNKNOWN) is Answer.UNKNOWN]
    ways = product((Answer.YES, Answer.NO), repeat=len(open_names))
    return [{**answers, **dict(zip(open_names, way, strict=True))} for way in ways]


def test_clocks_run_from_their_events_and_others_wait() -> None:
    events = {"notified": date(2014, 4, 14), "decision": date(2014, 5, 12)}
    refused = timetable(WT2013, events, load_calendar("eng"), review=False)
    agreed = timetable(WT2013, events, load_calendar("eng"), review=True)

    assert [(one.clock.name, one.due.day) for one in refused.deadlines] == [
        ("decide", date(2014, 5, 14)),
        ("tell_national_body", date(2014, 5, 26)),
    ]
    assert [one.clock.name for one in agreed.deadlines] == ["decide"]
    assert [clock.name for clock in agreed.waiting] == ["finish"]


def test_notice_is_owed_before_publication_and_not_after_it() -> None:
    notice = WT2013.publication.notice

    assert notice is not None
    assert notice_due(notice, date(2014, 11, 12), load_calendar("eng")).day == date(2014, 11, 5)


def test_what_was_not_checked_says_so() -> None:
    assert not WT2013.verified
    assert WT2013.unverified == (
        *("in_force", "clocks.decide", "clocks.finish", "bodies.expert_panel"),
        *("notify[1]", "retention[2]", "remedies[4]"),
    )
    assert all(test.verified for test in WT2013.tests)


def test_nobody_may_direct_a_review_where_the_pack_gives_no_such_power() -> None:
    assert not WT2013.may_direct
    assert "judicial review" in WT2013.remedies[0].sentence


def test_a_regime_is_in_force_from_its_first_day_to_its_last() -> None:
    assert WT2013 in regimes_in_force(date(2015, 3, 25))
    assert WT2013 not in regimes_in_force(date(2015, 3, 26))
    assert WT2013 not in regimes_in_force(date(2013, 4, 14))


def test_each_clock_says_its_length_and_the_decision_it_follows() -> None:
    tell, finish = WT2013.clock("tell_national_body"), WT2013.clock("finish")

    assert (tell.length_in_words, finish.length_in_words) == ("14 days", "6 calendar months")
    assert tell.runs_after(review=False)
    assert not tell.runs_after(review=True)
    assert WT2013.publication.kept
    assert WT2013.publication.kept.length_in_words == "12 calendar months"
