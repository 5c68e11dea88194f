"""The quick way to a stem answers as the stemmer does."""

from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from candour.domain.chronology.account_words import _STEMMER, stem

_BEGINNINGS = st.text(alphabet="abcdefghiklmnoprstuvwyzé0'", max_size=6)
_ENDS = (
    *(
        "ational tional enci anci izer ist ogist ogy li ously ness fulness ize al iti alism y ying yed ll eed"
    ).split(),
    *(
        "bb tt k x p th sh out inn om ut and old er ement ment ent ant ance ion ism ate ive ous able s us"
    ).split(),
    *("ies ied ss ed ing edly ingly sses ic ical icate ative ful or a o f v z n d g t m c l").split(),
)


@given(_BEGINNINGS, st.lists(st.sampled_from(_ENDS), max_size=3))
@example("biol", ["ogist"])
@example("s", ["k", "y"])
def test_a_word_has_the_stem_that_the_stemmer_gives_it(beginning: str, ends: list[str]) -> None:
    word = beginning + "".join(ends)

    assert stem(word) == _STEMMER.stemWord(word)
