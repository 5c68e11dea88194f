"""candour known: what had reached an agency by the end of a day, and what another agency lacked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import click

from candour.cli.answers import answering, print_json
from candour.cli.wording import counted, in_columns, joined, shortened
from candour.domain.agencies import fold_name
from candour.domain.knowledge import (
    CannotSay,
    Certainty,
    EventKnown,
    How,
    Knowing,
    Knowledge,
    Known,
    Lacked,
    View,
    roles_of,
    spoken_day,
    view_of,
)
from candour.domain.moments import read
from candour.domain.trouble import Trouble
from candour.files.results.integrated_json import read_integrated

WIDTH = 72
TOLD_ALREADY = "Its own, told others already, and so held before its date or recording makes it sure"


@click.command(short_help="What an agency knew on a day, and what another lacked.")
@click.argument("integrated", metavar="INTEGRATED.JSON", type=click.Path(path_type=Path))
@click.option("--to", "agency", required=True, metavar="AGENCY", help="The agency asked about.")
@click.option(
    "--on", "day", required=True, metavar="DATE", help="The day, to its end: 1999-07-14 or 14/7/99."
)
@click.option(
    "--lacked-by", "other", metavar="AGENCY", help="List what AGENCY surely held and this one lacked."
)
@click.option("--role", metavar="ROLE", help="The view of one role: its own rows, and what AGENCY was told.")
@click.option("--json", "as_json_too", is_flag=True, help="One JSON document on stdout.")
def command(
    integrated: Path, agency: str, day: str, other: str | None, role: str | None, as_json_too: bool
) -> None:
    """What had reached an agency by the end of a day, by the returns: surely, possibly, or disputed.

    With --lacked-by, what the agency surely held that no return shows reaching the other.
    What the returns leave unclear is listed as such. Accounts that are only proposed to be of one
    event give no knowledge; of an event that a person confirmed, that it happened is known and no more.
    """

    def ask() -> None:
        on = read_day(day)
        knowledge = Knowledge(read_integrated(integrated))
        holder = agency_named(knowledge, agency)
        if other is not None:
            lacked = knowledge.lacked_by(holder, _other(knowledge, holder, other, role), on)
            _answer(lacked.as_json(), say_lacked(lacked), as_json_too=as_json_too)
        elif role is not None:
            view = view_of(knowledge, holder, on, _role(knowledge, holder, role))
            _answer(view.as_json(), say_view(view), as_json_too=as_json_too)
        else:
            known = knowledge.known_to(holder, on)
            _answer(known.as_json(), say_known(known), as_json_too=as_json_too)

    answering(ask, as_json_too=as_json_too)


def _answer(shape: dict[str, Any], lines: Iterator[str], *, as_json_too: bool) -> None:
    if as_json_too:
        print_json(shape)
    else:
        click.echo("\n".join(lines))


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


def _other(knowledge: Knowledge, holder: str, name: str, role: str | None) -> str:
    if role is not None:
        raise Trouble("What a role lacked no return says.", do="Leave out either --role or --lacked-by.")
    other = agency_named(knowledge, name)
    if other == holder:
        raise Trouble(f"{holder} is named twice.", do="Name two different agencies.")
    return other


def _role(knowledge: Knowledge, agency: str, name: str) -> str:
    """One of the agency's roles, but for case, spaces and punctuation."""
    roles = roles_of(knowledge.chronology.entries, agency)
    for role in roles:
        if fold_name(role) == fold_name(name):
            return role
    there = "; ".join(roles) or "none"
    raise Trouble(f"No row of {agency} stands under the role “{name}”.", do=f"Its roles are: {there}.")


def say_known(known: Known) -> Iterator[str]:
    """The sentence first, then the entries by how surely they were known."""
    told = {one.entry.id for one in known.told_already}
    groups = {each: [one for one in known.of(each) if one.entry.id not in told] for each in Certainty}
    sure = counted(len(groups[Certainty.SURE]) + len(told), "entry", "entries")
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
    yield from _listed(TOLD_ALREADY, known.told_already, with_why=True)
    yield from _events(known.events)
    if known.unmatched_names:
        yield ""
        yield f"Told by that day, and matching no agency here: {len(known.unmatched_names):,}"
        yield from (f"  {shortened(name, WIDTH)}" for name in known.unmatched_names)


def say_view(view: View) -> Iterator[str]:
    """What one role could have seen: the sentence first, then the entries, and what is left open."""
    seen = counted(len(view.seen), "entry", "entries")
    who = f"{view.role} of {view.agency}"
    yield f"By the returns, at the end of {spoken_day(view.on)} {who} could see {seen}."
    for certainty in Certainty:
        several = [one for one in view.known if one.certainty is certainty]
        yield from _listed(certainty.capitalize(), several, with_why=certainty is not Certainty.SURE)
    yield from _listed("Cannot say", view.cannot_say, with_why=True)
    yield from _listed(TOLD_ALREADY, view.told_already, with_why=True)
    yield from _events(view.events)
    yield ""
    yield "A return says that an agency was told, and seldom whom in it: what was told stands here for all."
    others = counted(view.other_roles, "entry", "entries")
    yield f"Under other roles of {view.agency}: {others}. Later, or elsewhere: {view.fenced:,}."


def _events(events: Sequence[EventKnown]) -> Iterator[str]:
    """Confirmed events that were known to have happened; the words of other accounts are not known by it."""
    told = [one for one in events if one.others]
    if not told:
        return
    yield ""
    yield f"Known to have happened, while the words of other accounts of it had not come: {len(told):,}"
    for one in told:
        yield f"  {one.certainty}, since {one.since}: {shortened(one.through[0].event, WIDTH)}"
        yield f"      {shortened(one.why, 4 * WIDTH)}"


def say_lacked(lacked: Lacked) -> Iterator[str]:
    """The sentence first, then what was held, the longest held first."""
    count = counted(len(lacked.entries), "entry", "entries")
    held = f"at the end of {spoken_day(lacked.on)} {lacked.agency} surely held {count}"
    yield f"By the returns, {held} that no return shows reaching {lacked.lacked_by}."
    if lacked.entries:
        yield ""
        yield "Held, the longest first:"
        yield from in_columns([_held(one, lacked.on) for one in lacked.entries])
    if lacked.of_known_events:
        yield ""
        yield f"Accounts of events that {lacked.lacked_by} knew of, whose words no return shows reaching it:"
        yield from in_columns([_held(one.held, lacked.on) for one in lacked.of_known_events])
    if lacked.told_already:
        yield ""
        yield f"Told by {lacked.lacked_by} itself, which recorded it after that day, so not lacked:"
        yield from in_columns([_held(one, lacked.on) for one in lacked.told_already])
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
    own = isinstance(one, Knowing) and one.how is not How.TOLD
    entry = one.entry
    return "own entry" if own else f"from {entry.agency}", shortened(entry.event, WIDTH), str(entry.place)
