"""The words that every file of a report says about itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.disclosure import Audience, Standing, View

_INVENTED = "Demonstration. Every person, place, board and agency in this report is invented."


@dataclass(frozen=True, slots=True)
class Wording:
    """`kind` and `number` stand at the top and the foot; `lead` under the title; `invented` may be ""."""

    kind: str
    number: str
    lead: str
    invented: str


def wording_of(view: View) -> Wording:
    """What this report says about itself before its first paragraph."""
    is_open = view.audience is Audience.OPEN
    return Wording(
        kind="Open report" if is_open else "Closed report",
        number=f"Review {view.review_number}",
        lead=_lead_of_open(view) if is_open else _lead_of_closed(view),
        invented=_INVENTED if view.invented else "",
    )


def _lead_of_open(view: View) -> str:
    names = "People have other names in this report, and days are given as months, seasons or years."
    withheld = _how_many(view, Standing.GIST)
    told = "in the closed report; a sentence in the place of each says what it concerns."
    return f"{names} {withheld} {told}" if withheld else names


def _lead_of_closed(view: View) -> str:
    names = "With real names and days. Only for those who were given a copy."
    closed = _how_many(view, Standing.CLOSED)
    return f"{names} {closed} closed to the public, with the reason." if closed else names


def _how_many(view: View, standing: Standing) -> str:
    standings = [paragraph.standing for paragraph in view.paragraphs]
    number, whole = standings.count(standing), len(standings)
    return f"{number} of {whole} paragraphs {'is' if number == 1 else 'are'}" if number else ""
