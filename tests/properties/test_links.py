"""Laws of links and duplicates: nothing depends on the order given, and nobody is linked with their own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.chronology.conflicts import find_conflicts
from candour.domain.chronology.duplicates import propose_duplicates
from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.chronology.links import propose_links
from candour.domain.chronology.shares import Shares
from candour.domain.moments import read
from candour.domain.returns.tables import Place

AGENCIES = ("School", "Brindle Police", "Health Visiting", "Housing")
WORDS = "visit mum mould bruise seen not police flat referral two 14 rang first Orla hv a&e the".split()
DAYS = ("1/5/1999", "2/5/1999", "2/5/1999 10:15", "3 May 1999", "May 1999", "w/c 3/5/1999", "after May 1999")

words = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@st.composite
def entries(draw) -> list[Entry]:
    """Entries of a few agencies within some days, in any order, many of them alike."""
    rows = draw(
        st.lists(st.tuples(st.sampled_from(AGENCIES), st.sampled_from(DAYS), words, words), max_size=14)
    )
    listed = []
    for number, (agency, day, event, action) in enumerate(rows):
        to = draw(st.sampled_from((None, *AGENCIES)))
        told = (Telling(to, to, None, draw(st.sampled_from(Status))),) if to else ()
        place = Place(f"{agency}.csv", "", number)
        listed.append(Entry(f"e{number:02}", agency, place, read(day), event, action=action, told=told))
    return listed


@given(entries(), st.randoms(use_true_random=False))
def test_the_order_given_makes_no_difference(listed, drawn):
    other = list(listed)
    drawn.shuffle(other)

    assert propose_links(other, at_least=0) == propose_links(listed, at_least=0)
    assert propose_duplicates(other, at_least=0.1) == propose_duplicates(listed, at_least=0.1)


@given(entries(), st.integers(2, 20))
def test_into_how_many_shares_the_work_is_cut_makes_no_difference(listed, many):
    cut = Shares(many=many, least=0)

    assert propose_links(listed, at_least=0, shares=cut) == propose_links(listed, at_least=0)
    assert propose_links(listed, shares=cut) == propose_links(listed)


@given(entries())
def test_a_link_joins_two_agencies_a_duplicate_one_and_each_pair_comes_once(listed):
    agency = {entry.id: entry.agency for entry in listed}
    links, duplicates = propose_links(listed, at_least=0), propose_duplicates(listed, at_least=0.1)

    assert all(agency[link.a] != agency[link.b] for link in links)
    assert all(agency[one.a] == agency[one.b] and one.a != one.b for one in duplicates)
    for found in (links, duplicates):
        assert len({frozenset((one.a, one.b)) for one in found}) == len(found)


@given(entries())
def test_scores_lie_between_nothing_and_one_best_first_and_say_why(listed):
    for found in (propose_links(listed, at_least=0), propose_duplicates(listed, at_least=0.1)):
        scores = [one.score for one in found]

        assert all(0 <= score <= 1 for score in scores)
        assert scores == sorted(scores, reverse=True)
        assert all(one.why for one in found)


@given(entries())
def test_a_score_does_not_depend_on_the_mark(listed):
    every = {(one.a, one.b): one.score for one in propose_links(listed, at_least=0)}

    for link in propose_links(listed, at_least=0.5):
        assert every[link.a, link.b] == link.score


@given(entries())
def test_the_names_of_agencies_do_not_decide_what_is_linked(listed):
    """Unless somebody names them: here two agencies change names, and no text or telling names any."""
    names = dict(zip(AGENCIES, ("Fern", "Gorse", "Heath", "Ivy"), strict=True))
    backwards = dict(zip(AGENCIES, ("Ivy", "Heath", "Gorse", "Fern"), strict=True))

    def scores(named: dict[str, str]) -> list[tuple[str, str, float]]:
        plain = [Entry(e.id, named[e.agency], e.place, e.when, e.event, action=e.action) for e in listed]
        return [(one.a, one.b, one.score) for one in propose_links(plain, at_least=0)]

    assert scores(names) == scores(backwards)


@given(entries())
def test_conflicts_do_not_depend_on_the_order_given(listed):
    by_id = {entry.id: entry for entry in listed}
    links = propose_links(listed, at_least=0)

    assert find_conflicts(listed[::-1], links[::-1], by_id) == find_conflicts(listed, links, by_id)
