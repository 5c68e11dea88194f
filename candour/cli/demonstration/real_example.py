"""The main job on the real example, published facts of an inquiry: merged, and in words what happened."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import islice
from pathlib import Path

import click

from candour.cli.answers import say
from candour.cli.known import say_known, say_lacked
from candour.cli.merge import RESULTS, print_ledger, write_results
from candour.cli.reading_returns import read_returns
from candour.cli.wording import counted
from candour.domain.chronology.integrate import Integrated, integrate
from candour.domain.knowledge import Knowledge, spoken_day
from candour.domain.trouble import Trouble
from candour.files.returns.merge_map import read_agency_names, read_map

EXAMPLE = Path(__file__).parents[3] / "examples" / "climbie-inquiry"
ON = date(1999, 8, 6)
HOLDER, OTHER = "North Middlesex Hospital", "Haringey Social Services"
LINKS_SHOWN = 5
"""Enough to see how a proposal is explained; the best-scored are of July and August 1999."""


def merge_example(out: Path) -> None:
    """Merge the returns of the real example into a folder, and print what happened."""
    returns = sorted((EXAMPLE / "returns").glob("*.*"))
    if not returns:
        raise Trouble(
            "The example is not here.", where=EXAMPLE.name, do="Run this from a checkout of Candour."
        )
    click.echo(f"{EXAMPLE.name}: {counted(len(returns), 'return')} of published facts of a public inquiry.")
    click.echo("A child's life and death is in these rows. Professionals appear by role only.\n")
    merged = integrate(
        read_returns(returns, read_map(EXAMPLE / "map.toml")),
        also=read_agency_names(EXAMPLE / "agencies.csv"),
    )
    folder = out / EXAMPLE.name
    print_ledger(write_results(merged, folder, replace=True), links=len(merged.links))
    print_links(merged)
    print_knowledge(merged)
    say(f"\nWritten to {folder}: {', '.join(RESULTS)}.")


def print_links(merged: Integrated) -> None:
    by_id = {entry.id: entry for entry in merged.chronology.entries}
    click.echo("\nThe likeliest, for a person to confirm or split:")
    for link in islice(merged.links, LINKS_SHOWN):
        a, b = by_id[link.a], by_id[link.b]
        click.echo(f"  {link.score:.2f}  {a.place}  and  {b.place}\n        {link.why}")
    kinds = Counter(str(conflict.kind) for conflict in merged.conflicts)
    listed = ", ".join(f"{count} of {kind}" for kind, count in sorted(kinds.items()))
    click.echo(f"\n{counted(len(merged.conflicts), 'difference')} between accounts to settle: {listed}.")


def print_knowledge(merged: Integrated) -> None:
    knowledge = Knowledge(merged.chronology)
    click.echo(f"\nWho knew what on {spoken_day(ON)}, the day the child left hospital:\n")
    click.echo("\n".join(say_known(knowledge.known_to(OTHER, ON))))
    click.echo("")
    click.echo("\n".join(say_lacked(knowledge.lacked_by(HOLDER, OTHER, ON))))
