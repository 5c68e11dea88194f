"""What stands around a date and may complete it: the year or month of a heading, and an anchor."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.moments.moment import Moment


@dataclass(frozen=True, slots=True)
class Context:
    """`year` and `month` are what a heading above says; `anchor` is what relative dates count from."""

    year: int | None = None
    month: int | None = None
    anchor: Moment | None = None


ALONE = Context()
"""Nothing around it: the words must say everything themselves."""
