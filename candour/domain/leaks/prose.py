"""Everyday words that stand like a name by chance: "The rates rose. Young people said", "Hill schools"."""

from __future__ import annotations

import re

from candour.domain.leaks.everyday import everyday_words
from candour.domain.leaks.joints import Fit
from candour.domain.leaks.matching import Hit
from candour.domain.leaks.needles import Kind
from candour.domain.leaks.words import without_soft

_NEW_SENTENCE = re.compile(r"\b[a-z]+[.!?][\"'”’)\]]*\s+[A-Z]")
_WORD = re.compile(r"[^\W\d_]+")
_YEAR = r"\s{1,2}(?:19|20)\d\d\b"
_SEASONS, _OF_YEAR = "spring summer autumn winter".split(), "april may june august march".split()
_AFTER: dict[str, str] = {
    "young": r"[\s-](?:people|persons?|child|children|carers?|adults?|m[ae]n|wom[ae]n|girls?|boys?)\b",
    "page": r"\s\d{1,4}\b",
    "day": r"\s\d{1,3}\b",
    "rose": r"\s(?:from|to|by)\s(?:about\s|over\s|nearly\s|some\s)?[\d£]",
    "grace": r"\speriods?\b",
    "field": r"\s(?:of|work)\b",
    "will": r"\s(?:be|have|not)\b",
    "long": r"[\s-](?:term|time|standing|ago)\b",
    "head": r"\s(?:of|teachers?|lice|injur\w+|circumference)\b",
    "green": r"\s(?:Paper|Book)\b",
    "white": r"\s(?:Paper|British|Irish)\b",
    "black": r"\s(?:African|British|Caribbean)\b",
    "child": r"\s(?:[A-Z\d]\b|protection\b)",
    **{month: _YEAR for month in _OF_YEAR},
    **{season: r"\s(?:of\s)?(?:19|20)\d\d\b" for season in _SEASONS},
}
"""What after an everyday word makes it no name, whoever is called so."""
_BEFORE: dict[str, str] = {
    **{month: r"(?<![\w.])(?:[12]?\d|3[01])(?:st|nd|rd|th)? (?:of )?\Z" for month in _OF_YEAR},
    **{season: r"\b(?:the|last|next|this|that|early|late)\s\Z" for season in _SEASONS},
}
_RULES = [{word: re.compile(rule) for word, rule in rules.items()} for rules in (_AFTER, _BEFORE)]
_CALLED = re.compile(r"([A-Z][a-z]*)\.? \Z")
_TITLES = frozenset(
    "Mr Mrs Ms Miss Dr Sir Lady Baby Master Aunt Uncle B C D E F G H J K L M N O P R S T W".split()
)
_SMALL = frozenset("rose will".split())
"""With a capital they are somebody: "moved Rose to 3 placements", "Will not seen"."""
_AS_IT_OPENS = frozenset("young long field grace".split())
"""With a capital only where a sentence opens: "the Young children" are the children of a family."""
_OPENS = re.compile(r"(?:\A|[.!?:;•*–—|\n\t])[\s\"'“‘(\[]*\Z")
_GOES_ON = re.compile(
    r"\b(?:the|both|all|two|three|four|these|those|of|to|and|with|for|other|older|by)\s+\Z", re.I
)
_CELL_ENDS = re.compile(r"[\n\t]")
_NEW_CELL = re.compile(r"(?:\A|[\n\t])\s*\Z")
_THAT = re.compile(r"\bthat\s\Z", re.I)
_COUNTED = re.compile(r"\b(?:at|aged?|age of|turned|over|under|only|child|person|adult|sibling) \d+ \Z", re.I)
""" "At 3 May was placed": an age, or a number of somebody, and no day."""
_NEAR = 24


def is_prose(hit: Hit, text: str) -> bool:
    """A phrase of everyday words, the end of a sentence between two of a name, the plural of a thing.

    A name has its capitals, and no full stop between them.
    """
    needle = hit.needle
    if needle.kind is Kind.PART and hit.fit is Fit.PLAIN:
        return _is_everyday_phrase(text, hit.start, hit.end)
    if needle.single or hit.fit is Fit.BROKEN or needle.kind not in (Kind.WHOLE, Kind.PLURAL):
        return False
    there = without_soft(text[hit.start : hit.end])
    words = _WORD.findall(needle.source)
    if needle.kind is Kind.PLURAL:
        last = _WORD.findall(there)[-1:]
        is_thing = there[0].isupper() and last[0].islower()
        return is_thing and words[-1][:1].isupper() and words[-1].lower() in everyday_words()
    return all(word.lower() in everyday_words() for word in words) and bool(_NEW_SENTENCE.match(there))


def _is_everyday_phrase(text: str, start: int, end: int) -> bool:
    """ "Young people", "page 7", "May 2012": the word beside it leaves nobody in doubt."""
    word = text[start:end].lower()
    after, before = (rules.get(word) for rules in _RULES)
    left = without_soft(text[max(start - _NEAR, 0) : start])
    if _is_called(left) or (text[start].isupper() and _is_meant_by_its_capital(word, left)):
        return False
    if after and (found := after.match(without_soft(text[end : end + _NEAR]))):
        return not (_CELL_ENDS.search(found[0]) and _NEW_CELL.search(left))
    return bool(before and before.search(left)) and not _COUNTED.search(left)


def _is_called(left: str) -> bool:
    """A title, an initial or a forename stands before it."""
    called = _CALLED.search(left)
    return called is not None and (called[1] in _TITLES or called[1].lower() not in everyday_words())


def _is_meant_by_its_capital(word: str, left: str) -> bool:
    if word in _SMALL or (word in _SEASONS and _THAT.search(left)):
        return True
    return word in _AS_IT_OPENS and (not _OPENS.search(left) or bool(_GOES_ON.search(left)))
