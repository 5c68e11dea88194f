"""Three nets over a text: the cast, identifiers by their form, and whatever nobody has decided on."""

from candour.domain.nets.identifiers import Form, Identifier, identifiers
from candour.domain.nets.mentions import Mention, mentions
from candour.domain.nets.renamed import anonymised, personalised
from candour.domain.nets.scan import Scan, scan
from candour.domain.nets.senses import How
from candour.domain.nets.suggesting import Candidate, Sign, suggest_cast
from candour.domain.nets.undecided import Waiting, Why, undecided

__all__ = [
    "Candidate",
    "Form",
    "How",
    "Identifier",
    "Mention",
    "Scan",
    "Sign",
    "Waiting",
    "Why",
    "anonymised",
    "identifiers",
    "mentions",
    "personalised",
    "scan",
    "suggest_cast",
    "undecided",
]
