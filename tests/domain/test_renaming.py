"""A chronology under pseudonyms, on an invented cast: what is replaced, and what stands as written."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from candour.domain.chronology.entry import Chronology
from candour.domain.identity import Cast, Person, PersonKind
from candour.domain.identity.renaming import SEVERAL, Renaming
from candour.domain.returns.tables import Place
from tests.invented import POLICE, entry, moment, told
from tests.strategies import chronologies

CAST = Cast(
    (
        Person("wren", PersonKind.CHILD, "Rosalie Ollerdew", ("Rosie",), "Child Wren"),
        Person("mother", PersonKind.ADULT, "Marnie Ollerdew", ("Ms Ollerdew",), "Mother"),
        Person("will", PersonKind.ADULT, "Will Hart", (), "Uncle"),
        Person("worker", PersonKind.PROFESSIONAL, "Ada Stillwater"),
        Person("police", PersonKind.AGENCY, "Invented Police", (), "the police"),
        Person("nursery", PersonKind.SCHOOL, "Hollin Nursery", (), "Hollin Nursery"),
    )
)


@pytest.mark.parametrize(
    ("written", "renamed"),
    [
        ("Rosalie  Ollerdew seen with ROSIE's toy", "Child Wren seen with Child Wren's toy"),
        ("Ms Ollerdew rang", "Mother rang"),
        ("Marnie rang; the Ollerdew flat", f"Mother rang; the {SEVERAL} flat"),
        ("Will will visit", "Uncle will visit"),
        ("Ada Stillwater said so", "(professional without a pseudonym) said so"),
        ("Rosaliee and Hollin Nursery", "Rosaliee and Hollin Nursery"),
    ],
)
def test_names_are_replaced_as_they_stand_in_the_cast_and_in_no_other_way(written: str, renamed: str) -> None:
    assert Renaming(CAST).words(written) == renamed


def test_every_part_of_a_row_is_renamed_and_its_id_and_date_are_not() -> None:
    row = replace(
        entry(POLICE, moment("1999-05-01"), told(POLICE), event="Marnie", id="e7"),
        place=Place("invented_police_v2.csv", "Rosie", 3),
        people=("Marnie Ollerdew",),
        role="for Rosie",
        cells={"Seen with Marnie": "Rosie"},
    )
    renamed = Renaming(CAST).chronology(Chronology((POLICE,), (row,)))

    [one] = renamed.entries
    assert renamed.agencies == ("the police",)
    assert (one.id, one.when, one.agency) == ("e7", row.when, "the police")
    assert one.place == Place("the police v2.csv", "Child Wren", 3)
    assert one.told[0].agency == "the police"
    said = str(one.as_json())
    assert "Marnie" not in said
    assert "Rosie" not in said


@given(chronologies())
def test_an_empty_cast_changes_nothing(made_up: Chronology) -> None:
    assert Renaming(Cast(())).chronology(made_up).entries == made_up.entries


def test_a_former_name_is_replaced_too() -> None:
    cast = Cast(
        (Person("mother", PersonKind.ADULT, "Marnie Ollerdew", (), "Mother", former=("Marnie Sedge",)),)
    )
    assert Renaming(cast).words("Marnie Sedge rang; Ms Sedge came.") == "Mother rang; Ms Mother came."
