"""The people every test knows: one board, one review, and who may do what there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cache
from typing import TypeVar

import pytest
from django.contrib.auth.hashers import make_password
from django.db.models import Model

from candour.kernel.people.models import Organisation, Person, Post
from candour.kernel.reviews.models import Review, Seat

AT = datetime(2014, 6, 4, 9, 30, tzinfo=UTC)
Row = TypeVar("Row", bound=Model)


@dataclass(frozen=True)
class Cast:
    """One of each. `outsider` is business manager of another board and knows nothing of this review."""

    board: Organisation
    other_board: Organisation
    nation: Organisation
    police: Organisation
    social_care: Organisation
    review: Review
    other_review: Review
    manager: Person
    chair: Person
    member: Person
    national: Person
    lead: Person
    judge: Person
    team: Person
    checker: Person
    second_checker: Person
    author: Person
    senior: Person
    practitioner: Person
    family: Person
    conflicted: Person
    administrator: Person
    outsider: Person

    @property
    def people(self) -> dict[str, Person]:
        return {name: one for name, one in vars(self).items() if isinstance(one, Person)}


@cache
def _password() -> str:
    return make_password("a long password")


def _person(username: str) -> Person:
    return Person(username=username, password=_password(), name=username.replace("_", " ").capitalize())


def person(username: str) -> Person:
    return _saved(_person(username))


def _post(who: Person, at: Organisation, role: str) -> Post:
    return Post(person=who, organisation=at, role=role, given_at=AT, given_by="tests")


def post(who: Person, at: Organisation, role: str) -> Post:
    return _saved(_post(who, at, role))


def _seat(who: Person, review: Review, role: str, agency: Organisation | None = None) -> Seat:
    return Seat(review=review, person=who, role=role, agency=agency, given_at=AT, given_by="tests")


def seat(who: Person, review: Review, role: str, agency: Organisation | None = None) -> Seat:
    return _saved(_seat(who, review, role, agency))


def _saved(row: Row) -> Row:
    row.save()
    return row


def make_cast() -> Cast:
    board = Organisation.objects.create(name="Northmoor Board", slug="northmoor", kind="board")
    other = Organisation.objects.create(name="Eastmarsh Board", slug="eastmarsh", kind="board")
    nation = Organisation.objects.create(name="National body", slug="national", kind="national")
    police = Organisation.objects.create(
        name="Fenshire Police", slug="fenshire-police", kind="agency", board=board, agency_kind="police"
    )
    social = Organisation.objects.create(
        name="Northmoor children's services",
        slug="northmoor-cs",
        kind="agency",
        board=board,
        agency_kind="childrens_social_care",
    )
    opened = {"regime": "eng.scr.wt2013", "method": "learning-together", "opened_on": date(2014, 5, 19)}
    review = Review.objects.create(year=2014, number=3, title="Child Wren", board=board, **opened)
    other_review = Review.objects.create(year=2014, number=4, title="Child Heron", board=other, **opened)
    names = (
        "manager chair member national lead judge team checker second_checker author senior "
        "practitioner family conflicted administrator outsider"
    ).split()
    people = {one.username: one for one in Person.objects.bulk_create(map(_person, names))}
    boards_people = {"manager": "board_manager", "chair": "board_chair", "member": "board_member"}
    posts = [_post(people[name], board, role) for name, role in boards_people.items()]
    posts += [
        _post(people["national"], nation, "national_reader"),
        _post(people["administrator"], board, "administrator"),
        _post(people["outsider"], other, "board_manager"),
    ]
    Post.objects.bulk_create(posts)
    seats = [
        _seat(people[name], review, role)
        for name, role in {
            "manager": "manager",
            "chair": "chair",
            "lead": "lead_reviewer",
            "judge": "judge",
            "team": "review_team",
            "checker": "checker",
            "second_checker": "checker",
            "family": "family",
        }.items()
    ]
    mine = _seat(people["conflicted"], review, "lead_reviewer")
    mine.conflict_declared_at, mine.conflict_declared_by = AT, "conflicted"
    mine.conflict_with = "Fenshire Police"
    seats += [
        _seat(people["author"], review, "agency_author", police),
        _seat(people["senior"], review, "agency_senior", police),
        _seat(people["practitioner"], review, "practitioner", social),
        mine,
        _seat(people["outsider"], other_review, "manager"),
    ]
    Seat.objects.bulk_create(seats)
    return Cast(board, other, nation, police, social, review, other_review, **people)


@pytest.fixture
def cast(db: None) -> Cast:
    return make_cast()
