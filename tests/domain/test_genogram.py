"""A genogram on a day: who stands where, who had died, who lived together; named or not, never both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from candour.domain.identity import Cast, Household, Person, PersonKind, Relation, RelationKind, genogram
from candour.domain.trouble import Trouble
from candour.files.pictures.genogram import genogram_lines, genogram_svg

ADULT, CHILD = PersonKind.ADULT, PersonKind.CHILD
CAST = Cast(
    (
        Person("gran", ADULT, "Edna Quarrie", (), "Grandmother", sex="f", died=date(2010, 1, 1)),
        Person("mother", ADULT, "Delia Thorne", (), "Mother", sex="f"),
        Person("father", ADULT, "Ivor Thorne", (), "Father", sex="m"),
        Person("step", ADULT, "Wat Brindle", (), "Stepfather", sex="m"),
        Person("wren", CHILD, "Robin Thorne", (), "Child C", date(2008, 1, 2), relation="subject"),
        Person("half", CHILD, "Kit Brindle", (), "Sibling A", date(2012, 5, 1), relation="half-sibling"),
        Person("worker", PersonKind.PROFESSIONAL, "Ada Stillwater", (), "Social Worker 1"),
        Person("home", PersonKind.ADDRESS, "12 Acacia Avenue", (), "Address 2"),
    ),
    relations=(
        *(Relation(RelationKind.PARENT, one, "wren") for one in ("mother", "father")),
        *(Relation(RelationKind.PARENT, one, "half") for one in ("mother", "step")),
        Relation(RelationKind.PARENT, "gran", "mother"),
        Relation(RelationKind.PARTNER, "mother", "father", date(2004, 5, 1), date(2010, 6, 1)),
        Relation(RelationKind.PARTNER, "mother", "step", date(2011, 2, 1)),
        Relation(RelationKind.PROFESSIONAL_OF, "worker", "wren"),
    ),
    households=(Household("home", ("mother", "step", "wren"), date(2011, 3, 1)),),
)


def test_a_family_stands_in_generations_with_partners_side_by_side() -> None:
    family = genogram(CAST, date(2013, 1, 1), named=True)
    rows = {one.key: one.generation for one in family.people}

    assert rows == {"gran": 0, "mother": 1, "father": 1, "step": 1, "wren": 2, "half": 2}
    middle = sorted((one.column, one.key) for one in family.people if one.generation == 1)
    assert [key for _, key in middle] == ["father", "mother", "step"]


def test_it_shows_the_day_and_no_later_one() -> None:
    early = genogram(CAST, date(2009, 1, 1), named=True)

    assert "half" not in early.by_key
    assert not early.by_key["gran"].died
    assert early.homes == ()
    assert genogram(CAST, date(2013, 1, 1), named=True).by_key["gran"].died


def test_under_pseudonyms_no_name_and_no_day_is_left_in_picture_or_words() -> None:
    family = genogram(CAST, date(2013, 1, 1), named=False)
    told = genogram_svg(family, says="The family") + "\n".join(genogram_lines(family))

    assert not any(word in told for one in CAST.people for word in one.name.split() if word.isalpha())
    assert "1 June" not in told
    assert "Father and Mother: parted 2010." in genogram_lines(family)
    assert "Address 2: Mother, Stepfather and Child C lived here." in genogram_lines(family)


def test_without_a_pseudonym_there_is_no_genogram_of_pseudonyms() -> None:
    bare = replace(CAST, people=(replace(CAST.people[0], pseudonym=""), *CAST.people[1:]))

    with pytest.raises(Trouble, match="no pseudonym yet"):
        genogram(bare, date(2013, 1, 1), named=False)


def test_a_circle_of_parents_is_drawn_and_not_walked_for_ever() -> None:
    circle = (Relation(RelationKind.PARENT, "wren", "gran"), *CAST.relations)

    assert genogram(replace(CAST, relations=circle), date(2013, 1, 1), named=True).people


def test_each_person_is_a_shape_and_the_child_has_two() -> None:
    family = genogram(CAST, date(2013, 1, 1), named=True)
    drawn = ElementTree.fromstring(genogram_svg(family, says="The family"))
    people = [one for one in drawn.iter() if (one.get("class") or "").startswith("person")]

    assert len(people) == 6
    [subject] = [one for one in people if one.get("class") == "person subject"]
    assert len([one for one in subject if one.get("d")]) == 2
    assert len([one for one in drawn.iter() if one.get("class") == "died"]) == 1


def test_a_sister_whose_parents_nobody_kept_and_who_cares_for_a_child_stand_in_the_words() -> None:
    aunt = Person("aunt", PersonKind.ADULT, "Nell Farrow", pseudonym="Aunt", sex="f")
    told = (
        Relation(RelationKind.SIBLING, "aunt", "father"),
        Relation(RelationKind.CARER, "aunt", "wren", date(2012, 1, 1)),
    )
    cast = Cast((*CAST.people, aunt), (*CAST.relations, *told))

    before, since = (
        genogram_lines(genogram(cast, on, named=False)) for on in (date(2011, 6, 1), date(2012, 6, 1))
    )

    assert "Aunt and Father: brother and sister." in before
    assert "Aunt: cares for Child C." not in before
    assert "Aunt: cares for Child C." in since


def test_whoever_shares_no_parent_in_the_picture_has_a_line_and_stands_beside() -> None:
    aunt = Person("aunt", ADULT, "Una Thorne", (), "Aunt", sex="f")
    said = (Relation(RelationKind.SIBLING, "aunt", "father"), Relation(RelationKind.CARER, "aunt", "wren"))
    cast = replace(CAST, people=(*CAST.people, aunt), relations=(*CAST.relations, *said))

    family = genogram(cast, date(2013, 1, 1), named=True)
    picture = genogram_svg(family, says="The family")

    assert family.by_key["father"].column - family.by_key["aunt"].column == 1
    assert picture.count('class="siblings"') == picture.count('class="care"') == 1


def test_an_only_parent_stands_over_the_child() -> None:
    family = genogram(CAST, date(2013, 1, 1), named=True)

    assert family.by_key["gran"].column == family.by_key["mother"].column
