"""The open report's paragraphs for a bundle, taken from the view that its files were written from."""

from __future__ import annotations

from collections.abc import Mapping

from candour.domain.disclosure import Audience, Standing, View
from candour.files.bundles.contents import Paragraph, ParagraphKind


def paragraphs_of(view: View, findings: Mapping[int, int]) -> tuple[Paragraph, ...]:
    """`findings`: paragraph number -> the finding it belongs to. A closed view has no place in a bundle."""
    if view.audience is not Audience.OPEN:
        raise ValueError("only the open report goes to the reading room")
    return tuple(
        Paragraph(
            number=str(one.number),
            text=one.text,
            kind=ParagraphKind.GIST if one.standing is Standing.GIST else ParagraphKind.OPEN,
            part=part.title,
            finding=findings.get(one.number),
        )
        for part in view.parts
        for one in part.paragraphs
    )
