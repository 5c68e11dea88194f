"""Phrases that look back are marked with a better question, and the list says what it is."""

from __future__ import annotations

import pytest

from candour.domain.language import load_phrases, looking_back
from candour.domain.language.looking_back import read_phrases
from candour.domain.trouble import Troubles


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("They should have asked for the record.", ["should have"]),
        ("The team FAILED\n to see her.", ["FAILED\n to"]),
        ("They shouldn’t have closed it.", ["shouldn’t have"]),
        ("It was obvious, with hindsight.", ["obvious", "with hindsight"]),
        ("A missed opportunity to ask.", ["missed opportunity"]),
        ("The family missed appointments in May.", []),
        ("She said: “I should have asked.”", []),
        ("He had a shoulder have ice put on it.", []),
        ("", []),
    ],
)
def test_phrases_that_look_back_are_marked_and_nothing_else(text: str, marked: list[str]) -> None:
    assert [one.words for one in looking_back(text)] == marked


def test_every_mark_stands_where_it_says_and_brings_a_question() -> None:
    text = "They clearly missed it. They ought to have rung."
    for one in looking_back(text):
        assert text[one.start : one.end] == one.words
        assert one.question.endswith(("?", "out."))


def test_the_list_says_that_it_is_a_list() -> None:
    assert "list of words" in load_phrases().says


def test_a_slip_in_the_list_is_told_with_its_key() -> None:
    with pytest.raises(Troubles, match=r"phrases\[1\].question"):
        read_phrases('says = "A list."\n[[phrases]]\nwords = ["should have"]\n', "hindsight.toml")
