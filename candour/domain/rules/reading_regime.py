"""A regime read from its pack's tables; what no single key shows is looked at last."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from candour.domain.deadlines import calendar_names
from candour.domain.packs.tables import Table
from candour.domain.rules.asked import Outcome
from candour.domain.rules.facts_shared import shared_facts
from candour.domain.rules.reading_bodies import read_body, read_power, read_says, read_told
from candour.domain.rules.reading_clocks import read_clock, read_no_clock
from candour.domain.rules.reading_facts import read_consideration, read_fact, read_kind, read_test
from candour.domain.rules.reading_papers import read_document, read_publication, read_retention
from candour.domain.rules.regime import NAMED, KnownTo, Regime, Subject

_PERIOD = re.compile(r"[12][0-9]{3}(-(0[1-9]|1[0-2]))?")
"""A year, or a month of one."""


def regime_of(top: Table) -> Regime:
    """The regime that a pack's tables hold; its slips are kept by the table."""
    (first, known_to), last, verified, never = _in_force(top.table("in_force"))
    facts = tuple(read_fact(one) for one in top.tables("facts", least=1))
    asked = {one.name: one for one in facts}
    regime = Regime(
        name=top.slug("name"),
        title=top.text("title"),
        short=top.text("short"),
        review=top.text("review"),
        question=top.text("question"),
        nation=top.text("nation"),
        subject=top.choice("subject", Subject),
        in_force_from=first,
        in_force_to=last,
        in_force_verified=verified,
        in_force_known_to=known_to,
        never=never,
        citation=top.text("citation"),
        who_decides=top.text("who_decides"),
        facts=facts,
        tests=tuple(read_test(one, asked) for one in top.tables("tests", least=1)),
        otherwise=top.choice("otherwise", Outcome),
        sentences=_sentences(top.table("outcomes")),
        considerations=tuple(map(read_consideration, top.tables("considerations"))),
        kinds=tuple(read_kind(one, asked) for one in top.tables("kinds")),
        clocks=tuple(map(read_clock, top.tables("clocks"))),
        no_clocks=tuple(map(read_no_clock, top.tables("no_clocks"))),
        bodies=tuple(map(read_body, top.tables("bodies"))),
        powers=tuple(map(read_power, top.tables("powers"))),
        remedies=tuple(map(read_says, top.tables("remedies"))),
        notify=tuple(map(read_told, top.tables("notify"))),
        documents=tuple(map(read_document, top.tables("documents"))),
        publication=read_publication(top.table("publication")),
        retention=tuple(map(read_retention, top.tables("retention"))),
        principles=tuple(map(read_says, top.tables("principles"))),
        sources=top.texts("sources", least=1),
        notes=top.texts("notes"),
    )
    _agree(top, regime)
    return regime


def _in_force(table: Table) -> tuple[tuple[date | None, KnownTo], date | None, bool, bool]:
    """First day and how far it is known, last day, whether they were checked, whether it was never law."""
    verified, never = table.truth("verified"), table.truth("never", False)
    if never:
        for key in ("from", "to"):
            if table.has(key):
                table.slip(key, "stands beside never = true", "What was never in force has no days.")
        return (None, KnownTo.DAY), None, verified, True
    (first, known_to), last = _since(table), table.optional_day("to")
    if last is not None and last < first:
        table.slip("to", "is before from")
    if known_to is not KnownTo.DAY and verified:
        table.slip(
            "verified", "is true, and the day is not known", "Write the whole day, or verified = false."
        )
    return (first, known_to), last, verified, False


def _since(table: Table) -> tuple[date, KnownTo]:
    """The day under `from`; of a year or a month its first day, and that no more is known."""
    if not (table.has("from") and isinstance(table.held("from"), str)):
        return table.day("from"), KnownTo.DAY
    written = table.text("from")
    if not _PERIOD.fullmatch(written):
        table.slip("from", "is not a day", 'Write a day, or "2010-03" or "2010" where no more is known.')
        return date.min, KnownTo.DAY
    year, _, month = written.partition("-")
    return date(int(year), int(month or 1), 1), KnownTo.MONTH if month else KnownTo.YEAR


def _sentences(table: Table) -> tuple[tuple[Outcome, str], ...]:
    return tuple((one, table.text(one)) for one in Outcome if table.has(one))


def _agree(top: Table, regime: Regime) -> None:
    """Slips that no single key shows."""
    for key in NAMED:
        several = regime.powers if key == "powers" else getattr(regime, key)
        names = [one.name for one in several] if key != "powers" else _powers(regime)
        for name in _twice(names):
            top.slip(key, f"holds “{name}” twice")
    if regime.nation and regime.nation not in calendar_names():
        top.slip("nation", f"is “{regime.nation}”", f"There are calendars of: {', '.join(calendar_names())}.")
    said = {outcome for outcome, _ in regime.sentences}
    for outcome in {regime.otherwise, *(test.outcome for test in regime.tests)} - said:
        top.slip(f"outcomes.{outcome}", "is missing, and the regime can lead to it")
    _facts_agree(top, regime)
    clocks = {one.name for one in regime.clocks}
    for number, told in enumerate(regime.notify, 1):
        if told.clock and told.clock not in clocks:
            top.slip(f"notify[{number}].clock", f"is “{told.clock}”, which is none of the clocks")


def _facts_agree(top: Table, regime: Regime) -> None:
    """Each is used, and one that regimes share is asked as all of them ask it."""
    used = {name for tree in regime.trees for name in tree.facts()}
    for name in sorted({fact.name for fact in regime.facts} - used):
        top.slip("facts", f"asks “{name}”, which no test uses")
    shared = shared_facts()
    for number, fact in enumerate(regime.facts, 1):
        if shared.get(fact.name, fact.kind) is not fact.kind:
            do = f'All regimes share it. Write kind = "{shared[fact.name]}", or give the fact another name.'
            top.slip(f"facts[{number}].kind", f"asks “{fact.name}” as a {fact.kind}", do)


def _powers(regime: Regime) -> list[str]:
    """A power may stand twice, given to two bodies or from two days."""
    return [f"{one.name} of {one.who} from {one.in_force_from or 'the start'}" for one in regime.powers]


def _twice(names: Iterable[str]) -> list[str]:
    several = list(names)
    return sorted({name for name in several if several.count(name) > 1})
