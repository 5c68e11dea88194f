"""Small reports made by Hypothesis, closed in every way there is; only closed words begin with "zq"."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st

from candour.domain.disclosure import (
    Audience,
    Edition,
    Figure,
    Paragraph,
    Part,
    Quotation,
    Reference,
    Source,
)
from candour.domain.identity import Cast, Person, PersonKind

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Zqrobin Zqthorne", ("Zqrob",), "Child Wren", date(2009, 6, 11)),
        Person("mother", PersonKind.ADULT, "Zqdelia Zqthorne", (), "Mother", date(1984, 2, 29)),
        Person("street", PersonKind.PLACE, "12 Zqmill Lane", (), "Street 1"),
        Person("board", PersonKind.AGENCY, "Northmoor Board", (), "Northmoor Board"),
    )
)
FIRST = date(2014, 1, 1)

_open_words = st.lists(st.sampled_from("the visit was late and note went home with her".split()), min_size=1)
_closed_words = st.lists(st.sampled_from("zqone zqtwo zqthree zqfour".split()), min_size=1)
_names = st.sampled_from(["[[wren]]", "[[mother's]]", "[[street]]", "[[board]]"])
_days = st.builds(
    lambda days, how: f"[[on {FIRST + timedelta(days)} as {how}]]",
    st.integers(0, 300),
    st.sampled_from(["month", "season", "year", "age_band of wren"]),
)


def _text(words: st.SearchStrategy[list[str]]) -> st.SearchStrategy[str]:
    pieces = st.one_of(words.map(" ".join), _names, _days)
    return st.lists(pieces, min_size=1, max_size=4).map(" ".join)


open_only, closed_only = _text(_open_words), _text(_closed_words)
phrases = st.builds(
    "[[closed: {} | {}]]".format, closed_only, st.one_of(st.just(""), _open_words.map(" ".join))
)
opens = st.one_of(open_only, st.builds("{} {}".format, open_only, phrases))
gists = st.one_of(st.just("It concerns the home."), open_only)
_closing = {"audience": st.just(Audience.CLOSED), "reason": closed_only, "gist": gists}
_cells = st.tuples(closed_only, st.integers(0, 90).map(str))

unders = st.one_of(
    st.builds(Quotation, opens, opens),
    st.builds(Quotation, closed_only, closed_only, **_closing),
    st.builds(Reference, opens),
    st.builds(Reference, closed_only, **_closing),
    st.builds(
        Figure, opens, st.just(("What", "How often")), st.tuples(st.tuples(opens, st.just("3"))), open_only
    ),
    st.builds(
        Figure,
        closed_only,
        st.just(("zqwhat", "zqhow")),
        st.lists(_cells, min_size=1, max_size=3).map(tuple),
        closed_only,
        **_closing,
    ),
)
_below = st.lists(unders, max_size=2).map(tuple)
_editions = st.sampled_from([(Edition.WHOLE,), (Edition.WHOLE, Edition.SUMMARY), (Edition.CHILD,)])
_phrase_reasons = st.lists(st.tuples(closed_only, closed_only), max_size=1).map(tuple)
paragraphs = st.one_of(
    st.builds(Paragraph, opens, under=_below, editions=_editions, phrase_reasons=_phrase_reasons),
    st.builds(Paragraph, closed_only, under=_below, rests_on=st.just(("zqentry",)), **_closing),
)
parts = st.builds(Part, open_only, st.lists(paragraphs, max_size=4).map(tuple))
sources = st.builds(Source, opens, st.just("2026/014"), st.lists(parts, min_size=1, max_size=3).map(tuple))
