"""candour known: what had reached an agency by the end of a day, and what another agency lacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from candour.cli.answers import answering, print_json
from candour.cli.wording import counted, in_columns, joined, shortened
from candour.domain.knowledge import (
    CannotSay,
    Certainty,
    How,
    Knowing,
    Knowledge,
    Known,
    Lacked,
    spoken_day,
)
from candour.domain.moments import read
from candour.domain.trouble import Trouble
from candour.files.results.integrated_json import read_integrated

WIDTH = 72


@click.command(short_help="What an agency knew on a day, and what another lacked.")
@click.argument("integrated", metavar="INTEGRATED.JSON", type=click.Path(path_type=Path))
@click.option("--to", "agency", required=True, metavar="AGENCY", help="The agency asked about.")
@click.option(
    "--on", "day", required=True, metavar="DATE", help="The day, to its end: 1999-07-14 or 14/7/99."
)
@click.option(
    "--lacked-by", "other", metavar="AGENCY", help="List what AGENCY surely held and this one lacked."
)
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(integrated: Path, agency: str, day: str, other: str | None, as_json_too: bool) -> None:
    """What had reached an agency by the end of a day, by the returns: surely, possibly, or disputed.

    With --lacked-by, what the agency surely held that no return shows reaching the other.
    What the returns leave unclear is listed as such. Accounts that are only proposed to be of one
    event give no knowledge.
    """

    def ask() -> None:
        on = read_day(day)
        knowledge = Knowledge(read_integrated(integrated))
        holder = agency_named(knowledge, agency)
        answer = (
            knowledge.known_to(holder, on)
            if other is None
            else knowledge.lacked_by(holder, _other(knowledge, holder, other), on)
        )
        if as_json_too:
            print_json(answer.as_json())
        else:
            lines = say_known(answer) if isinstance(answer, Known) else say_lacked(answer)
            click.echo("\n".join(lines))

    answering(ask, as_json_too=as_json_too)


def agency_named(knowledge: Knowledge, name: str) -> str:
    """The agency that goes by a name, but for case, spaces and punctuation."""
    if (found := knowledge.agencies.named(name)) is not None:
        return found
    there = "; ".join(knowledge.agencies.names) or "none"
    raise Trouble(f"No agency of this chronology is called “{name}”.", do=f"The agencies are: {there}.")


def read_day(words: str) -> date:
    """One day, in any spelling that names one; the day comes before the month."""
    moment = read(words)
    first, last = moment.earliest, moment.latest
    if not moment.placed or first is None or last is None or first.date() != last.date():
        why = f" {moment.refused}" if moment.refused else ""
        raise Trouble(f"“{words}” is not one day.{why}", do="Write a day of the calendar, like 1999-07-14.")
    return first.date()


def _other(knowledge: Knowledge, holder: str, name: str) -> str:
    other = agency_named(knowledge, name)
    if other == holder:
        raise Trouble(f"{holder} is named twice.", do="Name two different agencies.")
    return other


def say_known(known: Known) -> Iterator[str]:
    """The sentence first, then the entries by how surely they were known."""
    groups = {certainty: known.of(certainty) for certainty in Certainty}
    sure = counted(len(groups[Certainty.SURE]), "entry", "entries")
    said = [f"{known.agency} surely held {sure}"]
    for certainty in (Certainty.POSSIBLE, Certainty.DISPUTED):
        if count := len(groups[certainty]):
            said.append(f"{count:,} more {'is' if count == 1 else 'are'} {certainty}")
    if known.cannot_say:
        said.append(f"of {len(known.cannot_say):,} we cannot say")
    yield f"By the returns, at the end of {spoken_day(known.on)} {joined(said)}."
    for certainty, several in groups.items():
        yield from _listed(certainty.capitalize(), several, with_why=certainty is not Certainty.SURE)
    yield from _listed("Cannot say", known.cannot_say, with_why=True)


def say_lacked(lacked: Lacked) -> Iterator[str]:
    """The sentence first, then what was held, the longest held first."""
    count = counted(len(lacked.entries), "entry", "entries")
    held = f"at the end of {spoken_day(lacked.on)} {lacked.agency} surely held {count}"
    yield f"By the returns, {held} that no return shows reaching {lacked.lacked_by}."
    if lacked.entries:
        yield ""
        yield "Held, the longest first:"
        yield from in_columns([_held(one, lacked.on) for one in lacked.entries])
    if lacked.cannot_say:
        yield ""
        yield f"The returns do not make clear whether these reached {lacked.lacked_by}."
    yield from _listed("Cannot say", lacked.cannot_say, with_why=True)


def _held(one: Knowing, on: date) -> tuple[str, ...]:
    """Since what day it was surely held, and for how many days."""
    latest = one.since.latest
    held = (f"since {spoken_day(latest)}", counted((on - latest.date()).days, "day")) if latest else ("", "")
    return *held, *_what_and_where(one)


def _listed(heading: str, several: Sequence[Knowing | CannotSay], *, with_why: bool) -> Iterator[str]:
    if not several:
        return
    yield ""
    yield f"{heading}: {len(several):,}"
    rows = [(_when(one), *_what_and_where(one)) for one in several]
    for one, line in zip(several, in_columns(rows), strict=True):
        yield line
        if with_why:
            yield f"      {shortened(one.why, 3 * WIDTH)}"


def _when(one: Knowing | CannotSay) -> str:
    """Since when it was known; of what we cannot say, the entry's own date as written."""
    return (
        f"“{shortened(one.entry.when.text, WIDTH)}”" if isinstance(one, CannotSay) else f"since {one.since}"
    )


def _what_and_where(one: Knowing | CannotSay) -> tuple[str, str, str]:
    own = isinstance(one, Knowing) and one.how is How.OWN_ENTRY
    entry = one.entry
    return "own entry" if own else f"from {entry.agency}", shortened(entry.event, WIDTH), str(entry.place)
