"""Why an entry counts as known, in one or two plain sentences that keep to what the returns say."""

from __future__ import annotations

from collections.abc import Iterable

from candour.domain.chronology.entry import Entry, Status, Telling
from candour.domain.knowledge.since import Since, runs_past, told_before_it_happened
from candour.domain.moments import Moment

SAID = {
    Status.TOLD: "{agency} says that it told {name}{on}.",
    Status.JOINT: "{agency} says that it did this jointly with {name}{on}.",
    Status.IMPLIED: "The return of {agency} implies that {name} was told{on}.",
    Status.DISPUTED: "It is disputed whether {agency} told {name}{on}.",
    Status.UNCLEAR: "The return of {agency} does not make clear whether {name} was told{on}.",
    Status.NOT_TOLD: "{agency} says that it did not tell {name}.",
}


def own_entry_because(entry: Entry, since: Since, *, sure: bool) -> str:
    sentences = [f"Its own entry, dated {_as_written(entry.when)}."]
    if entry.recorded is not None and not entry.recorded.placed:
        sentences.append(f"When it was recorded, {_as_written(entry.recorded)}, could not be read.")
    elif entry.recorded is not None:
        sentences.append(f"It was recorded {_as_written(entry.recorded)}.")
    return " ".join(sentences + _left_open(since, sure=sure))


def telling_because(
    entry: Entry, telling: Telling, since: Since, beside: Iterable[Status], *, sure: bool
) -> str:
    """`beside` are the statuses of other tellings of the same entry to the same agency."""
    on = "" if telling.on is None else f", {_as_written(telling.on)}"
    sentences = [SAID[telling.status].format(agency=entry.agency, name=telling.name, on=on)]
    sentences += _about_the_date(entry, telling)
    sentences += _left_open(since, sure=sure or telling.status not in (Status.TOLD, Status.JOINT))
    others = ", ".join(status.replace("_", " ") for status in beside)
    if others:
        sentences.append(f"Another telling of it to the same agency is given as: {others}.")
    return " ".join(sentences)


def lacking_because(entry: Entry, agency: str, *, said_not_told: bool) -> str:
    """Why an entry counts as not held: the word of a return, or the silence of all."""
    if said_not_told:
        return SAID[Status.NOT_TOLD].format(agency=entry.agency, name=agency)
    return f"No return shows it reaching {agency}."


def _about_the_date(entry: Entry, telling: Telling) -> list[str]:
    on, written = telling.on, _as_written(entry.when)
    if on is None:
        return [f"The telling has no date, so the entry's own, {written}, is taken."]
    if not on.placed:
        return ["The date of the telling could not be read."]
    if told_before_it_happened(entry.when, on):
        return [f"That is before the entry's own date, {written}, which is taken instead."]
    if runs_past(entry.when, on):
        return [f"The entry itself, {written}, may go on after the telling."]
    return []


def _left_open(since: Since, *, sure: bool) -> list[str]:
    if sure:
        return []
    if since.latest is None:
        return ["No day is given by which it was surely known."]
    return [f"It became known {'some time from ' if since.earliest else ''}{since}."]


def _as_written(moment: Moment) -> str:
    doubt = f" ({moment.doubt})" if moment.doubt else ""
    return f"“{' '.join(moment.text.split())}”{doubt}"
