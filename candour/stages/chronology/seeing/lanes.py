"""The lanes a chronology is drawn in: one an agency, or regrouped by people or by theme."""

from __future__ import annotations

from collections.abc import Sequence

from candour.domain.chronology.chosen import people_of
from candour.domain.timeline import Lane, LanesOf, lanes_named
from candour.stages.chronology.accounts_linked import Whole
from candour.stages.chronology.seeing.under import Under

AGENCY, PEOPLE, THEME = "agency", "people", "theme"
LANES = {AGENCY: "by agency", PEOPLE: "by person", THEME: "by theme"}
MOST_LANES = 24

OTHER_PEOPLE, NOBODY = "Other people", "Nobody is named"
OTHER_THEMES, NO_THEME = "Other themes", "Under no line or theme"


def lanes_by(lanes: str, whole: Whole, under: Under) -> tuple[Sequence[Lane], LanesOf | None]:
    """The lanes, and which of them an entry stands in where that is not its agency's.

    A line of enquiry has its lane, in the review's order, though nothing stands under it yet.
    """
    if lanes == PEOPLE:
        return lanes_named(whole.chronology, people_of, most=MOST_LANES, others=OTHER_PEOPLE, none=NOBODY)
    if lanes == THEME:
        return lanes_named(
            whole.chronology,
            under.of,
            most=MOST_LANES,
            others=OTHER_THEMES,
            none=NO_THEME,
            always=under.lines,
        )
    return whole.lanes, None
