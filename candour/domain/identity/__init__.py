"""Who a review is about: the cast, their names and their pseudonyms, and what of it must stay secret."""

from candour.domain.identity.cast import Cast
from candour.domain.identity.genogram import Genogram, genogram
from candour.domain.identity.person import Person, PersonKind
from candour.domain.identity.pseudonyms import suggest_pseudonyms
from candour.domain.identity.reading import read_cast
from candour.domain.identity.relations import Household, Relation, RelationKind

__all__ = [
    "Cast",
    "Genogram",
    "Household",
    "Person",
    "PersonKind",
    "Relation",
    "RelationKind",
    "genogram",
    "read_cast",
    "suggest_pseudonyms",
]
