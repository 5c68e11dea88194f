"""Chronolator's documents, internal and composite, are read by the headings it gives them.

The headings and the marks of author's notes are those of its published help (chronolator.com); the rows here
are invented. Of its JSON no sample is published, and no reader of it exists.
"""

from __future__ import annotations

import docx
import pytest

from candour.domain.chronology.returned import interpret
from candour.domain.returns.fields import Field
from candour.files.returns.reading import read_return

INTERNAL = ("Event Ref", "Start Date", "Start Time", "End Date", "End Time", "Source of Information", "Event")
COMPOSITE = (
    "Sequence",
    "Start Date",
    "Start Time",
    "Organisation",
    "Source of Information",
    "Significant Event",
)


def document(tmp_path, *rows, before=(), after=()):
    made = docx.Document()
    for words in before:
        made.add_paragraph(words)
    for part in (rows, after):
        table = made.add_table(rows=0, cols=len(part[0])) if part else None
        for row in part:
            for cell, words in zip(table.add_row().cells, row, strict=True):
                cell.text = words
        made.add_paragraph("Glossary")
    made.save(tmp_path / "clinic.docx")
    return interpret(read_return(tmp_path / "clinic.docx"))


def test_an_internal_chronology_has_its_order_times_and_sources(tmp_path):
    returned = document(
        tmp_path,
        INTERNAL,
        ("1", "? 22 may 2016", "10.30", "", "", "Health Visitor diary", "Home visit"),
        ("2", "22.05/16", "14:00", "22.05.16", "15:30", "GP notes", "Meeting"),
        ("3", "22-may-16", "23:00", "", "01:00", "GP notes", "A night"),
        ("4", "23-may-16", "09:00", "", "09:45", "GP notes", "A morning"),
        before=["Organisation: Berrick New Town Clinic"],
        after=(("Abbreviation", "Definition"), ("HV", "Health visitor")),
    )
    entries = list(returned.entries())

    assert returned.agency == "Berrick New Town Clinic"
    assert [entry.when.edtf for entry in entries] == [
        "2016-05-22T10:30:00",
        "2016-05-22T14:00:00/2016-05-22T15:30:00",
        "2016-05-22T23:00:00",
        "2016-05-23T09:00:00/2016-05-23T09:45:00",
    ]
    assert [entry.sequence for entry in entries] == [1, 2, 3, 4]
    assert entries[0].when.doubt == "uncertain"
    assert entries[1].source == "GP notes"
    assert [str(one.kind) for one in returned.furniture()] == ["heading", "glossary", "glossary"]


def test_a_composite_has_the_organisation_of_each_row(tmp_path):
    returned = document(
        tmp_path,
        COMPOSITE,
        ("1", "22/05/2016", "10:30", "Berrick Clinic", "Diary", "Home visit"),
        ("2", "22/05/2016", "11:30", "Berrick Police", "Log", "Called to the house"),
    )

    assert [entry.agency for entry in returned.entries()] == ["Berrick Clinic", "Berrick Police"]
    assert returned.columns[Field.AGENCY] == "Organisation"


@pytest.mark.parametrize("mark", "#^¬~")
def test_an_authors_note_is_a_note_dated_or_not(tmp_path, mark):
    returned = document(
        tmp_path,
        INTERNAL,
        ("1", "22/05/2016", "", "", "", "Diary", "Home visit"),
        ("2", "23/05/2016", "", "", "", f"{mark} Panel", "Why was no visit made?"),
        ("", "", "", "", "", mark, "An undated note"),
    )

    assert [entry.event for entry in returned.entries()] == ["Home visit"]
    assert [(one.row, str(one.kind)) for one in returned.furniture()] == [
        (1, "heading"),
        (3, "note"),
        (4, "note"),
    ]


@pytest.mark.parametrize(
    ("heading", "source"), [("Reference", "#panel file"), ("Source of Information", "#4521")]
)
def test_a_reference_that_begins_with_such_a_mark_makes_no_note_of_an_entry(tmp_path, heading, source):
    returned = document(
        tmp_path,
        ("Start Date", heading, "Event"),
        ("22/05/2016", "Diary", "Home visit"),
        ("23/05/2016", source, "Second visit"),
    )

    assert [entry.event for entry in returned.entries()] == ["Home visit", "Second visit"]
