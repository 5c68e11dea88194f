"""What stands under a numbered paragraph without a number of its own: quotations, figures and notes."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.disclosure.words import Audience
from candour.domain.trouble import Trouble


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody, as they were said or written; `by` tells who, with references."""

    text: str
    by: str = ""
    audience: Audience = Audience.OPEN
    reason: str = ""
    gist: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Trouble("The quotation has no words.", do="Write it, or take it out.")
        refuse_without_gist("A closed quotation", self.audience, self.reason, self.gist)


@dataclass(frozen=True, slots=True)
class Figure:
    """A table under its title; where its last column is of whole numbers, bars are drawn from it too.

    `alt` says in a sentence what the figure shows, for those who hear it. Never a picture from outside:
    what no program can read could hold anything.
    """

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    alt: str
    audience: Audience = Audience.OPEN
    reason: str = ""
    gist: str = ""

    def __post_init__(self) -> None:
        if not (self.title.strip() and self.alt.strip()):
            raise Trouble("A figure needs a title, and a sentence on what it shows.", do="Write both.")
        if not self.columns or not self.rows or any(len(row) != len(self.columns) for row in self.rows):
            raise Trouble(
                "The figure’s rows do not have a cell for each of its columns.",
                do="Give it columns, and rows of as many cells.",
            )
        refuse_without_gist("A closed figure", self.audience, self.reason, self.gist)


@dataclass(frozen=True, slots=True)
class Reference:
    """A note under a paragraph: what it rests on, for the reader who wants to look."""

    text: str
    audience: Audience = Audience.OPEN
    reason: str = ""
    gist: str = ""

    def __post_init__(self) -> None:
        if not self.text.strip():
            raise Trouble("The note has no words.", do="Write it, or take it out.")
        refuse_without_gist("A closed note", self.audience, self.reason, self.gist)


Under = Quotation | Figure | Reference


def refuse_without_gist(what: str, audience: Audience, reason: str, gist: str) -> None:
    """Raises Trouble for what is closed without a reason or a gist."""
    if audience is Audience.OPEN:
        return
    if not reason.strip():
        raise Trouble(f"{what} needs a reason.", do="Say why the public may not read it.")
    if not gist.strip():
        raise Trouble(
            f"{what} needs a gist for the open report.",
            do="Say in a sentence what it concerns, without what is secret.",
        )
