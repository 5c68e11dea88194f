"""The view from the tunnel: the chronology as an agency, or one role in it, could have seen it on a day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from candour.domain.knowledge import Knowledge, roles_of, view_of
from candour.files.pictures.knew import tunnel_svg
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.knowledge.knowing import drawn_known
from candour.stages.chronology.knowledge.knowing_rows import (
    KnownRow,
    LaterRow,
    known_rows,
    later_rows,
    perhaps_held,
)
from candour.stages.chronology.seeing.windows import span_of

IN_PICTURE = 20
"""Rows drawn, the latest; the table has all of them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """`other_roles` are the agency's own entries under other roles or none; `fenced` had not come.

    `of_events` counts events seen of which others wrote too: their words are behind the fence.
    """

    agency: str
    role: str
    on: date
    rows: tuple[KnownRow, ...]
    of_events: int
    other_roles: int
    fenced: int
    later: tuple[LaterRow, ...] = ()

    @property
    def who(self) -> str:
        return f"{self.role} of {self.agency}" if self.role else self.agency


def roles_by(knowledge: Knowledge, agency: str, on: date) -> tuple[str, ...]:
    """The roles that can be asked for: a role that first stands in a later row is behind the fence too."""
    return roles_of((one.entry for one in view_of(knowledge, agency, on).held), agency)


def seen_from(
    knowledge: Knowledge, whole: Whole, agency: str, role: str, on: date, *, fence_open: bool = False
) -> Seen:
    """What had come by the end of the day. What others held then lies behind the fence too."""
    view = view_of(knowledge, agency, on, role)
    later: list[LaterRow] = []
    if fence_open:
        # What stands under other roles is not behind the fence: their agency held it on the day.
        listed = {
            one.entry.id for one in (*knowledge.standings(agency, on), *knowledge.told_already(agency, on))
        }
        perhaps = perhaps_held(knowledge, whole, agency, on, listed)
        later = later_rows(knowledge, whole, agency, listed, perhaps)
    return Seen(
        agency,
        role,
        on,
        tuple(known_rows(view.held, whole)),
        sum(1 for one in view.events if one.others),
        view.other_roles,
        view.fenced,
        tuple(later),
    )


def seen_svg(found: Seen, whole: Whole, page_of_rows: str) -> str:
    """The latest rows, to the fence, and as much ground behind it as the chronology goes on."""
    rows = found.rows[-IN_PICTURE:]
    first = min((one.first for one in rows if one.first), default=found.on)
    span = span_of(whole.chronology.entries)
    last = max(span[1] if span else found.on, found.on)
    # A year behind the fence is enough to see that there is more: the picture is of what was seen.
    behind = min(last, date.fromordinal(found.on.toordinal() + max(30, (found.on - first).days // 2)))
    drawn = [drawn_known(one, first, f"{page_of_rows}#{{}}".format) for one in rows]
    return tunnel_svg(
        drawn, found.on, first=first, last=behind, fenced=found.fenced, says=" ".join(says_of(found))
    )


def says_of(found: Seen) -> list[str]:
    """What the page says before it shows anything: by the returns, and nothing of later."""
    count = len(found.rows)
    could = f"{found.who} could see {'one entry' if count == 1 else f'{count:,} entries'}"
    said = [f"By the returns, {could} by the end of that day."]
    unsure = [
        f"{number:,} {words}"
        for sure, words in (("possible", "possibly"), ("disputed", "in dispute"))
        if (number := sum(1 for one in found.rows if one.sure == sure))
    ]
    if unclear := sum(1 for one in found.rows if one.sure == "cannot_say"):
        unsure.append(f"of {unclear:,} we cannot say")
    if unsure:
        said.append(f"Of these, {' and '.join(filter(None, [', '.join(unsure[:-1]), unsure[-1]]))}.")
    return said
