"""A change of method loses nothing: what exists is carried over or listed as no longer fitting."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.methods import (
    Existing,
    Kind,
    Stage,
    compare_methods,
    load_method,
    method_names,
    steps_begun,
    titles_in,
)

METHODS = {name: load_method(name) for name in method_names()}
CODES = {kind: sorted({code for one in METHODS.values() for code in titles_in(one, kind)}) for kind in Kind}

names = st.sampled_from(sorted(METHODS))
things = st.sampled_from(list(Kind)).flatmap(
    lambda kind: st.builds(
        Existing,
        kind=st.just(kind),
        code=st.sampled_from([*CODES[kind], "of-nobody"]),
        title=st.text(min_size=1, max_size=8),
        where=st.lists(st.sampled_from(["finding 1", "finding 2"]), max_size=2).map(tuple),
        own=st.booleans(),
    )
)


@given(old=names, new=names, existing=st.lists(things, max_size=12))
def test_every_existing_thing_is_in_one_list_with_every_place_where_it_stands(
    old: str, new: str, existing: list[Existing]
) -> None:
    found = compare_methods(METHODS[old], METHODS[new], existing)
    listed = [(one.kind, one.code) for one in (*found.carried, *found.unfit)]
    rules = {(Kind.RULE, str(one.code)) for one in METHODS[old].rules}

    assert len(listed) == len(set(listed))
    assert set(listed) == {(one.kind, one.code) for one in existing} | rules
    where = {(one.kind, one.code): one.where for one in (*found.carried, *found.unfit)}
    for one in existing:
        assert set(one.where) <= set(where[one.kind, one.code])


@given(old=names, new=names, existing=st.lists(things, max_size=12))
def test_what_fits_is_known_to_the_new_method_and_what_is_newly_asked_is_nowhere_yet(
    old: str, new: str, existing: list[Existing]
) -> None:
    found = compare_methods(METHODS[old], METHODS[new], existing)
    known = {(kind, code) for kind in Kind for code in titles_in(METHODS[new], kind)}
    before = {(kind, code) for kind in Kind for code in titles_in(METHODS[old], kind)}

    assert all(one.own or (one.kind, one.code) in known for one in found.carried)
    assert not any(one.own or (one.kind, one.code) in known for one in found.unfit)
    held = {(one.kind, one.code) for one in (*found.carried, *found.unfit)}
    assert {(one.kind, one.code) for one in found.asked} == known - before - held


@given(name=names, existing=st.lists(things, max_size=12))
def test_a_change_to_the_same_method_asks_nothing_new(name: str, existing: list[Existing]) -> None:
    assert compare_methods(METHODS[name], METHODS[name], existing).asked == ()


def test_what_is_carried_over_goes_by_the_new_method_s_title() -> None:
    old, new = METHODS["learning-together"], METHODS["hybrid"]
    group = Existing(Kind.GROUP, "organisation", titles_in(old, Kind.GROUP)["organisation"], ("factor 1",))
    category = Existing(Kind.CATEGORY, "TOOLS", "Human-tool operation", ("finding 1",))
    found = compare_methods(old, new, [group, category])

    assert [one.title for one in found.carried if one.kind is Kind.GROUP] == [
        titles_in(new, Kind.GROUP)["organisation"]
    ]
    assert [one for one in found.unfit if one.kind is Kind.CATEGORY] == [category]


def test_steps_of_a_stage_that_is_begun_are_told_with_their_place() -> None:
    method = METHODS["learning-together"]
    told = steps_begun(method, Stage.ANALYSIS, "analysis: 2 findings")

    assert [one.code for one in told] == [one.name for one in method.steps_in(Stage.ANALYSIS)]
    assert {one.where for one in told} == {("analysis: 2 findings",)}
