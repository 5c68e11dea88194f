"""The returns of an invented review: sent, read, and their held rows settled as somebody settled them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from candour.cli.demonstration.material import Material
from candour.cli.demonstration.standing import standing_on
from candour.cli.demonstration.world import World
from candour.domain.agencies import fold_name
from candour.domain.moments import Moment, from_edtf, read
from candour.domain.moments.context import Context
from candour.kernel.people.models import Organisation, Person
from candour.kernel.reviews.models import Review
from candour.stages.chronology.actions.drafts import hand_in_draft, save_draft
from candour.stages.chronology.actions.held_rows import place_rows
from candour.stages.chronology.actions.names import say_agency_name
from candour.stages.chronology.actions.receiving import read_return, send_return
from candour.stages.chronology.models import Return, UnplacedRow

LEFT_FOR_VISITORS = 3
"""Of the rows that were settled together, so many stay held: a visitor may settle them."""


def send_returns(world: World, material: Material, review: Review, *, by: Person) -> None:
    told = material.read("commission")
    for name, agency in _said_names(material):
        say_agency_name(by=by, review=review, name=name, agency=agency)
    for asked in told["asked"]:
        if file := asked.get("file"):
            with standing_on(asked["received"]):
                sent = send_return(
                    by=by,
                    review=review,
                    agency=world.organisations[asked["agency"]],
                    name=file,
                    content=(material.path("returns") / file).read_bytes(),
                    received_on=asked["received"],
                )
                read_return(by=by, return_=sent)


def write_on_screen(world: World, material: Material, review: Review) -> None:
    """Rows that an agency found late: typed by its author, and waiting for its senior."""
    if not material.has("written"):
        return
    told = material.read("written")
    author = world.people[told["by"]]
    agency = world.organisations[told["agency"]]
    draft = save_draft(by=author, review=review, agency=agency, rows=told["row"])
    hand_in_draft(by=author, draft=draft, version=draft.version)


def settle_held_rows(material: Material, review: Review, *, by: Person) -> None:
    told = material.read("commission")
    for one in told.get("settled", []):
        row = _row(review, one["file"], one["part"], one["row"])
        place_rows(by=by, return_=row.in_return, answers={row: _day(one, row)}, why=one["why"])
    for one in told.get("settled_together", []):
        rows = [_row(review, one["file"], one["part"], number) for number in one["rows"]]
        rows = rows[:-LEFT_FOR_VISITORS]
        answers = {row: _in_year(row, one["year"]) for row in rows}
        place_rows(by=by, return_=rows[0].in_return, answers=answers, why=one["why"])


def _said_names(material: Material) -> Iterator[tuple[str, Organisation]]:
    path = material.path("agencies.csv")
    if path.exists():
        with path.open(newline="", encoding="utf-8") as rows:
            for row in csv.DictReader(rows):
                yield row["also"], Organisation.objects.get(name=row["name"])


def _row(review: Review, file: str, part: str, number: int) -> UnplacedRow:
    sent = Return.objects.get(review=review, paper__name=file, withdrawn_at=None)
    return sent.unplaced.get(part=part, row=number)


def _day(told: dict[str, Any], row: UnplacedRow) -> Moment:
    return replace(from_edtf(told["date"]), text=_written(row))


def _in_year(row: UnplacedRow, year: int) -> Moment:
    return read(_written(row), Context(year=year))


def _written(row: UnplacedRow) -> str:
    """The words in the row's date column, as the agency wrote them."""
    columns = {fold_name(heading): words for heading, words in row.cells.items()}
    return next((columns[name] for name in ("date", "when") if name in columns), "")
