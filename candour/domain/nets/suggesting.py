"""Who and what may belong to the cast? Read out of a text, for a person to confirm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.identity import Cast, PersonKind
from candour.domain.nets.identifiers import Form
from candour.domain.nets.known import known_words
from candour.domain.nets.scan import Scan, scan
from candour.domain.nets.undecided import Why

_TITLES = "mr|mrs|ms|miss|mx|dr|prof|professor|sir|dame|rev|cllr|pc|wpc|dc|ds|di|dci|sgt|judge|sister|nurse"
_NAME = r"[^\W\d_a-z][\w'’‑-]+"
_TITLED = re.compile(rf"\b(?i:{_TITLES})\.? (?P<name>(?:[A-Z]\.? )?{_NAME}(?: {_NAME})?)")
_RELATIONS = (
    r"(?:step|foster|adoptive |maternal |paternal |half[- ]|great[- ])*"
    r"(?:mother|father|mum|dad|brother|sister|sibling|aunt|uncle|grandmother|grandfather|gran|nan|grandad|cousin"
    r"|partner|boyfriend|girlfriend|husband|wife|ex-partner|neighbour|carer|guardian|stepmother|stepfather)"
)
_RELATED = re.compile(
    rf"\b(?P<role>(?i:{_RELATIONS}))(?:'s name is|,| called| named)? (?P<name>{_NAME}(?: {_NAME})?)"
)
_ROLED = re.compile(
    rf"(?:\b(?i:{_TITLES})\.? )?(?P<name>{_NAME}(?: {_NAME})*) ?\((?P<role>[a-z][\w' /-]{{2,40}})\)"
)
_ADDRESS = re.compile(
    r"(?:Flat \w+,? )?\d{1,4}[a-z]? (?:[A-Z][\w'’]+ ){1,3}"
    r"(?:Avenue|Ave|Road|Rd|Lane|Ln|Street|St|Close|Cl|Drive|Dr|Crescent|Cres|Gardens|Gdns|Terrace|Grove|Court|Way|Place|Square)\b"
)
_BODY = re.compile(
    r"\b(?:hospital|trust|police|services?|council|surgery|clinic|association|probation|centre|team|cafcass)\b",
    re.I,
)
_SCHOOL = re.compile(r"\b(?:school|academy|nursery|primary|college|playgroup|preschool)\b", re.I)
_FORMS = {
    Form.CASE_NUMBER: PersonKind.CASE_NUMBER,
    Form.NHS_NUMBER: PersonKind.CASE_NUMBER,
    Form.NI_NUMBER: PersonKind.CASE_NUMBER,
    Form.TELEPHONE: PersonKind.CASE_NUMBER,
    Form.VEHICLE: PersonKind.VEHICLE,
    Form.POSTCODE: PersonKind.ADDRESS,
    Form.SOCIAL_MEDIA: PersonKind.SOCIAL_MEDIA,
    Form.EMAIL: PersonKind.SOCIAL_MEDIA,
}


Found = tuple[int, str, PersonKind, "Sign", str]
"""Where, the words, what they may be, why, and the role that stands beside them."""


class Sign(StrEnum):
    """What made it look like one of the cast."""

    TITLE = "title"
    RELATION = "relation"
    ROLE = "role"
    CAPITALS = "capitals"
    ADDRESS = "address"
    FORM = "form"


@dataclass(frozen=True, slots=True)
class Candidate:
    """`places`: where it begins in the text, each time. `role` is what stands beside it: "stepfather"."""

    words: str
    kind: PersonKind
    sign: Sign
    role: str
    places: tuple[int, ...]

    @property
    def times(self) -> int:
        return len(self.places)


def suggest_cast(text: str, cast: Cast | None = None) -> tuple[Candidate, ...]:
    """What is not in the cast yet, the most frequent first. Only a person makes one of the cast of it."""
    held = scan(text, cast or Cast(()))
    taken = [(one.start, one.end) for one in held.mentions]
    first: dict[str, tuple[str, PersonKind, Sign, str]] = {}
    for start, words, kind, sign, role in [*_beside_words(text), *_by_nets(held)]:
        end = start + len(words)
        if not any(begin < end and start < until for begin, until in taken):
            taken.append((start, end))
            first.setdefault(words.casefold(), (words, kind, sign, role))
    several = [Candidate(*told, _places(told[0], text)) for told in first.values()]
    return tuple(sorted(several, key=lambda one: (-one.times, one.places)))


def _places(words: str, text: str) -> tuple[int, ...]:
    found, at = list[int](), text.find(words)
    while at >= 0:
        end = at + len(words)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            found.append(at)
        at = text.find(words, end)
    return tuple(found)


def _by_nets(held: Scan) -> Iterator[Found]:
    """Identifiers that could be the cast's, and what is capitalised and no word alone."""
    for one in held.identifiers:
        if one.form in _FORMS:
            yield one.start, one.words, _FORMS[one.form], Sign.FORM, ""
    for waiting in held.undecided:
        if waiting.why is Why.CAPITAL and waiting.words.lower() not in known_words():
            yield waiting.start, waiting.words, _kind(waiting.words), Sign.CAPITALS, ""


def _beside_words(text: str) -> Iterator[Found]:
    """By a title, a word of kinship, a role in brackets, or the form of an address."""
    for match in _ROLED.finditer(text):
        yield match.start("name"), match["name"], PersonKind.PROFESSIONAL, Sign.ROLE, match["role"]
    for match in _RELATED.finditer(text):
        if match["name"][0].isupper():
            yield match.start("name"), match["name"], PersonKind.ADULT, Sign.RELATION, match["role"].lower()
    for match in _TITLED.finditer(text):
        yield match.start("name"), match["name"], PersonKind.ADULT, Sign.TITLE, ""
    for match in _ADDRESS.finditer(text):
        yield match.start(), match[0], PersonKind.ADDRESS, Sign.ADDRESS, ""


def _kind(words: str) -> PersonKind:
    if _SCHOOL.search(words):
        return PersonKind.SCHOOL
    return PersonKind.AGENCY if _BODY.search(words) else PersonKind.OTHER
