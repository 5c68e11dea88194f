"""Who was told: by columns of those informed, those copied in and those who were there."""

from __future__ import annotations

import pytest

from candour.domain.chronology.entry import Entry, Status
from candour.domain.chronology.integrate import integrate
from candour.domain.chronology.returned import interpret
from candour.domain.returns.fields import Field
from candour.domain.returns.mapping import NOTHING_SAID, Said
from candour.domain.returns.tables import ReturnFile, Row, Table


def a_return(file: str, headings: tuple[str, ...], *rows: tuple[str, ...], said: Said = NOTHING_SAID):
    table = Table("", tuple(Row(n, cells) for n, cells in enumerate((headings, *rows), start=1)))
    return interpret(ReturnFile(file, "csv", file, 1, (table,), ()), said)


def told(headings: tuple[str, ...], *row: str, said: Said = NOTHING_SAID) -> list[tuple[str, Status]]:
    entry = next(a_return("Health.csv", headings, row, said=said).entries())
    return [(one.name, one.status) for one in entry.told]


def merged(headings: tuple[str, ...], *row: str) -> Entry:
    """The entry of Health beside one of Police, so that Police is an agency of the chronology."""
    police = a_return("Police.csv", ("Date", "Event"), ("1/5/1999", "Call"))
    found = integrate([a_return("Health.csv", headings, row), police])
    return next(one for one in found.chronology.entries if one.agency == "Health")


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Who was told", Status.TOLD),
        ("Copied to", Status.TOLD),
        ("cc", Status.TOLD),
        ("Attended by", Status.JOINT),
        ("Agencies in attendance", Status.JOINT),
        ("Professionals present", Status.JOINT),
    ],
)
def test_whoever_attended_was_part_of_it_and_whoever_was_copied_in_was_told(
    heading: str, status: Status
) -> None:
    assert told(("Date", "Event", heading), "14/7/1999", "Meeting", "Police") == [("Police", status)]


def test_a_status_that_is_given_wins() -> None:
    headings = ("Date", "Event", "Attended by", "Status")

    assert told(headings, "14/7/1999", "Meeting", "Police", "disputed") == [("Police", Status.DISPUTED)]


def test_several_columns_of_those_told_are_all_read_and_nobody_is_named_twice() -> None:
    headings = ("Date", "Event", "Informed", "Date told", "Copied to", "Agencies present")
    row = ("14/7/1999", "Meeting", "Police", "16/7/1999", "Police; School", "Housing")
    entry = next(a_return("Health.csv", headings, row).entries())

    assert [(one.name, one.status, one.on.edtf if one.on else None) for one in entry.told] == [
        ("Police", Status.TOLD, "1999-07-16"),
        ("School", Status.TOLD, None),
        ("Housing", Status.JOINT, None),
    ]


def test_a_column_that_a_person_left_out_tells_nothing() -> None:
    headings = ("Date", "Event", "Informed", "Copied to")
    said = Said(columns={Field.TOLD: "Informed"}, left_out=frozenset({"Copied to"}))

    assert told(headings, "14/7/1999", "Visit", "Police", "School", said=said) == [("Police", Status.TOLD)]


def test_of_those_present_only_names_that_are_an_agencys_count() -> None:
    entry = merged(("Date", "Event", "Present"), "14/7/1999", "Meeting", "Mother; POLICE; Health")

    assert [(one.name, one.agency, one.status) for one in entry.told] == [("POLICE", "Police", Status.JOINT)]
    assert entry.people == ("Mother", "POLICE", "Health")


def test_who_was_told_and_present_stands_once_as_told() -> None:
    entry = merged(
        ("Date", "Event", "Informed", "Who was present"), "14/7/1999", "Meeting", "police", "Police"
    )

    assert [(one.agency, one.status) for one in entry.told] == [("Police", Status.TOLD)]
