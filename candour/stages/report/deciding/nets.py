"""The nets that read the report's text, cast over words beside it: which wait for a decision?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from candour.domain.disclosure import Paragraph, Part, Source, Undecided, undecided_words
from candour.domain.identity import Cast

_TITLE = "words beside the report"
"""In small letters, so that no net catches it."""


def undecided_beside(
    source: Source, beside: Iterable[tuple[str, Iterable[str]]], cast: Cast, *, allow: Iterable[str]
) -> tuple[Undecided, ...]:
    """As `undecided_words`, of the text and of what is public beside it: (where in words, its pieces)."""
    pieces = [(where, words) for where, all_words in beside for words in all_words if words.strip()]
    if not pieces:
        return undecided_words(source, cast, allow=allow)
    part = Part(_TITLE, tuple(Paragraph(_as_typed(words)) for _, words in pieces))
    last = sum(1 for _ in source.numbered())
    found = undecided_words(replace(source, parts=(*source.parts, part)), cast, allow=allow)
    return tuple(
        replace(one, where=pieces[one.paragraph - last - 1][0], paragraph=None)
        if one.paragraph is not None and one.paragraph > last
        else one
        for one in found
    )


def _as_typed(words: str) -> str:
    """References mean nothing beside the report: there they would be printed as they are typed."""
    return words.replace("[[", "[ [")
