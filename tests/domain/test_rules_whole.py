"""A law with every sort of piece in it: numbers and days, kinds of review, bodies and powers over time."""

from __future__ import annotations

from datetime import date

import pytest

from candour.domain.rules import (
    Answer,
    Can,
    FactKind,
    Outcome,
    Way,
    evaluate,
    load_regime,
    proposed_regimes,
    read_regime,
    regime_names,
    regimes_in_force,
    value_of,
    what_if,
)
from candour.domain.trouble import Trouble, Troubles
from tests.invented_law import LAW

WHOLE = read_regime(LAW, "draft.toml")
YES, NO = Answer.YES, Answer.NO
NEVER = LAW.replace("from = 1900-01-01\nto = 2049-12-31\nverified = true", "never = true\nverified = true")


@pytest.mark.parametrize(
    ("answers", "outcome", "missing"),
    [
        ({}, "unknown", ("died", "age", "zz_left_on")),
        ({"died": "no"}, "need_not", ()),
        ({"died": "yes"}, "unknown", ("age", "zz_left_on")),
        ({"died": "yes", "age": 17}, "must", ()),
        ({"died": "yes", "age": 18}, "unknown", ("zz_left_on",)),
        ({"died": "yes", "age": "18"}, "unknown", ("zz_left_on",)),
        ({"died": "yes", "age": 24, "zz_left_on": date(1900, 1, 1)}, "may", ()),
        ({"died": "yes", "age": 24, "zz_left_on": "1899-12-31"}, "need_not", ()),
        ({"died": "yes", "age": 25}, "need_not", ()),
        ({"died": "yes", "zz_left_on": date(1899, 12, 31)}, "unknown", ("age",)),
        ({"age": 25}, "need_not", ()),
        ({"died": "unknown", "age": "unknown", "zz_left_on": ""}, "unknown", ("died", "age", "zz_left_on")),
    ],
)
def test_numbers_and_days_are_compared_and_unknown_while_not_given(
    answers: dict[str, object], outcome: str, missing: tuple[str, ...]
) -> None:
    evaluation = evaluate(WHOLE, answers)

    assert (evaluation.outcome, evaluation.missing) == (outcome, missing)


def test_what_a_number_would_change_is_said_in_spans() -> None:
    after = {"died": YES, "zz_left_on": date(1950, 1, 1)}

    assert [(one.fact, one.ways) for one in what_if(WHOLE, after)] == [
        (
            "age",
            (
                Way("under 18", Outcome.MUST),
                Way("18 to 24", Outcome.MAY),
                Way("25 or more", Outcome.NEED_NOT),
            ),
        )
    ]
    assert what_if(WHOLE, {"died": YES, "age": 20})[0].ways == (
        Way("before 1 January 1900", Outcome.NEED_NOT),
        Way("on or after 1 January 1900", Outcome.MAY),
    )


def test_a_comparison_is_drawn_with_its_number() -> None:
    young = evaluate(WHOLE, {"age": 12}).tests[0].tree

    assert [(one.name, one.label, one.answer) for one in young.of] == [
        ("died", "Died", Answer.UNKNOWN),
        ("age", "Age: 17 years or less", YES),
    ]


def test_kinds_are_those_that_it_is_and_those_it_may_still_be() -> None:
    def kinds(**answers: object) -> list[tuple[str, str]]:
        return [(one.name, str(one.answer)) for one in evaluate(WHOLE, answers).kinds]

    assert kinds() == [("long", "unknown"), ("short", "unknown")]
    assert kinds(age=9) == [("short", "yes")]
    assert kinds(age=10) == [("long", "yes")]
    assert evaluate(WHOLE, {"died": NO}).missing == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("died", 17),
        ("died", date(2014, 1, 1)),
        ("age", "yes"),
        ("age", date(2014, 1, 1)),
        ("age", 1.5),
        ("age", -1),
        ("age", True),
        ("zz_left_on", 2014),
        ("zz_left_on", "June 2014"),
        ("died", "perhaps"),
        ("died", None),
        ("died", ["yes"]),
    ],
)
def test_an_answer_that_the_fact_cannot_have_is_refused(name: str, said: object) -> None:
    with pytest.raises(Trouble, match="is no answer"):
        evaluate(WHOLE, {name: said})


def test_answers_are_read_as_files_and_forms_write_them() -> None:
    assert [value_of(one) for one in ("Yes", " no ", "", "17", 17.0, "2014-06-19")] == [
        YES,
        NO,
        Answer.UNKNOWN,
        17,
        17,
        date(2014, 6, 19),
    ]


def test_a_power_that_is_not_in_force_is_shown_and_gives_none() -> None:
    assert [one.name for one in WHOLE.powers] == [Can.ADVISE, Can.DIRECT]
    assert not WHOLE.may_direct
    assert [one.name for one in WHOLE.powers_on(date(1949, 12, 31))] == [Can.ADVISE]
    assert WHOLE.powers_on(date(1950, 1, 1)) == ()

    given = read_regime(LAW.replace("in_force = false", "from = 1910-01-01"), "draft.toml")
    assert given.may_direct
    assert (given.may_direct_on(date(1909, 12, 31)), given.may_direct_on(date(1910, 1, 1))) == (False, True)


def test_a_body_is_in_being_from_its_first_day_to_its_last() -> None:
    days = (date(1899, 12, 31), date(1900, 1, 1), date(1949, 12, 31), date(1950, 1, 1))

    assert [len(WHOLE.bodies_on(day)) for day in days] == [0, 1, 1, 0]


def test_an_exception_to_a_clock_holds_on_its_days_alone() -> None:
    clock = WHOLE.clock("decide")

    assert [len(clock.exceptions_on(date(1950, month, 1))) for month in (2, 3, 6, 7)] == [0, 1, 1, 0]


def test_a_law_that_was_never_in_force_is_proposed_and_in_force_on_no_day() -> None:
    never = read_regime(NEVER, "draft.toml")
    day = date(2014, 5, 19)

    assert (never.never, never.in_force_from, never.in_force_on(day)) == (True, None, False)
    assert proposed_regimes()
    assert all(one.never and one not in regimes_in_force(day) for one in proposed_regimes())
    assert {one.name for one in proposed_regimes()} < set(regime_names())


def test_what_was_not_checked_is_named_wherever_it_stands() -> None:
    assert WHOLE.unverified == ("facts.zz_left_on", "considerations.improvements")
    assert read_regime(LAW.replace("verified = true", "verified = false"), "d").unverified == (
        "in_force",
        "facts.zz_left_on",
        "tests.young",
        "tests.left",
        "kinds.long",
        "kinds.short",
        "considerations.improvements",
        "clocks.decide",
        "powers.advise",
        "powers.direct",
        "bodies.council",
        "documents.report",
        "clocks.decide.exceptions[1]",
        "no_clocks[1]",
        "notify[1]",
        "retention[1]",
        "remedies[1]",
        "principles[1]",
        "publication",
        "publication.notice",
        "publication.kept",
    )


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('subject = "any"', 'subject = "cat"', "`subject` is “cat”"),
        ('subject = "any"\n', "", "`subject` is missing"),
        ("at_most = 17", "at_most = 17.5", "`tests[1].tree` compares “age” with what is not a whole number"),
        ("at_most = 17", "at_most = true", "`tests[1].tree` compares “age” with what is not a whole number"),
        ("at_most = 17", "before = 17", "`tests[1].tree` holds {'fact': 'age', 'before': 17}"),
        (", at_most = 17 }", " }", "`tests[1].tree` holds {'fact': 'age'}"),
        ('{ fact = "age", at_most = 17 }', '"age"', "`tests[1].tree` uses “age” bare, which is a number"),
        (
            '{ fact = "age", at_most = 17 }',
            '{ fact = "died", at_most = 1 }',
            "compares “died”, which is answered",
        ),
        (
            '{ fact = "age", at_most = 17 }',
            "{ fact = 1, at_most = 1 }",
            "`tests[1].tree` uses 1, which is not",
        ),
        (
            "before = 1900-01-01",
            'before = "1900"',
            "`tests[2].tree` compares “zz_left_on” with what is not a day",
        ),
        ("before = 1900-01-01", "before = 1900-01-01T10:00:00", "with what is not a day"),
        (
            'name = "age"\nkind = "number"\nunit = "years"',
            'name = "age"\nkind = "date"',
            "`facts[2].kind` asks “age” as a date",
        ),
        ('kind = "date"', 'kind = "month"', "`facts[3].kind` is “month”"),
        ("never = true", "never = true\nfrom = 1900-01-01", "`in_force.from` stands beside never = true"),
        ("pauses = [", 'pauses = ["lunch", ', "`clocks[1].pauses` holds “lunch”"),
        ("first_day = 1", "first_day = 2", "`clocks[1].first_day` is 2"),
        ("to = 1950-06-30", "to = 1949-06-30", "`clocks[1].exceptions[1].to` is before from"),
        ("length = 30\n", "", "`clocks[1].exceptions[1].length` is missing, and the other is there"),
        ('length = 120\nunit = "months"', "length = 120", "`retention[1].unit` is missing"),
        ('stage = "publish"', 'stage = "sleep"', "`documents[1].stage` is “sleep”"),
        (
            'clock = "decide"',
            'clock = "deside"',
            "`notify[1].clock` is “deside”, which is none of the clocks",
        ),
        ('name = "short"', 'name = "long"', "`kinds` holds “long” twice"),
        ("to = 1949-12-31\nsays", "to = 1849-12-31\nsays", "`bodies[1].to` is before from"),
        ("in_force = false", 'in_force = "no"', "`powers[2].in_force` is not true or false"),
        ('tree = { fact = "age", at_least = 10 }', "tree = 10", "`kinds[1].tree` holds 10"),
    ],
)
def test_a_slip_in_any_piece_is_told_with_its_key(old: str, new: str, told: str) -> None:
    words = NEVER if old == "never = true" else LAW
    assert old in words
    with pytest.raises(Troubles) as caught:
        read_regime(words.replace(old, new, 1), "draft.toml")

    assert told in str(caught.value)


def test_a_built_in_law_is_read_once_and_again_when_its_words_change() -> None:
    name = regime_names()[0]

    assert load_regime(name) is load_regime(name)


def test_a_fact_is_of_one_kind_in_every_law() -> None:
    kinds: dict[str, set[FactKind]] = {}
    for name in regime_names():
        for fact in load_regime(name).facts:
            kinds.setdefault(fact.name, set()).add(fact.kind)

    assert [name for name, found in kinds.items() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("written", "first", "said"),
    [('"2012"', date(2012, 1, 1), "2012"), ('"2012-03"', date(2012, 3, 1), "March 2012")],
)
def test_a_law_known_to_its_month_or_year_is_chosen_from_the_first_day_and_says_no_more(
    written: str, first: date, said: str
) -> None:
    law = read_regime(
        LAW.replace(
            "from = 1900-01-01\nto = 2049-12-31\nverified = true", f"from = {written}\nverified = false"
        ),
        "draft.toml",
    )

    assert law.in_force_on(first)
    assert not law.in_force_on(date(2011, 12, 31))
    assert (law.in_force_since_in_words, law.in_force_since) == (said, written.strip('"'))
