"""Which numbers, addresses and days in a text could point to one person? The second net: by their form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from candour.domain.births import quickly_made
from candour.domain.moments import Moment, read
from candour.domain.nets.check_digits import is_nhs_number, is_ni_number
from candour.domain.nets.kinds import AGE_SIGNS, BEGINS
from candour.domain.nets.known import known_words
from candour.domain.nets.tokens import Tokens, tokens_of


class Form(StrEnum):
    """What an identifier is by its form; more may come, none changes its meaning."""

    NHS_NUMBER = "nhs_number"
    NI_NUMBER = "ni_number"
    POSTCODE = "postcode"
    TELEPHONE = "telephone"
    EMAIL = "email"
    CASE_NUMBER = "case_number"
    VEHICLE = "vehicle"
    DAY = "day"
    AGE = "age"
    URL = "url"
    SOCIAL_MEDIA = "social_media"


@dataclass(frozen=True, slots=True)
class Identifier:
    """`valid`: its check digit or letters are right; None where there is nothing to check."""

    start: int
    end: int
    form: Form
    words: str
    valid: bool | None = None

    @property
    def moment(self) -> Moment | None:
        """What the words of a day mean; None of anything else."""
        return read(self.words) if self.form is Form.DAY else None


_identifier = quickly_made(Identifier)

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_DAY_FORMS = (
    rf"(?:{_WEEKDAY},? (?:the )?)?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?:\d{{4}}|'?\d{{2}})\b"
    rf"|(?:{_WEEKDAY},? (?:the )?)?\d{{1,2}}(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH}"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}|{_MONTH},? \d{{4}}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)\b"
    r"|(?:\d{4}-[01]?\d-[0-3]?\d|[0-3]?\d(?P<between>[/.-])[01]?\d(?P=between)(?:\d{4}|\d{2}))(?![\w/-]|\.\d)"
)
_AGE_WORDS = (
    r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty)"
)
_UNIT = r"(?:years?|yrs?|y|months?|mths?|weeks?|wks?|days?)"
_FORMS: tuple[tuple[Form, str], ...] = (
    (Form.DAY, _DAY_FORMS),
    (Form.NHS_NUMBER, r"\d{3}[ -]?\d{3}[ -]?\d{4}\b"),
    (Form.NI_NUMBER, r"[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z] ?\d{2} ?\d{2} ?\d{2} ?[a-d]?\b"),
    (
        Form.TELEPHONE,
        r"(?:\+44|0044)[ -]?(?:\(0\))?[ -]?\d(?:[ -]?\d){8,9}\b|\(?0[1-357-9]\d{0,3}\d?\)?(?:[ -]?\d){5,8}\b",
    ),
    (Form.POSTCODE, r"(?:gir ?0aa|[a-z]{1,2}\d[a-z\d]? ?\d[abd-hjlnp-uw-z]{2})\b"),
    (
        Form.VEHICLE,
        r"[a-z]{2}\d{2} ?[a-z]{3}\b|[a-z]\d{1,3} ?[a-z]{3}\b|[a-z]{3} ?\d{1,3}[a-z]\b"
        r"|[a-z]{1,3} \d{1,4}(?![\w/-])",
    ),
    (
        Form.AGE,
        rf"\d{{1,3}}(?:[ -]?{_UNIT}[ -]?(?:\d{{1,2}} ?{_UNIT} )?(?:old|of age)\b"
        rf"|[ -]?y/?o\b|/(?:12|52)\b|[ -]?{_UNIT}\b)",
    ),
    (
        Form.CASE_NUMBER,
        r"[a-z]{1,8}[/-]?\d{4,}(?:[/-]\w+)*\b|[a-z]{2,6}(?:[/-]\w+)*[/-]\d[\w]*(?:[/-]\w+)*|\d{2,}(?:[/-][\w]{2,}){2,}\b|\d{6,}\b",
    ),
)
_NEVER_VEHICLE = frozenset(
    "dob dod ref no nr tel ext cp gp hv sw pc cin chin level rm cl para p pp s ss yr wk".split()
)
_ANY = re.compile("|".join(f"(?P<{form.name}>{pattern})" for form, pattern in _FORMS), re.IGNORECASE)
_SIGNED = re.compile(
    r"(?P<EMAIL>[\w.%+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<SOCIAL_MEDIA>(?<![\w.@])@\w[\w.]*\w)"
    r"|(?P<URL>(?:https?://|www\.)[^\s<>\"')\]]+[^\s<>\"')\].,;:!?])",
    re.IGNORECASE,
)
_BARE_AGE = re.compile(
    r"(?:aged?(?: of)?:?|turned|turning) (?P<age>\d{1,3})\b"
    r"|(?:was|is|only|just) (?P<then>\d{1,2})(?= (?:at the time|when|then|now)\b|[.,;](?!\d))",
    re.IGNORECASE,
)
_AGE_IN_WORDS = re.compile(rf"{_AGE_WORDS}[ -]{_UNIT}[ -](?:old|of age)\b", re.IGNORECASE)
_BEFORE_AGES = frozenset("age aged of turned turning was is only just".split())
_TIES = ("/", "-")
_GOING_ON = frozenset(" -/.)")
_AFTER_FIGURES = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct "
    "october nov november dec december of year years yr yrs y yo month months mth mths week weeks wk wks day "
    "days".split()
)
"""As the forms of days and ages read them."""
_NAME_BEFORE, _ADDRESS_AFTER = 64, 200
"""Letters of an address before and after its sign that are looked at."""


def identifiers(text: str) -> tuple[Identifier, ...]:
    """Every identifier by its form, in the order of the text; one with a wrong check digit says so.

    A form is no proof: a ten-figure number may be anything. Days are told by candour.domain.moments.
    """
    tokens = tokens_of(text)
    return identifiers_in(tokens, bytearray(len(tokens.words)))


def identifiers_in(tokens: Tokens, held: bytearray) -> tuple[Identifier, ...]:
    """As `identifiers`, of words that were told apart before; those held get their byte in `held`."""
    text, found, end = tokens.text, list[Identifier](), 0
    signed = [*_signed(text)]
    covered = iter(signed)
    before = next(covered, None)
    figures = [one for one in tokens.signs if not one.isalpha() and any(map(str.isdigit, one))]
    for at in tokens.places(figures):
        start = tokens.starts[at]
        if start < end:
            continue
        while before is not None and before.end <= start:
            before = next(covered, None)
        if before is not None and before.start <= start:
            continue
        one = _figured(tokens, at, end)
        if one is not None:
            found.append(one)
            end = one.end
    ages = _ages_in_words(tokens)
    several = sorted([*signed, *found, *ages], key=lambda one: (one.start, -one.end))
    apart = tuple(_apart(several))
    for one in apart:
        tokens.hold(held, one.start, one.end)
    return apart


def _signed(text: str) -> Iterator[Identifier]:
    """What has a sign of its own: @, :// or www."""
    end = 0
    for at in sorted(place for sign in ("@", "://", "www.", "WWW.") for place in _all_of(sign, text)):
        if at < end:
            continue
        for match in _SIGNED.finditer(text, max(end, at - _NAME_BEFORE), at + _ADDRESS_AFTER):
            if match.start() <= at < match.end():
                end = match.end()
                yield _identifier(match.start(), end, Form[match.lastgroup or ""], match[0], None)
                break


def _all_of(sign: str, text: str) -> Iterator[int]:
    at = text.find(sign)
    while at >= 0:
        yield at
        at = text.find(sign, at + len(sign))


def _figured(tokens: Tokens, at: int, least: int) -> Identifier | None:
    """The identifier that a word with a figure stands in, from two words before it on."""
    text, start, kinds, gaps = tokens.text, tokens.starts[at], tokens.kinds, tokens.gaps
    best: re.Match[str] | None = None
    for first in (at - 2, at - 1, at):
        if first < at and (first < 0 or (not kinds[first] & BEGINS and gaps[first + 1] not in _TIES)):
            continue
        begin = tokens.starts[first]
        if begin < least or (first == at and _stands_alone(tokens, at)):
            continue
        if begin and text[begin - 1] in "(+":
            begin -= 1
        match = _ANY.match(text, begin)
        if match and match.end() > start and not _is_chance(match):
            best = match
            break
    if best is None:
        return _bare_age(tokens, at, least)
    form = Form[best.lastgroup or ""]
    return _identifier(best.start(), best.end(), form, best[0], _validity(form, best[0]))


def _stands_alone(tokens: Tokens, at: int) -> bool:
    """Up to five figures, and nothing behind them with which they could be a day, an age or a number."""
    word, gap = tokens.words[at], tokens.gaps[at + 1]
    if len(word) > 5 or not word.isdigit():
        return False
    if gap == " " and at + 1 < len(tokens.words):
        after = tokens.words[at + 1]
        return after.isascii() and after.isalpha() and after.lower() not in _AFTER_FIGURES
    return gap[:1] not in _GOING_ON


def _is_chance(match: re.Match[str]) -> bool:
    """ "Page 12" is no older mark of a vehicle, and neither is "cou1d"."""
    if match.lastgroup != "VEHICLE":
        return False
    letters = match[0].split()[0]
    if letters.isalpha():
        return not letters.isupper() or letters.lower() in known_words() or letters.lower() in _NEVER_VEHICLE
    return letters.isalnum() and letters[0].islower() and sum(map(str.isdigit, match[0])) < 2


def _bare_age(tokens: Tokens, at: int, least: int) -> Identifier | None:
    if not at or tokens.words[at - 1].lower() not in _BEFORE_AGES:
        return None
    for first in range(max(at - 2, 0), at):
        match = _BARE_AGE.match(tokens.text, tokens.starts[first])
        if match and match.end() > tokens.starts[at] >= least:
            start = tokens.starts[at]
            return _identifier(start, match.end(), Form.AGE, tokens.text[start : match.end()], None)
    return None


def _ages_in_words(tokens: Tokens) -> Iterator[Identifier]:
    """ "seven years old": by its last word."""
    for at in tokens.places(AGE_SIGNS):
        first = max(at - 4, 0)
        match = _AGE_IN_WORDS.search(tokens.text, tokens.starts[first], tokens.ends[at])
        if match:
            yield _identifier(match.start(), match.end(), Form.AGE, match[0], None)


_CHECKS: dict[Form, Callable[[str], bool]] = {
    Form.NHS_NUMBER: lambda words: is_nhs_number(re.sub(r"\D", "", words)),
    Form.NI_NUMBER: lambda words: is_ni_number(words.replace(" ", "")),
}


def _validity(form: Form, words: str) -> bool | None:
    return _CHECKS[form](words) if form in _CHECKS else None


def _apart(several: list[Identifier]) -> Iterator[Identifier]:
    end = 0
    for one in several:
        if one.start >= end:
            yield one
            end = one.end
