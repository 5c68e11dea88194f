"""candour flow: who told whom, how soon, and what was told and is in no return of the one told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from candour.cli.answers import answering, print_json
from candour.cli.wording import counted, in_columns, shortened
from candour.domain.knowledge import NEAR, NOT_PLAIN, Cell, Flow, Reach, Way, flow, reach
from candour.files.results.integrated_json import read_integrated

WIDTH = 72


@click.command(short_help="Who told whom, and how soon.")
@click.argument("integrated", metavar="INTEGRATED.JSON", type=click.Path(path_type=Path))
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(integrated: Path, as_json_too: bool) -> None:
    """Tellings between agencies, by the returns: how many, of what status, and how many days they took.

    Days run from the end of the entry's own date to the telling. Then what was told with no entry near
    that day in the return of the one told, and the names told that match no agency. Last, how long
    things took from the agency that surely held them first to each other.
    """

    def ask() -> None:
        chronology = read_integrated(integrated)
        found, reached = flow(chronology), reach(chronology)
        if as_json_too:
            print_json(found.as_json() | {"reach": reached.as_json()})
        else:
            click.echo("\n".join([*say_flow(found), *say_reach(reached)]))

    answering(ask, as_json_too=as_json_too)


def say_flow(found: Flow) -> Iterator[str]:
    """The sentence first, then a line for each pair of agencies, and what is left to ask."""
    told = counted(sum(cell.told for cell in found.cells), "telling")
    pairs = counted(len(found.cells), "pair of agencies", "pairs of agencies")
    yield f"By the returns of {counted(len(found.agencies), 'agency', 'agencies')}: {told}, among {pairs}."
    if found.cells:
        yield ""
        rows = [(f"{cell.teller} to {cell.receiver}:", _said(cell)) for cell in found.cells]
        yield from in_columns(rows)
    yield from _unrecorded(found)
    if found.unmatched_names:
        yield ""
        yield f"Named as told, and matching no agency here: {len(found.unmatched_names):,}"
        yield from (f"  {shortened(name, WIDTH)}" for name in found.unmatched_names)


def _said(cell: Cell) -> str:
    """ "told 3 (median 0 days, at most 2), disputed 1"."""
    parts = [f"told {cell.told:,}{_days(cell)}"] if cell.told else []
    parts += [
        f"{status.replace('_', ' ')} {cell.counts[status]:,}" for status in NOT_PLAIN if cell.counts[status]
    ]
    return ", ".join(parts)


def _days(cell: Cell) -> str:
    if cell.median_days is None:
        return " (no dates)"
    return f" (median {cell.median_days:g}, at most {cell.max_days:,} days)"


def _unrecorded(found: Flow) -> Iterator[str]:
    if not found.told_not_recorded:
        return
    yield ""
    yield (f"Told, with no entry of the one told within {NEAR} days of it: {len(found.told_not_recorded):,}")
    yield from in_columns(
        [
            (
                str(one.since),
                f"{one.entry.agency} to {one.told}",
                shortened(one.entry.event, WIDTH),
                str(one.entry.place),
            )
            for one in found.told_not_recorded
        ]
    )


def say_reach(found: Reach) -> Iterator[str]:
    """A line for each pair of agencies between which anything got across, and what is not known."""
    across = [way for way in found.ways if way.reached]
    if across:
        yield ""
        yield "From the agency that surely held a thing first to another, to the last day each may be:"
        yield from in_columns([(f"{way.first} to {way.other}:", _reached(way)) for way in across])
    if unknown := len(found.first_not_known):
        yield f"Who was first to hold it is not known: {counted(unknown, 'entry', 'entries')}."


def _reached(way: Way) -> str:
    """ "3 reached (median 2 days, at most 9: e0123..), 1 unsure, 40 not shown"."""
    took = ""
    if way.median_days is not None:
        longest = f": {way.worst[0].id}" if way.worst else ""
        took = f" (median {way.median_days:g}, at most {way.max_days:,} days{longest})"
    unsure = f", {way.unsure:,} unsure" if way.unsure else ""
    return f"{way.reached:,} reached{took}{unsure}, {way.not_shown:,} no return shows"
