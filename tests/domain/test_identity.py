"""The cast: read strictly, no two alike, pseudonyms that tell nothing, and a register of the rest."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from candour.domain.identity import (
    Cast,
    Person,
    PersonKind,
    Relation,
    RelationKind,
    read_cast,
    suggest_pseudonyms,
)
from candour.domain.leaks import Finder, Piece
from candour.domain.trouble import Trouble

ROBIN = Person("wren", PersonKind.CHILD, "Robin Ashby-Thorne", ("Robbie",), "Child Wren", date(2010, 3, 4))
HOSPITAL = Person("hospital", PersonKind.AGENCY, "Millbrook Hospital", (), "Hospital 1")
EASTMARSH = Person("eastmarsh", PersonKind.PLACE, "Eastmarsh", (), "Eastmarsh")
CAST = Cast((ROBIN, HOSPITAL, EASTMARSH))


def items_found(text: str, cast: Cast = CAST, **more: Any) -> set[str]:
    return {leak.item for leak in Finder(cast.register(**more)).find([Piece("here", text)])}


def test_names_other_names_and_the_day_of_birth_are_secret() -> None:
    assert items_found("Robin was seen.") == {"people[0].name"}
    assert items_found("robbie was seen.") == {"people[0].aliases[0]"}
    assert items_found("Born on 4 March 2010.") == {"dates[0]"}
    assert items_found("At Millbrook Hospital.") == {"people[1].name"}


def test_pseudonyms_and_public_names_are_never_secret() -> None:
    assert items_found("Child Wren came to Hospital 1 in Eastmarsh. The hospital wrote.") == set()


def test_an_alias_that_is_somebody_s_pseudonym_is_not_secret() -> None:
    mother = Person("mother", PersonKind.ADULT, "Delia Thorne", ("Mother",), "Mother")

    assert items_found("Mother was seen.", Cast((mother,))) == set()


def test_former_names_addresses_numbers_and_the_day_of_death_are_secret() -> None:
    mother = Person(
        "mother", PersonKind.ADULT, "Delia Thorne", former=("Delia Quarrie",), died=date(2014, 5, 6)
    )
    home = Person("home", PersonKind.ADDRESS, "12 Acacia Avenue, EM4 7QZ")
    car = Person("car", PersonKind.VEHICLE, "AB51 CDE")
    cast = Cast((mother, home, car))

    assert items_found("Ms Quarrie left.", cast) == {"people[0].aliases[0]"}
    assert items_found("On 6.5.2014.", cast) == {"dates[0]"}
    assert items_found("At 12 Acacia Ave in ab51cde.", cast) == {"addresses[0]", "numbers[0]"}
    assert cast.person_of("numbers[0]") == car
    assert cast.person_of("numbers[1]") is None


def test_the_register_takes_what_a_review_adds() -> None:
    added = {"extra_words": ["blue van"], "dates": [date(2014, 2, 11)], "allow": ["Robin Hood"]}

    assert items_found("The blue van, 11.2.2014.", **added) == {"words[0]", "dates[1]"}
    assert items_found("They watched Robin Hood.", **added) == set()


def test_an_item_of_the_register_leads_back_to_its_person() -> None:
    cast = Cast((EASTMARSH, ROBIN))

    assert cast.person_of("people[0].aliases[0]") == ROBIN
    assert cast.person_of("dates[0]") is None


@pytest.mark.parametrize(
    ("people", "said"),
    [
        ((ROBIN, replace(HOSPITAL, key="wren")), "The key “wren” stands twice"),
        ((ROBIN, replace(HOSPITAL, pseudonym="Child  wren")), "The pseudonym “child wren” stands twice"),
        ((ROBIN, replace(HOSPITAL, pseudonym="Robin's hospital")), "holds a real name"),
        ((ROBIN, replace(EASTMARSH, pseudonym="Ashby")), "holds a real name"),
    ],
)
def test_a_cast_that_would_mislead_or_leak_is_refused(people: tuple[Person, ...], said: str) -> None:
    with pytest.raises(Trouble, match=said):
        Cast(people)


def test_a_child_is_never_public_under_its_own_name() -> None:
    with pytest.raises(Trouble, match="pseudonym is the real name"):
        replace(ROBIN, pseudonym="robin ashby-thorne")


CHILDREN = tuple(
    Person(f"child-{n}", PersonKind.CHILD, name, born=date(2000 + n, 1, 1))
    for n, name in enumerate(["Quentin Ask", "Rhoda Bell", "Silas Crane", "Tilda Dow"])
)


def test_suggested_pseudonyms_are_the_same_each_time_and_never_two_alike() -> None:
    once = suggest_pseudonyms(CHILDREN, secret=b"one review")

    assert suggest_pseudonyms(CHILDREN, secret=b"one review") == once
    assert sorted(once.values()) == ["Child A", "Child B", "Child C", "Child D"]


def test_one_more_of_the_cast_changes_nobody_else_s_pseudonym() -> None:
    for number in range(20):
        secret = bytes([number])
        before = suggest_pseudonyms(CHILDREN[:3], secret=secret)

        assert before.items() <= suggest_pseudonyms(CHILDREN, secret=secret).items()


@pytest.mark.parametrize(
    ("person", "said"),
    [
        (Person("m", PersonKind.ADULT, "Delia Thorne", relation="mother"), r"Mother"),
        (Person("a", PersonKind.ADULT, "Delia Thorne", relation="aunt"), r"Aunt [1-4]"),
        (Person("sib", PersonKind.CHILD, "Delia Thorne", relation="sibling"), r"Sibling [A-D]"),
        (
            Person("sw", PersonKind.PROFESSIONAL, "Delia Thorne", role="social worker"),
            r"Social Worker [1-4]",
        ),
        (
            Person("h", PersonKind.PROFESSIONAL, "Delia Thorne", role="head of Thorne Hall"),
            r"Professional [1-4]",
        ),
        (Person("school", PersonKind.SCHOOL, "Hollin School"), r"School [A-D]"),
        (Person("car", PersonKind.VEHICLE, "AB51 CDE"), r"Vehicle [1-4]"),
    ],
)
def test_a_pseudonym_follows_the_scheme_and_holds_no_name(person: Person, said: str) -> None:
    assert re.fullmatch(said, suggest_pseudonyms([person], secret=b"any")[person.key])


def test_suggested_pseudonyms_tell_nothing_of_birth_and_do_not_join_two_reviews() -> None:
    orders = {tuple(suggest_pseudonyms(CHILDREN, secret=bytes([n])).values()) for n in range(60)}
    first_born = {order[0] for order in orders}

    assert len(orders) > 12
    assert first_born == {"Child A", "Child B", "Child C", "Child D"}


def test_a_pseudonym_once_chosen_stays_and_is_not_given_twice() -> None:
    before = suggest_pseudonyms(CHILDREN[:3], secret=b"one review")
    chosen = [replace(child, pseudonym=before.get(child.key, "")) for child in CHILDREN]
    after = suggest_pseudonyms(chosen, secret=b"one review")

    assert {key: after[key] for key in before} == before
    assert len(set(after.values())) == 4


def test_no_child_is_given_its_own_initial() -> None:
    child = Person("child", PersonKind.CHILD, "Ada Quill")

    suggested = {suggest_pseudonyms([child], secret=bytes([n]))["child"] for n in range(60)}

    assert suggested == {"Child B", "Child C", "Child D"}


def test_the_cast_is_read_from_its_toml_shape() -> None:
    shape = {"key": "wren", "kind": "child", "name": "Robin Ashby-Thorne", "aliases": ["Robbie"]}

    cast = read_cast({"person": [{**shape, "pseudonym": "Child Wren", "born": "2010-03-04"}]})

    assert cast.by_key == {"wren": ROBIN}


def test_relations_and_households_are_read_with_their_days() -> None:
    adult = {"kind": "adult", "name": "Delia Thorne"}
    shape = {
        "person": [
            {**adult, "key": "mother", "sex": "f", "died": "2014-05-06", "former": ["Delia Quarrie"]},
            {**adult, "key": "home", "kind": "address", "name": "12 Acacia Avenue"},
            {**adult, "key": "child", "kind": "child", "relation": "subject"},
        ],
        "relation": [{"kind": "parent", "a": "mother", "b": "child"}],
        "household": [{"address": "home", "members": ["mother", "child"], "begins": "2010-01-01"}],
    }

    cast = read_cast(shape)

    assert cast.relations == (Relation(RelationKind.PARENT, "mother", "child"),)
    assert cast.households[0].holds(date(2010, 1, 1))
    assert not cast.households[0].holds(date(2009, 12, 31))
    with pytest.raises(Trouble, match="not in the cast"):
        read_cast({"relation": shape["relation"]})


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"nick": "Robbie"}, "“nick” is not known"),
        ({"kind": "toddler"}, "“toddler” is not a kind"),
        ({"key": "The Child"}, "cannot be a key"),
        ({"name": " "}, "has no name"),
        ({"aliases": "Robbie"}, "not a list"),
        ({"born": "4 March"}, "not a day"),
        ({"born": "2014-03-04", "died": "2014-03-03"}, "before the day of birth"),
        ({"sex": "male"}, "not f or m"),
    ],
)
def test_a_slip_in_the_cast_is_said_with_its_place(slip: dict[str, Any], said: str) -> None:
    shape = {"key": "wren", "kind": "child", "name": "Robin Ashby-Thorne"}

    with pytest.raises(Trouble, match=said):
        read_cast({"person": [{**shape, **slip}]}, where="cast.toml")
