"""The words that every file of a report says about itself, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass

from candour.domain.disclosure import (
    Audience,
    Edition,
    ShownParagraph,
    ShownUnder,
    Standing,
    UnderKind,
    View,
)

_INVENTED = "Demonstration. Every person, place, board and agency in this report is invented."
_EDITIONS = {
    Edition.WHOLE: "{} report",
    Edition.SUMMARY: "Executive summary of the {} report",
    Edition.BRIEFING: "Seven-minute briefing, {} report",
    Edition.CHILD: "For children and young people, {} report",
    Edition.LETTER: "Letter from the review, {} report",
}


@dataclass(frozen=True, slots=True)
class Wording:
    """`kind` and `number` stand at the top and the foot; `lead` under the title; `invented` may be ""."""

    kind: str
    number: str
    lead: str
    invented: str


def wording_of(view: View) -> Wording:
    """What this report says about itself before its first paragraph."""
    kind = _EDITIONS[view.edition].format("open" if view.audience is Audience.OPEN else "closed")
    return Wording(
        kind=kind[:1].upper() + kind[1:],
        number=f"Review {view.review_number}",
        lead=_lead(view),
        invented=_INVENTED if view.invented else "",
    )


def caption_of(one: ShownUnder) -> str:
    """What stands over a figure, before a note, and after a quotation."""
    match one.kind:
        case UnderKind.FIGURE:
            return f"Figure {one.number}. {one.text}"
        case UnderKind.NOTE:
            return f"Note {one.number}. {one.text}"
        case UnderKind.QUOTATION:
            return one.by


def quoted(one: ShownUnder) -> str:
    """The words of a quotation in quotation marks, once."""
    return one.text if one.text[:1] in "“\"'‘" else f"“{one.text}”"


def _lead(view: View) -> str:
    if view.edition in (Edition.LETTER, Edition.CHILD):
        return ""
    if view.by_order:
        return _with_count(
            view,
            f"Made for one person, {_ordered(view)}."
            + (" With real names and days." if view.real_names else " People have other names in it."),
        )
    if view.audience is Audience.CLOSED:
        names = "With real names and days. Only for those who were given a copy."
        closed = _how_many(view, Standing.CLOSED)
        return f"{names} {closed} closed to the public, with the reason." if closed else names
    names = "People have other names in this report, and days are given as months, seasons or years."
    return _with_count(view, names)


def _ordered(view: View) -> str:
    """By whose orders, as the orders say it."""
    roles = [f"the {one[:1].lower()}{one[1:]}" for one in view.ordered_as]
    return f"under orders of {' and '.join(roles)}" if roles else "by order"


def reasons_of_phrases(one: ShownParagraph) -> str:
    """Why words inside the paragraph are closed; in the order of the phrases, and "" where none has one."""
    if not any(one.phrase_reasons):
        return ""
    said = [reason or "not written down" for reason in one.phrase_reasons]
    if len(said) > 1:
        said = [f"{n}. {reason}" for n, reason in enumerate(said, 1)]
    return "; ".join(said)


def _with_count(view: View, names: str) -> str:
    withheld = _how_many(view, Standing.GIST)
    told = "in the closed report; a sentence in the place of each says what it concerns."
    brackets = " Words in square brackets stand for closed words." if _has_brackets(view) else ""
    return f"{names} {withheld} {told}{brackets}" if withheld else f"{names}{brackets}"


def _has_brackets(view: View) -> bool:
    return any("[" in one.text for one in view.paragraphs)


def _how_many(view: View, standing: Standing) -> str:
    standings = [paragraph.standing for paragraph in view.paragraphs]
    number, whole = standings.count(standing), len(standings)
    return f"{number} of {whole} paragraphs {'is' if number == 1 else 'are'}" if number else ""
