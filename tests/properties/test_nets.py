"""The nets' laws: an exact name is found however it is folded; texts side by side keep what each held."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.identity import Cast, Person, PersonKind, suggest_pseudonyms
from candour.domain.nets import identifiers, mentions, scan
from candour.domain.nets.identifiers import identifiers_in
from candour.domain.nets.kinds import BEGINS, MEANT, SIGN
from candour.domain.nets.mentions import mentions_in
from candour.domain.nets.senses import senses_of
from candour.domain.nets.tokens import Tokens

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
    fast = senses.tokens(text)
    slow = _asked_everywhere(fast)

    assert identifiers_in(fast, _nothing(fast)) == identifiers_in(slow, _nothing(slow))
    assert mentions_in(fast, senses, _nothing(fast)) == mentions_in(slow, senses, _nothing(slow))


@given(st.lists(st.tuples(PIECES, st.sampled_from([" ", ", ", ". ", "\n", "-"])), max_size=14))
def test_what_a_net_holds_never_waits(pieces: list[tuple[str, str]]) -> None:
    held = scan("".join(word + gap for word, gap in pieces), CAST)
    spans = [(one.start, one.end) for one in (*held.mentions, *held.identifiers)]

    assert not any(one.start < end and start < one.end for one in held.undecided for start, end in spans)


def _nothing(tokens: Tokens) -> bytearray:
    return bytearray(len(tokens.words))


def _asked_everywhere(tokens: Tokens) -> Tokens:
    """Every word as one that may name somebody, is asked for, and may begin an identifier."""
    signs: dict[str, list[int]] = {}
    for at, word in enumerate(tokens.words):
        signs.setdefault(word, []).append(at)
    begins = (BEGINS if word[0].isalpha() else 0 for word in tokens.words)
    kinds = bytes(kind | MEANT | SIGN | more for kind, more in zip(tokens.kinds, begins, strict=True))
    return replace(tokens, kinds=kinds, signs=signs)
