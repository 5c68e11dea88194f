"""All three nets over one text at once: who is named, which identifiers stand there, what waits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from candour.domain.identity import Cast
from candour.domain.nets.identifiers import Identifier, identifiers_in
from candour.domain.nets.mentions import Mention, mentions_in
from candour.domain.nets.senses import senses_of
from candour.domain.nets.undecided import Waiting, undecided_in


@dataclass(frozen=True, slots=True)
class Scan:
    """What the nets hold, each in the order of the text. An identifier may be one of the cast's own."""

    mentions: tuple[Mention, ...]
    identifiers: tuple[Identifier, ...]
    undecided: tuple[Waiting, ...]


def scan(text: str, cast: Cast, decided: Iterable[str] = ()) -> Scan:
    """The text is read once; what one word may mean is asked once for every distinct word.

    `decided`: words and phrases that somebody has looked at; why they did is kept by whoever asked them.
    """
    senses = senses_of(cast)
    tokens = senses.tokens(text)
    held = bytearray(len(tokens.words))
    mentions, identifiers = mentions_in(tokens, senses, held), identifiers_in(tokens, held)
    return Scan(mentions, identifiers, undecided_in(tokens, held, (*decided, *cast.pseudonyms)))
