"""The open report's paragraphs for a bundle, taken from the view that its files were written from."""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.disclosure import Audience, ShownParagraph, ShownUnder, Standing, View
from candour.files.bundles.contents import Paragraph, ParagraphKind, Under, UnderKind


def paragraphs_of(view: View, findings: Mapping[int, int]) -> tuple[Paragraph, ...]:
    """`findings`: paragraph number -> the finding it belongs to. A closed view has no place in a bundle."""
    if view.audience is not Audience.OPEN:
        raise ValueError("only the open report goes to the reading room")
    return tuple(
        Paragraph(
            number=str(one.number),
            text=_text(one),
            kind=ParagraphKind.GIST if one.standing is Standing.GIST else ParagraphKind.OPEN,
            part=part.title,
            finding=findings.get(one.number),
            under=tuple(map(_under, one.under)),
        )
        for part in view.parts
        for one in part.paragraphs
    )


def _text(one: ShownParagraph) -> str:
    """A gist that neighbours share is told at the first of them."""
    return f"See paragraph {one.first}." if one.is_told_before else one.text


def _under(one: ShownUnder) -> Under:
    if not one.standing.is_shown:
        return Under(UnderKind.GIST, one.words, one.number)
    return Under(UnderKind(one.kind), one.text, one.number, one.by, one.columns, one.rows, one.alt)
