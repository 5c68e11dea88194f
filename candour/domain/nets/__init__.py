"""Three nets over the words of a text: the cast, identifiers by their form, and whatever nobody has decided on."""

from candour.domain.nets.identifiers import Form, Identifier, identifiers
from candour.domain.nets.mentions import Mention, mentions
from candour.domain.nets.scan import Scan, scan
from candour.domain.nets.senses import How
from candour.domain.nets.undecided import Waiting, Why, undecided

__all__ = [
    "Form",
    "How",
    "Identifier",
    "Mention",
    "Scan",
    "Waiting",
    "Why",
    "identifiers",
    "mentions",
    "scan",
    "undecided",
]
