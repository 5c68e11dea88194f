"""The nets' laws: an exact name is found however it is folded; texts side by side keep what each held."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.identity import Cast, Person, PersonKind, suggest_pseudonyms
from candour.domain.nets import identifiers, mentions, scan
from candour.domain.nets.identifiers import identifiers_in
from candour.domain.nets.known import known_words
from candour.domain.nets.mentions import mentions_in
from candour.domain.nets.senses import senses_of
from candour.domain.nets.tokens import Tokens, tokens_of
from candour.domain.nets.undecided import undecided_in

NAMES = ("Katherine Ollerdew", "Siobhán O'Shea", "Rui da Silva", "Jon Stillwater", "Aneurin Ashby-Thorne")
CAST = Cast(tuple(Person(f"one-{n}", PersonKind.ADULT, name) for n, name in enumerate(NAMES)))
FOLDS = (
    str.upper,
    str.lower,
    str.title,
    lambda name: unicodedata.normalize("NFD", name),
    lambda name: name.replace(" ", "\n"),
    lambda name: name.replace(" ", "  "),
    lambda name: "\u200b".join(name),
    lambda name: name.replace("a", "\u0430"),
    lambda name: f"{name}'s",
    lambda name: f"{name}’s",
)
PLAIN = st.text(st.sampled_from("abcdefgh .,\n"), max_size=30)


@given(st.sampled_from([*enumerate(NAMES)]), st.sampled_from(FOLDS), PLAIN, PLAIN)
def test_a_whole_name_is_found_however_it_is_folded(named, fold, before, after) -> None:  # type: ignore[no-untyped-def]
    number, name = named
    text = f"{before} {fold(name)} {after}"

    assert f"one-{number}" in {key for one in mentions(text, CAST) for key in one.keys}


@given(
    st.lists(st.sampled_from(["Kathy rang.", "No. 943 476 5919.", "Larkfield?", "It rained."]), max_size=6)
)
def test_texts_side_by_side_keep_what_each_of_them_held(texts: list[str]) -> None:
    whole = scan("\n\n".join(texts), CAST)
    apart = [scan(text, CAST) for text in texts]

    assert [one.words for one in whole.mentions] == [one.words for held in apart for one in held.mentions]
    assert [one.words for one in whole.identifiers] == [
        one.words for held in apart for one in held.identifiers
    ]
    assert [one.words for one in whole.undecided] == [one.words for held in apart for one in held.undecided]


@given(st.text(max_size=80))
def test_no_text_breaks_a_net_and_every_place_is_true(text: str) -> None:
    held = scan(text, CAST)

    for several in (held.mentions, held.identifiers, held.undecided):
        assert all(text[one.start : one.end] == one.words for one in several)
        assert all(before.end <= after.start for before, after in pairwise(several))


@given(st.text(st.sampled_from("0123456789 -/.@+()abAB\n"), max_size=60))
def test_any_row_of_figures_is_read_to_its_end(text: str) -> None:
    assert all(text[one.start : one.end] == one.words for one in identifiers(text))


@given(st.integers(1, 40), st.binary(min_size=8, max_size=16))
def test_pseudonyms_never_collide_and_one_more_changes_none(count: int, secret: bytes) -> None:
    people = [Person(f"child-{n}", PersonKind.CHILD, f"Quill {n}") for n in range(count)]
    told = suggest_pseudonyms(people, secret=secret)

    assert len(set(told.values())) == count
    assert suggest_pseudonyms(people[:-1], secret=secret).items() <= told.items()


PIECES = st.sampled_from(
    "Kathy katherine OLLERDEW, da Silva jon.stillwater@x.example seen on Tuesday 3rd of May 2019 case "
    "FW-2010/77 AB51 CDE 12 Mill Lane aged 7 wks dob 03/04/11 NHS 943 476 5919 tel 07700 900123 march Rose's "
    "K.O. 41 years old xqz Ashby-\nThorne".split(" ")
)


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", ", ", ". ", "\n", "-", "/", "  "])), max_size=14))
def test_the_fast_way_holds_what_the_slow_way_holds(pieces: list[tuple[str, str]]) -> None:
    text, senses = "".join(word + gap for word, gap in pieces), senses_of(CAST)
    fast = tokens_of(text, known_words(), senses.names, senses.signs)
    slow = replace(fast, live=[*range(len(fast.words))], signs=fast.distinct, _at={})

    with mock.patch("candour.domain.nets.identifiers._may_begin", _begins_with_a_letter):
        slowly = identifiers_in(slow)
    assert identifiers_in(fast) == slowly
    assert mentions_in(fast, senses) == mentions_in(slow, senses)
    assert undecided_in(fast, (), ()) == undecided_in(slow, (), ())


def _begins_with_a_letter(tokens: Tokens, first: int) -> bool:
    return tokens.words[first][0].isalpha()
