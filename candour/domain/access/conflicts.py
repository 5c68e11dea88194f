"""Conflicts of interest, found by comparing a person with a review. One found or declared always wins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from candour.domain.access.verdict import Verdict, decide


class Ground(StrEnum):
    """Why somebody stands too near."""

    DECLARED = "declared"
    EMPLOYED = "employed"
    LINE = "line"
    PART = "part"
    EARLIER_REVIEW = "earlier_review"
    SAME_AGENCIES = "same_agencies"


_OUTSIDER = frozenset({Ground.EMPLOYED, Ground.LINE, Ground.PART, Ground.EARLIER_REVIEW})
_NEAR = frozenset({Ground.LINE, Ground.PART})
BARS: Mapping[str, frozenset[Ground]] = MappingProxyType(
    {
        "lead_reviewer": _OUTSIDER,
        "judge": _OUTSIDER,
        "review_team": _NEAR | {Ground.EARLIER_REVIEW},
        "checker": _NEAR | {Ground.EARLIER_REVIEW},
        "agency_author": _NEAR,
        "agency_senior": frozenset({Ground.PART}),
        "manager": _NEAR,
        "chair": _NEAR,
    }
)
"""By role, what keeps a person from it. Whoever leads is no agency's; the review team are agencies' own
managers, so for them only the line to the case counts. Family and practitioners sit there because they took
part: nothing but their own declaration closes the review to them."""

WEIGHED = frozenset({"lead_reviewer", "judge"})
"""Roles in which work on an earlier review of the same agencies is shown, and weighed by people."""

WORKED_FOR_AGENCY = frozenset({"agency_author", "agency_senior", "practitioner"})
"""Seats that are an agency's own."""


@dataclass(frozen=True, slots=True)
class EarlierSeat:
    """A seat on another review: in which role, for which agency, about which agencies and children."""

    review: str
    role: str
    sat_for: str = ""
    agencies: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person as the records know them. Names are keys that compare equal for the same thing."""

    person: str
    works_for: frozenset[str] = frozenset()
    line: frozenset[str] = frozenset()
    """The people that this one manages or answers to, up and down the whole line."""
    admitted: frozenset[Ground] = frozenset()
    """What they themselves said no to when asked whether they are independent."""
    declared: str = ""
    earlier: tuple[EarlierSeat, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a review is about: agencies asked, people who were part of the case, and its children."""

    agencies: frozenset[str] = frozenset()
    took_part: frozenset[str] = frozenset()
    children: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conflict:
    """One ground, with the keys it rests on. `bars` is False where people weigh it."""

    ground: Ground
    rests_on: tuple[str, ...] = ()
    bars: bool = True


def conflicts(role: str, candidate: Candidate, case: Case) -> tuple[Conflict, ...]:
    """Every ground that stands between the candidate and this role, those that bar first."""
    barred = BARS.get(role, frozenset())
    found = [one for one in _grounds(candidate, case) if one.ground in barred]
    resting = {one.ground for one in found}
    found += [Conflict(one) for one in sorted(candidate.admitted & barred) if one not in resting]
    if candidate.declared:
        found.append(Conflict(Ground.DECLARED, (candidate.declared,)))
    if role in WEIGHED and (shared := _reviews_of_same_agencies(candidate, case)):
        found.append(Conflict(Ground.SAME_AGENCIES, shared, bars=False))
    return tuple(found)


def may_sit(role: str, candidate: Candidate, case: Case) -> Verdict:
    """Whether the candidate may have sight of the review in this role. A conflict always wins."""
    return decide(*(SAID[one.ground] for one in conflicts(role, candidate, case) if one.bars))


SAID: Mapping[Ground, str] = MappingProxyType(
    {
        Ground.DECLARED: "They declared a conflict of interest.",
        Ground.EMPLOYED: "They work for an agency that is asked, or sat for it on an earlier review.",
        Ground.LINE: "They manage, or answer to, somebody who was part of the case.",
        Ground.PART: "They were part of the case themselves.",
        Ground.EARLIER_REVIEW: "They worked on an earlier review of the same child.",
        Ground.SAME_AGENCIES: "They worked on an earlier review of the same agencies.",
    }
)


def _grounds(candidate: Candidate, case: Case) -> Iterable[Conflict]:
    sat_for = {one.sat_for for one in candidate.earlier if one.role in WORKED_FOR_AGENCY}
    if shared := (candidate.works_for | sat_for) & case.agencies:
        yield Conflict(Ground.EMPLOYED, tuple(sorted(shared)))
    if candidate.person in case.took_part:
        yield Conflict(Ground.PART, (candidate.person,))
    if shared := (candidate.line & case.took_part) - {candidate.person}:
        yield Conflict(Ground.LINE, tuple(sorted(shared)))
    if same := {one.review for one in candidate.earlier if one.children & case.children}:
        yield Conflict(Ground.EARLIER_REVIEW, tuple(sorted(same)))


def _reviews_of_same_agencies(candidate: Candidate, case: Case) -> tuple[str, ...]:
    """Those of the same child bar already, and are not weighed."""
    barring = {one.review for one in candidate.earlier if one.children & case.children}
    shared = {one.review for one in candidate.earlier if one.agencies & case.agencies}
    return tuple(sorted(shared - barring))


def line_of(person: str, answers_to: Iterable[tuple[str, str]]) -> frozenset[str]:
    """Everybody above and below a person, of pairs (who, to whom they answer). A ring ends where it began."""
    pairs = list(answers_to)
    up = _reached(person, {(who, to) for who, to in pairs})
    down = _reached(person, {(to, who) for who, to in pairs})
    return frozenset((up | down) - {person})


def _reached(start: str, steps: set[tuple[str, str]]) -> set[str]:
    found: set[str] = set()
    waiting = [start]
    while waiting:
        here = waiting.pop()
        for one in {to for who, to in steps if who == here} - found:
            found.add(one)
            waiting.append(one)
    return found
