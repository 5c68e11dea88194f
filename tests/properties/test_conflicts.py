"""Conflicts of interest: one found or declared always wins, and knowing more never takes one away."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from candour.domain.access import ROLES, Scope
from candour.domain.access.conflicts import (
    BARS,
    WORKED_FOR_AGENCY,
    Candidate,
    Case,
    EarlierSeat,
    Ground,
    conflicts,
    line_of,
    may_sit,
)

SEATS = sorted(word for word, role in ROLES.items() if role.scope is Scope.REVIEW)
PEOPLE, AGENCIES, CHILDREN = (st.sampled_from(list(words)) for words in ("abcdef", "PQRS", "xyz"))
EARLIER = st.builds(
    EarlierSeat,
    review=st.sampled_from(["2013/001", "2013/002"]),
    role=st.sampled_from(SEATS),
    sat_for=AGENCIES | st.just(""),
    agencies=st.frozensets(AGENCIES),
    children=st.frozensets(CHILDREN),
)
CANDIDATES = st.builds(
    Candidate,
    person=PEOPLE,
    works_for=st.frozensets(AGENCIES),
    line=st.frozensets(PEOPLE),
    admitted=st.frozensets(st.sampled_from([Ground.EMPLOYED, Ground.LINE, Ground.PART])),
    declared=st.just("") | st.just("a friend"),
    earlier=st.lists(EARLIER, max_size=3).map(tuple),
)
CASES = st.builds(
    Case,
    agencies=st.frozensets(AGENCIES),
    took_part=st.frozensets(PEOPLE),
    children=st.frozensets(CHILDREN),
)
ROLE = st.sampled_from(SEATS)


@given(ROLE, CANDIDATES, CASES)
def test_a_declared_conflict_always_wins(role: str, candidate: Candidate, case: Case) -> None:
    assert not may_sit(role, replace(candidate, declared="a friend"), case)


@given(ROLE, CANDIDATES, CASES)
def test_a_seat_is_free_only_where_nothing_bars_it(role: str, candidate: Candidate, case: Case) -> None:
    barring = [one for one in conflicts(role, candidate, case) if one.bars]
    verdict = may_sit(role, candidate, case)

    assert bool(verdict) == (not barring)
    assert len(verdict.reasons) == len(barring)


@given(ROLE, CANDIDATES, CASES, CASES)
def test_knowing_more_of_the_case_takes_no_conflict_away(
    role: str, candidate: Candidate, case: Case, more: Case
) -> None:
    wider = Case(
        case.agencies | more.agencies, case.took_part | more.took_part, case.children | more.children
    )
    before = {one.ground for one in conflicts(role, candidate, case) if one.bars}

    assert before <= {one.ground for one in conflicts(role, candidate, wider) if one.bars}


@given(st.sampled_from(["lead_reviewer", "judge"]), CANDIDATES, CASES)
def test_nobody_of_an_agency_asked_leads(role: str, candidate: Candidate, case: Case) -> None:
    sat_for = {one.sat_for for one in candidate.earlier if one.role in WORKED_FOR_AGENCY}
    near = case.agencies & (candidate.works_for | sat_for)

    assert (Ground.EMPLOYED in {one.ground for one in conflicts(role, candidate, case)}) or not near
    assert not (near and may_sit(role, candidate, case))


@given(st.sampled_from(sorted(BARS)), CANDIDATES, CASES)
def test_nobody_who_was_part_of_the_case_looks_into_it(role: str, candidate: Candidate, case: Case) -> None:
    inside = replace(case, took_part=case.took_part | {candidate.person})

    assert not may_sit(role, candidate, inside)


@given(CANDIDATES, CASES)
def test_practitioners_and_family_are_barred_by_their_own_word_only(candidate: Candidate, case: Case) -> None:
    for role in ("practitioner", "family"):
        assert bool(may_sit(role, candidate, case)) == (not candidate.declared)


def test_a_member_of_the_review_team_may_work_for_an_agency_but_not_manage_the_case() -> None:
    case = Case(agencies=frozenset({"P"}), took_part=frozenset({"b"}))

    assert may_sit("review_team", Candidate("a", works_for=frozenset({"P"})), case)
    assert not may_sit("review_team", Candidate("a", line=frozenset({"b"})), case)


def test_an_earlier_review_of_the_same_agencies_is_weighed_and_bars_nobody() -> None:
    case = Case(agencies=frozenset({"P"}), children=frozenset({"x"}))
    earlier = EarlierSeat("2013/001", "lead_reviewer", agencies=frozenset({"P"}))
    candidate = Candidate("a", earlier=(earlier,))

    assert [(one.ground, one.bars) for one in conflicts("lead_reviewer", candidate, case)] == [
        (Ground.SAME_AGENCIES, False)
    ]
    again = Candidate("a", earlier=(replace(earlier, children=frozenset({"x"})),))
    assert [one.ground for one in conflicts("lead_reviewer", again, case)] == [Ground.EARLIER_REVIEW]


@given(st.lists(st.tuples(PEOPLE, PEOPLE), max_size=8), PEOPLE, PEOPLE)
def test_a_line_is_the_same_from_both_ends(pairs: list[tuple[str, str]], one: str, other: str) -> None:
    assert (other in line_of(one, pairs)) == (one in line_of(other, pairs))


def test_two_who_answer_to_the_same_person_are_not_in_one_line() -> None:
    assert line_of("a", [("a", "m"), ("b", "m"), ("m", "head")]) == {"m", "head"}
