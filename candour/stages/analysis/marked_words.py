"""A text as it is shown: in paragraphs, with the phrases that look back marked and a question for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape, linebreaks
from django.utils.safestring import SafeString, mark_safe

from candour.domain.language import LookingBack, looking_back


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with its marks: `html` is safe, for every word of it was escaped."""

    html: SafeString
    marks: tuple[LookingBack, ...]


def marked(text: str) -> Marked:
    marks = looking_back(text)
    pieces, last = [], 0
    for one in marks:
        pieces.append(escape(text[last : one.start]))
        pieces.append(mark_safe(f'<mark class="undecided">{escape(one.words)}</mark>'))
        last = one.end
    pieces.append(escape(text[last:]))
    joined = mark_safe("".join(pieces))
    return Marked(mark_safe(linebreaks(joined)), marks)


def each_once(marks: Iterable[LookingBack]) -> list[LookingBack]:
    """One of each phrase, for the questions beside the text."""
    return list({one.words.casefold(): one for one in marks}.values())
