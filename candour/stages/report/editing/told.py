"""A row of the source as the domain's value: a paragraph with all that stands under it, or one of these."""

from __future__ import annotations

from candour.domain import disclosure
from candour.domain.disclosure import Audience, Edition, Figure, Quotation, Reference
from candour.domain.disclosure.tokens import Phrase, tokens_of, written
from candour.stages.report.models import Paragraph, Under, UnderKind


def as_told(paragraph: Paragraph) -> disclosure.Paragraph:
    """Raises Trouble for one without words, and for a closed one without reason or gist."""
    standing = [one for one in paragraph.under.all() if one.withdrawn_at is None] if paragraph.pk else []
    resting = [entry.key for entry in paragraph.rests_on.all()] if paragraph.pk else []
    return disclosure.Paragraph(
        text=paragraph.text,
        audience=Audience(paragraph.audience),
        reason=paragraph.reason,
        gist=paragraph.gist,
        rests_on=(*resting, *paragraph.rests_on_words),
        under=tuple(map(under_told, standing)),
        editions=_editions(paragraph),
        wordings=tuple((Edition(word), words) for word, words in sorted(paragraph.told_as.items())),
        phrase_reasons=_phrase_reasons(paragraph),
    )


def under_told(under: Under) -> disclosure.under.Under:
    """Raises Trouble as `as_told`, and for a figure whose rows have not a cell for each column."""
    closing = (Audience(under.audience), under.reason, under.gist)
    match under.kind:
        case UnderKind.QUOTATION:
            return Quotation(under.text, under.said_by, *closing)
        case UnderKind.FIGURE:
            rows = tuple(tuple(row) for row in under.rows)
            return Figure(under.text, tuple(under.columns), rows, under.alt, *closing)
        case _:
            return Reference(under.text, *closing)


def _phrase_reasons(paragraph: Paragraph) -> tuple[tuple[str, str], ...]:
    """Of the phrases that are closed now; the last reason where the same words were closed twice."""
    if not paragraph.phrases:
        return ()
    said = {one["words"]: one["reason"] for one in paragraph.phrases}
    tokens = (tokens_of(text, "the paragraph") for text in (paragraph.text, *paragraph.told_as.values()))
    closed = {written(one.secret) for text in tokens for one in text if isinstance(one, Phrase)}
    return tuple((words, why) for words, why in sorted(said.items()) if words in closed)


def _editions(paragraph: Paragraph) -> tuple[Edition, ...]:
    whole = (Edition.WHOLE,) if paragraph.is_in_whole else ()
    return (*whole, *(one for one in Edition if one in paragraph.editions and one is not Edition.WHOLE))
