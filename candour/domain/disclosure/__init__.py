"""One source, an open and a closed report: what each audience may read, and what is still undecided."""

from candour.domain.disclosure.orders import Order, Reader
from candour.domain.disclosure.reading import read_source
from candour.domain.disclosure.shown import ShownParagraph, ShownPart, ShownUnder, Standing, UnderKind, View
from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.texts import hidden_days, open_texts, texts
from candour.domain.disclosure.twin import twin
from candour.domain.disclosure.undecided import Undecided, Why, undecided_words
from candour.domain.disclosure.under import Figure, Quotation, Reference
from candour.domain.disclosure.view import view
from candour.domain.disclosure.words import Audience, Edition
from candour.domain.disclosure.writing import source_shape

__all__ = [
    "Audience",
    "Edition",
    "Figure",
    "Order",
    "Paragraph",
    "Part",
    "Quotation",
    "Reader",
    "Reference",
    "ShownParagraph",
    "ShownPart",
    "ShownUnder",
    "Source",
    "Standing",
    "Undecided",
    "UnderKind",
    "View",
    "Why",
    "hidden_days",
    "open_texts",
    "read_source",
    "source_shape",
    "texts",
    "twin",
    "undecided_words",
    "view",
]
