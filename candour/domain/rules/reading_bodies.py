"""Who watches, may act and must be told, read from a pack key by key; sentences of the law."""

from __future__ import annotations

from datetime import date

from candour.domain.packs.tables import Table
from candour.domain.rules.bodies import Body, Can, Power, Told
from candour.domain.rules.regime import Says


def read_power(table: Table) -> Power:
    """A row of [[powers]]."""
    return Power(
        name=table.choice("name", Can),
        who=table.text("who"),
        sentence=table.text("sentence"),
        citation=table.text("citation"),
        verified=table.truth("verified"),
        in_force=table.truth("in_force", True),
        in_force_from=table.optional_day("from"),
        in_force_to=_last_day(table),
    )


def read_body(table: Table) -> Body:
    """A row of [[bodies]]."""
    return Body(
        name=table.slug("name"),
        title=table.text("title"),
        in_force_from=table.optional_day("from"),
        in_force_to=_last_day(table),
        says=table.text("says", ""),
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def read_told(table: Table) -> Told:
    """A row of [[notify]]."""
    return Told(
        to=table.text("to"),
        when=table.text("when"),
        clock=table.slug("clock") if table.has("clock") else "",
        citation=table.text("citation"),
        verified=table.truth("verified"),
    )


def read_says(table: Table) -> Says:
    """A row of [[remedies]] or [[principles]]."""
    return Says(table.text("sentence"), table.text("citation"), table.truth("verified"))


def _last_day(table: Table) -> date | None:
    """The day under `to`, which is not before that under `from`."""
    if not table.has("to"):
        return None
    last = table.day("to")
    if table.has("from") and last < table.day("from"):
        table.slip("to", "is before from")
    return last
