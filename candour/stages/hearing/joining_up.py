"""What joins up in an open bundle: over the report's open view and the papers beside it, as one text."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from candour.domain.disclosure import Audience, View
from candour.domain.disclosure.shown import ShownParagraph, ShownPart, Standing
from candour.domain.identity import Cast
from candour.domain.jigsaw import Fact, Join, JoinKind, PublicEvent, joins_in
from candour.stages.hearing.pieces import Piece

_NOTHING = View("a bundle", "", Audience.OPEN, invented=False, parts=())


def joins_in_copy(
    view: View | None, pieces: list[Piece], cast: Cast, public: tuple[PublicEvent, ...]
) -> tuple[dict[str, Any], ...]:
    """Each as it is kept beside the copy, with the place of each fact in words."""
    report = view or _NOTHING
    last = max((one.number for one in report.paragraphs), default=0)
    beside = {last + n: piece for n, piece in enumerate(pieces, 1) if piece.words.strip()}
    shown = tuple(ShownParagraph(n, piece.words, Standing.OPEN) for n, piece in beside.items())
    whole = replace(report, parts=(*report.parts, ShownPart("papers beside the report", shown)))
    found = joins_in(whole, cast, public=public)
    return tuple(_kept(one, beside) for one in found)


def _kept(join: Join, beside: dict[int, Piece]) -> dict[str, Any]:
    facts = [
        {"paragraph": one.paragraph, "words": one.words, "where": _where(one, beside)} for one in join.facts
    ]
    return {"kind": str(join.kind), "facts": facts, "why": join.why, "instead": join.instead}


def _where(fact: Fact, beside: dict[int, Piece]) -> str:
    piece = beside.get(fact.paragraph)
    return piece.where() if piece else f"{fact.where} of the report"


def joins_kept(shapes: list[dict[str, Any]]) -> list[Join]:
    """Back from what is kept beside a copy."""
    return [
        Join(
            JoinKind(one["kind"]),
            tuple(Fact(fact["paragraph"], fact["words"]) for fact in one["facts"]),
            one["why"],
            one["instead"],
        )
        for one in shapes
    ]
