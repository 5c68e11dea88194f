"""What the page of one return shows: its sum, its held rows, its columns, each in words."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import mark_safe

from candour.domain.access import Can
from candour.domain.moments.spoken import spoken
from candour.domain.returns.furniture import Furniture
from candour.files.pictures.ledger_bar import ledger_bar_svg
from candour.kernel.access import may
from candour.kernel.papers.models import Paper
from candour.kernel.people.models import Person
from candour.stages.chronology.actions.receiving import OUR_FAULT
from candour.stages.chronology.corrections.superseded import (
    said_in_words,
    took_its_place,
    waiting_corrections,
    was_undone,
)
from candour.stages.chronology.ledger import Counted, counted_of
from candour.stages.chronology.models import AgencyName, Draft, Entry, Return, ReturnState, UnplacedRow
from candour.stages.chronology.reads import last_placed, neighbours, refused_rows_of, unmatched_names
from candour.stages.chronology.resting import what_rests_on
from candour.stages.chronology.returns.cell_order import as_they_stood
from candour.stages.chronology.returns.column_choices import how_sure
from candour.stages.chronology.returns.held_words import code_words, date_as_written, words_of
from candour.stages.chronology.returns.place import place_of_return
from candour.stages.chronology.returns.reading import can_be_opened
from candour.stages.chronology.returns.together import groups_of


def facts_of(sent: Return, viewer: Person) -> dict[str, Any]:
    """What the page shows of the return itself."""
    [counted] = counted_of([sent])
    placed = last_placed(sent)
    return {
        "place": place_of_return(sent, viewer),
        "sent": sent,
        "review": sent.review,
        "counted": counted,
        "bar": mark_safe(ledger_bar_svg(counted.placed, counted.held, counted.refused, says=sum_of(counted))),
        "furniture": furniture_words(sent),
        "not_rows": [{**one, "said": _kind_words(one)} for one in sent.furniture],
        "tables": tables_said(sent),
        "refused": refused_rows_of(sent),
        "last": placed,
        "last_by": _name_of(placed.answered_by) if placed else "",
        "last_place": spoken(placed.placed_entry.told.when) if placed and placed.placed_entry else "",
        "rests": _resting(placed, viewer),
        "signed_off_by": _signed_off_by(sent),
        "unmatched": unmatched_names(sent),
        "opens": sent.state == ReturnState.UNREADABLE and can_be_opened(sent),
        "our_fault": sent.trouble_what == OUR_FAULT,
        "took_its_place": took_its_place(sent),
        "undone": was_undone(sent),
        "corrections": waiting_corrections(sent) if sent.withdrawn_at is None else [],
        "changed": said_in_words(sent.changes) if sent.changes else "",
        "workbooks": Paper.objects.filter(pk__in=sent.unplaced.values("answered_in")),
        "parts": len(sent.headings),
        "may_fix": bool(may(viewer, Can.FIX_HELD_ROWS, sent)),
        "may_name": bool(may(viewer, Can.FIX_HELD_ROWS, AgencyName(review=sent.review))),
        "may_send": bool(may(viewer, Can.SEND_RETURN, sent)),
    }


def _signed_off_by(sent: Return) -> str:
    """Who let a return count that was written on screen; nothing for a file."""
    written = Draft.objects.filter(became=sent).first()
    return _name_of(written.signed_off_by) if written else ""


def _resting(placed: UnplacedRow | None, viewer: Person) -> str:
    if placed is None or placed.placed_entry is None or not (found := what_rests_on(placed.placed_entry)):
        return ""
    named = may(viewer, Can.SEE_ANALYSIS, placed.in_return.review)
    return f"{found[0] if named else 'Something'} rests on it, so it stays."


def sum_of(counted: Counted) -> str:
    return (
        f"{counted.rows_in:,} rows in: {counted.placed:,} placed, "
        f"{counted.held:,} held for a person, {counted.refused:,} refused."
    )


def furniture_words(sent: Return) -> str:
    """1 title, 2 headings: how many lines are no rows, and what they are."""
    counts: dict[str, int] = {}
    for one in sent.furniture:
        kind = _kind_words(one)
        counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{count} {kind}{'' if count == 1 else 's'}" for kind, count in counts.items())


def row_facts(row: UnplacedRow, sent: Return, held: list[UnplacedRow]) -> dict[str, Any]:
    """What the page shows of the held row before it."""
    above, below = neighbours(row)
    written = date_as_written(row, sent.headings)
    return {
        "it": row,
        "nth": held.index(row) + 1,
        "of": len(held),
        "code": code_words(row.code),
        "summary": [
            ("As written", f"“{written}”" if written else "nothing under a date heading"),
            ("Words", words_of(row, sent.headings) or "none"),
            ("Place", f"{row}. {_round(above, below)}".strip()),
        ],
        "cells": list(as_they_stood(row.cells, sent.headings, row.part).items()),
        "asked": f"Asked by {_name_of(row.asked_by)}: {row.asked_note}" if row.asked_at else "",
    }


def _round(above: Entry | None, below: Entry | None) -> str:
    said = [spoken(one.told.when) for one in (above, below) if one is not None]
    return f"Rows round it: {' and '.join(said)}." if said else ""


def groups_said(sent: Return, held: list[UnplacedRow], now: UnplacedRow | None) -> list[dict[str, Any]]:
    """All held rows, those that ask the same question together."""
    return [
        {
            "place": group.place,
            "first": group.first.pk,
            "here": now in group.rows,
            "count": len(group.rows),
            "code": code_words(group.first.code),
            "written": " … ".join(
                dict.fromkeys(date_as_written(one, sent.headings) for one in (group.first, group.rows[-1]))
            ),
        }
        for group in groups_of(held)
    ]


def tables_said(sent: Return) -> list[dict[str, Any]]:
    """How the columns were read; tables with the same columns are said once, under all their names."""
    said: dict[Any, dict[str, Any]] = {}
    for one in sent.headings:
        same = tuple((column["heading"], column["field"]) for column in one["columns"])
        if same in said:
            said[same]["part"] += f" and {one['part']}"
        else:
            said[same] = _table_words(one)
    return list(said.values())


def _name_of(username: str) -> str:
    person = Person.objects.filter(username=username).first()
    return person.name if person else username


def _kind_words(one: dict[str, Any]) -> str:
    return str(Furniture(one["kind"])).replace("_", " ")


def _table_words(heading: dict[str, Any]) -> dict[str, Any]:
    columns = [
        {**one, "field": one["field"].replace("_", " "), "sure": how_sure(one)} for one in heading["columns"]
    ]
    return {**heading, "columns": columns}
