"""Laws of the thread, for any claim: nothing is left out, all hangs together, and links run one way."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.thread import Carried, Claim, EpisodeOf, EventOf, FactorOf, Kind, State, paths, thread_of

IDS = ("a", "b", "c", "d")
SOME = st.frozensets(st.sampled_from(IDS))


@st.composite
def claims(draw: st.DrawFn) -> Claim:
    return Claim(
        "1",
        "A claim",
        tuple(FactorOf(one, one, draw(SOME), draw(st.booleans())) for one in sorted(draw(SOME))),
        tuple(EpisodeOf(one, one, draw(SOME), draw(st.booleans())) for one in sorted(draw(SOME))),
        tuple(
            Carried(one, draw(st.sampled_from(IDS)), one, one, draw(st.sampled_from(State)))
            for one in sorted(draw(SOME))
        ),
        tuple(EventOf(one, one, draw(SOME)) for one in sorted(draw(SOME))),
    )


@given(claims())
def test_links_run_from_a_column_to_a_later_one(claim: Claim) -> None:
    thread = thread_of(claim)
    column = {node.key: list(Kind).index(node.kind) for node in thread.nodes}
    assert all(column[link.source] < column[link.target] for link in thread.links)
    assert len(column) == len(thread.nodes)


@given(claims())
def test_every_node_is_on_a_path_from_the_finding(claim: Claim) -> None:
    thread = thread_of(claim)
    met = {
        node.key
        for path in paths(thread)
        for node in (path.finding, path.factor, path.episode, path.entry, path.row, path.event)
        if node
    }
    assert {node.key for node in thread.nodes} - {"finding:1"} == met - {"finding:1"}


@given(claims())
def test_nothing_beneath_what_is_withdrawn_is_shown_as_carrying(claim: Claim) -> None:
    thread = thread_of(claim)
    gone = {node.key for node in thread.nodes if node.state is State.WITHDRAWN}
    for link in thread.links:
        if link.source in gone or link.target in gone:
            assert link.state is not State.SAME
