"""The lanes a chronology is drawn in: one an agency, or regrouped by people or by theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from candour.domain.chronology.chosen import people_of
from candour.domain.timeline import Lane, LanesOf, lanes_named
from candour.stages.chronology.accounts.linked import Whole
from candour.stages.chronology.seeing.as_known import AsKnown
from candour.stages.chronology.seeing.under import Under

AGENCY, PEOPLE, THEME = "agency", "people", "theme"
LANES = {AGENCY: "by agency", PEOPLE: "by person", THEME: "by theme"}
MOST_LANES = 24

OTHER_PEOPLE, NOBODY = "Other people", "Nobody is named"
OTHER_THEMES, NO_THEME = "Other themes", "Under no line or theme"


def lanes_by(
    lanes: str, whole: Whole, under: Under, known: AsKnown | None = None
) -> tuple[Sequence[Lane], LanesOf | None]:
    """The lanes, and which of them an entry stands in where that is not its agency's.

    A line of enquiry has its lane, in the review's order, though nothing stands under it yet.
    Whoever first stands in rows behind the fence of what was `known` has none.
    """
    if lanes not in (PEOPLE, THEME):
        return whole.lanes, None
    entries = whole.chronology.entries
    in_view = tuple(one for one in entries if not (known and known.fences(one)))
    chronology = replace(whole.chronology, entries=in_view)
    if lanes == PEOPLE:
        return lanes_named(chronology, people_of, most=MOST_LANES, others=OTHER_PEOPLE, none=NOBODY)
    return lanes_named(
        chronology, under.of, most=MOST_LANES, others=OTHER_THEMES, none=NO_THEME, always=under.lines
    )
