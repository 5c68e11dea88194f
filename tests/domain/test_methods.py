"""Methods as data: what each must produce, who may take part, and whose it is."""

from __future__ import annotations

import pytest

from candour.domain.methods import Audience, Code, Stage, load_method, method_names, read_method
from candour.domain.packs.opening import Kind, pack_words
from candour.domain.trouble import Troubles

LEARNING, JUDGE = load_method("learning-together"), load_method("judge-led")
WORDS = pack_words(Kind.METHODS, "judge-led")


@pytest.mark.parametrize("name", method_names())
def test_every_method_says_whose_it_is_and_that_they_did_not_endorse_it(name: str) -> None:
    method = load_method(name)

    assert method.name == name
    assert method.whose
    assert "endorsed" in method.not_endorsed
    assert method.sources


def test_learning_together_puts_questions_and_makes_no_recommendations() -> None:
    assert LEARNING.has_rule(Code.NO_RECOMMENDATIONS)
    assert LEARNING.has_rule(Code.QUESTIONS_FOR_BOARD)
    assert "board_questions" in [one.code for one in LEARNING.finding_questions]
    assert len(LEARNING.factor_groups) == 9


def test_finding_categories_are_known_by_the_codes_of_the_glossary() -> None:
    codes = [one.code for one in LEARNING.finding_categories]

    assert codes == "TOOLS MGMT MA_INCIDENT MA_LONGTERM FAMILY_PROF REASONING".split()
    assert [one.code for one in LEARNING.finding_categories if not one.verified] == codes[-2:]


def test_a_judge_led_review_has_two_reports_numbers_gists_and_orders() -> None:
    needed = (Code.OPEN_AND_CLOSED, Code.NUMBERED_PARAGRAPHS, Code.GISTS, Code.ORDERS)
    closed = [one for one in JUDGE.report_outline if one.usual_classification is Audience.CLOSED]

    assert all(JUDGE.has_rule(code) for code in needed)
    assert not LEARNING.has_rule(Code.ORDERS)
    assert closed
    assert "Annex 3" in JUDGE.not_endorsed
    assert "unverified" in JUDGE.not_endorsed


def test_steps_lie_in_the_stages_of_a_review_in_order() -> None:
    assert LEARNING.stages == tuple(Stage)
    assert LEARNING.steps_in(Stage.ANALYSIS)[0].name == "episodes"
    assert sum(len(LEARNING.steps_in(stage)) for stage in Stage) == len(LEARNING.steps)


def test_how_many_may_hold_a_role_is_said_in_words() -> None:
    assert [role.count for role in JUDGE.roles] == ["1", "any number", "at least 1", "any number"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ('code = "gists"', 'code = "gist"', "`rules[4].code` is “gist”"),
        ('name = "points"\n', 'name = "accounts"\n', "`steps` holds “accounts” twice"),
        ('stage = "learn"', 'stage = "commission"', "`steps` has “learn” (commission) after"),
        ('stage = "learn"', 'stage = "decide"', "comes before any method is chosen"),
        ('code = "open_and_closed"', 'code = "no_orders_to_staff"', "has a closed part"),
        ("most = 1", "most = 0", "`roles[1].most` is less than least"),
        ('whose = "', 'owner = "', "`whose` is missing"),
    ],
)
def test_a_slip_in_a_method_is_told_with_its_file_and_key(old: str, new: str, told: str) -> None:
    assert old in WORDS
    with pytest.raises(Troubles) as caught:
        read_method(WORDS.replace(old, new), "draft.toml")

    assert told in str(caught.value)
    assert "draft.toml" in str(caught.value)
