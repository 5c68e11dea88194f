"""Deny by default: each name, capital and figure that nobody decided on is put to a person."""

from __future__ import annotations

import time

import pytest

from candour.domain.disclosure import Audience, Paragraph, Part, Source, Why, undecided_words
from candour.domain.identity import Cast, Person, PersonKind

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Robin Ashby-Thorne", ("Robbie",), "Child Wren"),
        Person("mother", PersonKind.ADULT, "Delia Thorne", (), "Mother"),
    )
)


def asked(*texts: str, allow: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    source = Source("The review", "2026/014", (Part("After the move", tuple(map(Paragraph, texts))),))
    return [(one.words, one.why) for one in undecided_words(source, CAST, allow=allow)]


def test_references_and_plain_words_ask_nothing() -> None:
    assert (
        asked("[[mother]] and [[wren]] moved in [[on 2014-02-11]]. The home was warm. However, she left.")
        == []
    )


def test_a_name_of_the_cast_that_was_typed_is_found_with_its_place_and_person() -> None:
    parts = (Part("The move", (Paragraph("[[mother]] left."), Paragraph("She saw Robbie's coat."))),)

    (found,) = undecided_words(Source("The review", "2026/014", parts), CAST)

    assert (found.where, found.paragraph, found.why, found.key) == ("paragraph 2", 2, Why.NAMED, "wren")


def test_a_pseudonym_that_was_typed_is_decided() -> None:
    assert asked("It was said to Mother that Child Wren slept.") == []


@pytest.mark.parametrize(
    ("text", "words", "why"),
    [
        ("She went to the Tuesday Club.", "Tuesday Club", Why.CAPITAL),
        ("She went to Larkfield’s door.", "Larkfield", Why.CAPITAL),
        ("Larkfield was far.", "Larkfield", Why.CAPITAL),
        ("They lived at EM4 7QZ then.", "EM4 7QZ", Why.FIGURE),
        ("It was 3 May 2011.", "3 May 2011", Why.FIGURE),
        ("It was 03/05/11 then.", "03/05/11", Why.FIGURE),
        ("He was away for eleven days.", "eleven days", Why.FIGURE),
        ("Ring 01632 960123.", "01632 960123", Why.FIGURE),
        ("He was 7 then.", "7", Why.FIGURE),
    ],
)
def test_what_no_net_knows_is_asked_about_once(text: str, words: str, why: Why) -> None:
    assert asked(text) == [(words, why)]


def test_what_somebody_decided_to_keep_is_not_asked_again() -> None:
    assert asked("The Tuesday Club met for eleven days.", allow=("Tuesday Club", "eleven days")) == []


def test_a_word_in_small_letters_elsewhere_is_plain_at_the_start_of_a_sentence() -> None:
    assert asked("Safeguarding was late.", "They knew safeguarding was late.") == []


def test_gists_and_titles_are_read_too_and_closed_words_are_not() -> None:
    closed = Paragraph("Robin fell at Larkfield.", Audience.CLOSED, "health", "It concerns Larkfield.")
    source = Source("Review of Robin", "2026/014", (Part("In Hollin", (closed,)),))

    found = [(one.where, one.words.casefold()) for one in undecided_words(source, CAST)]

    assert found == [
        ("the title", "robin"),
        ("the title of part 1", "hollin"),
        ("paragraph 1, gist", "larkfield"),
    ]


def test_a_word_without_end_is_read_in_no_time() -> None:
    """Whoever saves a paragraph holds the database while it is read: once for a minute and more."""
    begun = time.process_time()

    assert asked("x" * 30_000, "1/" * 15_000, "5" + "x" * 30_000)[-1][1] is Why.FIGURE
    assert time.process_time() - begun < 5


def test_a_figure_is_asked_about_with_the_letters_and_signs_before_it() -> None:
    assert asked("He owed £5 and lived at no.12b, room x7/8.") == [
        ("£5", Why.FIGURE),
        ("12b", Why.FIGURE),
        ("x7/8", Why.FIGURE),
    ]
