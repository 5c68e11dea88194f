"""A whole name of everyday words that stands by chance: "The rates rose. Young people said", "Hill schools".

A part of a name alone is found wherever it stands, whatever stands beside it: "May 2012" may be somebody.
What is nobody is let be by `allow`, which a person fills.
"""

from __future__ import annotations

import re

from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.joints import Fit
from candour.domain.leaks.matching import Hit
from candour.domain.leaks.needles import Kind
from candour.domain.leaks.words import without_soft

_NEW_SENTENCE = re.compile(r"\b[a-z]+[.!?][\"'”’)\]]*\s+[A-Z]")
_WORD = re.compile(r"[^\W\d_]+")


def is_prose(hit: Hit, text: str) -> bool:
    """The end of a sentence between two words of a name, or the plural of a thing.

    A name has its capitals, and no full stop between them.
    """
    needle = hit.needle
    if needle.single or hit.fit is Fit.BROKEN or needle.kind not in (Kind.WHOLE, Kind.PLURAL):
        return False
    there = without_soft(text[hit.start : hit.end])
    words = _WORD.findall(needle.source)
    if needle.kind is Kind.PLURAL:
        last = _WORD.findall(there)[-1:]
        is_thing = there[0].isupper() and last[0].islower()
        return is_thing and words[-1][:1].isupper() and words[-1].lower() in everyday_words()
    return all(word.lower() in everyday_words() for word in words) and bool(_NEW_SENTENCE.match(there))
