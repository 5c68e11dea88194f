"""Does an agency say here that it had nothing to do with the family, and over which time does it say so?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta

from candour.domain.moments import ALONE, Context, Moment, read
from candour.domain.returns.furniture import agency_in_title

_NONE = (
    r"(no|nil)\s+((known|further|recorded|other|direct|previous|relevant|such)\s+)*"
    r"(contacts?|involvement|entries|activity|records?|dealings)\b"
)
_NONE_AT_ALL = re.compile(
    rf"{_NONE}(?=\s*($|[:;,(–—-]|(with|held|found|of|for|relating|regarding|between|from|in|during|since|until|on"
    rf"|before|after|to|by|at|within|over|throughout|\d)))|nil\s+return\b",
    re.I,
)
_FILLING = (
    r"\s+(can|confirms?|that|it|we|the|this|our|also|have|has|had|service|agency|trust|team|therefore)\b"
)
_HAD_NONE = re.compile(
    rf"({_FILLING})*\s+((had|has|have|holds?|held|found)\s+{_NONE}|(did|do|does)\s+not\s+have\s+any\s+\w+"
    r"|(has|have)\s+not\s+had\s+any\s+\w+|(was|were|has|have)\s+not\s+(been\s+)?(involved|known))\b",
    re.I,
)
_ITSELF = re.compile(
    r"(we|i|it|(the|this|our)\s+([\w-]+\s+){0,3}?(agency|organisation|organization|services?|team|trust|force|school"
    r"|department|directorate|practice|surgery|college|nursery|provider|hospital|company|council|board))\b",
    re.I,
)
_ANYBODY = re.compile(
    r"[^.:;,]{1,80}?\s(had|has|have|holds?|held)\s+(no|nil)\s+((known|further|recorded)\s+)*"
    r"(involvement|records?|entries|dealings)\b",
    re.I,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|[\r\n]+|(?<=,)\s+(?=(?i:we)\b)")
_EDGE = re.compile(r"\b(between|from|since|until|before|after|by)\b", re.I)
_FIGURE = re.compile(r"\d")
_LONGEST = 2000
_A_DAY = timedelta(days=1)


def tells_of_none(paragraphs: Sequence[str]) -> bool:
    """True for a letter in which an agency says so instead of a chronology."""
    agency = agency_in_title((), paragraphs) or ""
    return any(says_no_involvement(one, agency, alone=True) for one in paragraphs)


def says_no_involvement(words: str, agency: str = "", *, alone: bool = False) -> bool:
    """True for "No involvement ..", and for "We .." or the agency's own name that had none.

    What is said of other people ("Mother had no contact with ..") is an event and no such statement. In a
    return that tells of nothing, where the words stand `alone`, whoever had no involvement is the agency.
    """
    return _statement(words, agency, alone) is not None


def time_without(
    words: str, agency: str = "", context: Context = ALONE, *, alone: bool = False
) -> Moment | None:
    """The stretch of time of which the words say so, as written; None where they name none of two days."""
    sentence = _statement(words, agency, alone)
    if sentence is None:
        return None
    begins = next((found for pattern in (_EDGE, _FIGURE) if (found := pattern.search(sentence))), None)
    if begins is None:
        return None
    moment = read(sentence[begins.start() :].strip(" .;,)"), context)
    return moment if moment.placed and _over_a_time(moment) else None


def _over_a_time(moment: Moment) -> bool:
    return moment.earliest is None or moment.latest is None or moment.latest - moment.earliest >= _A_DAY


def _statement(words: str, agency: str, alone: bool) -> str | None:
    """The first sentence that says so."""
    for sentence in _SENTENCE.split(" ".join(words[:_LONGEST].split(" "))):
        said = sentence.strip()
        named = bool(agency) and said.casefold().startswith(agency.casefold())
        itself = _ITSELF.match(said)
        begins = len(agency) if named else itself.end() if itself else None
        if _NONE_AT_ALL.match(said) or (begins is not None and _HAD_NONE.match(said, begins)):
            return said
        if alone and _ANYBODY.match(said):
            return said
    return None
