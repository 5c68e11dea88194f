"""One way of looking at a chronology, worked out: what matches, what is known, which rows are shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from candour.domain.chronology.entry import Entry
from candour.domain.timeline.marks import in_window
from candour.domain.timeline.scale import Scale
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.as_known import AsKnown, as_known
from candour.stages.chronology.seeing.under import Under, under_of
from candour.stages.chronology.seeing.windows import WIDTH, Window


@dataclass(frozen=True, slots=True)
class Seen:
    """`within` are all entries of the window's days, `rows` those of them that are asked for.

    `known` is how they stood with an agency on a day, where that is asked: what came later is in neither.
    """

    whole: Whole
    window: Window
    under: Under
    matches: frozenset[str] | None
    known: AsKnown | None
    within: Sequence[Entry]
    rows: Sequence[Entry]


def see(whole: Whole, window: Window, under: Under | None = None) -> Seen:
    """`under` is what was read already."""
    entries = whole.chronology.entries
    under = under or under_of(window.review, entries)
    chosen = window.chosen
    matches = frozenset(one.id for one in chosen.matching(entries, under.by_entry)) if chosen else None
    known = as_known(whole.chronology, window.known, window.known_on) if window.known else None
    scale = Scale.of(window.start, window.end, WIDTH)
    within = [one for one in entries if in_window(one, scale) and not (known and known.fences(one))]
    rows = within if matches is None else [one for one in within if one.id in matches]
    return Seen(whole, window, under, matches, known, within, rows)
