"""One source, an open and a closed report: what each audience may read, and what is still undecided."""

from candour.domain.disclosure.reading import read_source
from candour.domain.disclosure.source import Audience, Paragraph, Part, Source
from candour.domain.disclosure.undecided import Undecided, Why, undecided_words
from candour.domain.disclosure.view import ShownParagraph, ShownPart, Standing, View, view

__all__ = [
    "Audience",
    "Paragraph",
    "Part",
    "ShownParagraph",
    "ShownPart",
    "Source",
    "Standing",
    "Undecided",
    "View",
    "Why",
    "read_source",
    "undecided_words",
    "view",
]
