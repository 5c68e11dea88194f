"""A text under pseudonyms, by all that the first net finds; and under names again, for whoever may."""

from __future__ import annotations

import re

from candour.domain.identity import Cast, Person
from candour.domain.identity.renaming import SEVERAL
from candour.domain.nets.mentions import Mention, mentions


def anonymised(text: str, cast: Cast) -> str:
    """Every mention as the pseudonym of whoever is meant; where two or more may be meant, "(a name)".

    Finds misspelt names, nicknames and initials too, and still not everything: a copy to read, and not for
    publication.
    """
    pieces, end = list[str](), 0
    for one in mentions(text, cast):
        pieces += [text[end : one.start], _pseudonym(one, cast)]
        end = one.end
    return "".join([*pieces, text[end:]])


def personalised(text: str, cast: Cast) -> str:
    """Every pseudonym of the cast as the name it stands for, whole words, the longest pseudonym first."""
    named = {" ".join(one.pseudonym.casefold().split()): one.name for one in cast.secret if one.pseudonym}
    if not named:
        return text
    longest = sorted(named, key=lambda one: (-len(one), one))
    words = "|".join(r"\s+".join(map(re.escape, one.split())) for one in longest)
    told = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return told.sub(lambda found: named.get(" ".join(found[0].casefold().split()), found[0]), text)


def _pseudonym(one: Mention, cast: Cast) -> str:
    told = {_told(cast.by_key[key]) for key in one.keys}
    return told.pop() if len(told) == 1 else SEVERAL


def _told(person: Person) -> str:
    return person.pseudonym or f"({person.kind.replace('_', ' ')} without a pseudonym)"
