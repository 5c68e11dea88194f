"""Methods as data: what each must produce, who may take part, and whose it is."""

from __future__ import annotations

import pytest

from candour.domain.methods import Audience, Code, Side, Stage, load_method, method_names, read_method
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


def test_there_is_a_method_for_each_way_of_reviewing_the_papers_name() -> None:
    named = "hybrid judge-led learning-together rapid-review silp welsh-learning-event working-together-2010"

    assert set(named.split()) <= set(method_names())


@pytest.mark.parametrize("name", method_names())
def test_every_method_has_a_text_for_practitioners_and_one_for_the_family(name: str) -> None:
    method = load_method(name)

    for side in (Side.PRACTITIONER, Side.FAMILY):
        assert method.materials_for(side), f"{name} has nothing for {side}"
    assert all(one.text.startswith(one.says[0]) for one in method.materials)


@pytest.mark.parametrize("name", method_names())
def test_every_method_asks_for_a_headline_and_what_the_board_is_to_answer(name: str) -> None:
    """The form of a finding has fields of its own for these two."""
    asked = [one.code for one in load_method(name).finding_questions]

    assert asked[0] == "headline"
    assert asked[-1] == "board_questions"


@pytest.mark.parametrize("name", method_names())
def test_every_method_goes_from_commission_to_learning(name: str) -> None:
    assert load_method(name).stages == tuple(Stage)


def test_only_methods_that_say_so_make_no_recommendations() -> None:
    without = {name for name in method_names() if load_method(name).has_rule(Code.NO_RECOMMENDATIONS)}

    assert without == {"learning-together"}


def test_the_overview_of_2010_makes_recommendations_and_asks_authors_from_outside_the_case() -> None:
    method = load_method("working-together-2010")
    asked = {one.code: one.title for one in method.finding_questions}
    roles = {one.name: one for one in method.roles}

    assert asked["board_questions"] == "Recommendation"
    assert roles["overview_author"].count == "1"
    assert "no line" in roles["agency_author"].who_may_hold


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
        ('for = "agency"', 'for = "nobody"', "`materials[1].for` is “nobody”"),
        (
            'name = "order_to_agencies"',
            'name = "family_explanation"',
            "`materials` holds “family_explanation”",
        ),
    ],
)
def test_a_slip_in_a_method_is_told_with_its_file_and_key(old: str, new: str, told: str) -> None:
    assert old in WORDS
    with pytest.raises(Troubles) as caught:
        read_method(WORDS.replace(old, new), "draft.toml")

    assert told in str(caught.value)
    assert "draft.toml" in str(caught.value)
