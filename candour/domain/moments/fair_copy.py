"""The words as written -> a fair copy in one alphabet and one form, and what had to be mended on the way."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from candour.domain.moments.month_names import MONTHS, WEEKDAYS, misspelt_month, misspelt_weekday
from candour.domain.moments.words import FOREIGN_FORMS, FOREIGN_JOINS, PHRASE, WORD_FORMS, phrase_form

MENDED, FOREIGN, ROMAN, ASIDE = "typo_mended", "foreign_month", "roman_month", "aside"

_ODD = "¤"
"""Stands for a character that must not turn into a digit: fractions, footnote marks, numbers in circles."""

_ALIKE = str.maketrans(
    dict.fromkeys("‐‑‒–—―−⁃", "-")
    | dict.fromkeys("‘’‚‛′`´ʹʼ", "'")
    | dict.fromkeys("“”„‟″〃ˮ«»", '"')
    | dict.fromkeys("⁄∕÷\\", "/")
    | dict.fromkeys("·•∙‧。", ".")
    | dict.fromkeys("ºª", "th")
    | {"年": "-", "月": "-", "日": " "}
    | {"ł": "l", "ø": "o", "đ": "d", "ı": "i", "&": " and ", "@": " at ", ";": ","}
)
_BROKEN_WORD = re.compile(r"([a-z]+)-[ \t]*[\r\n]+[ \t]*([a-z]+)", re.I)
_BULLET = re.compile(r"^(?:[-*•·] +|\* *(?=[0-9]))+")
_DITTO = re.compile(r"""[-"', ]*(?:"|'[ ]*'|,[ ]*,)[-"', ]*""")
_ONLY_BLANKS = re.compile(r"[-_./?x*0# ]+")
_NUMBERISH = re.compile(
    r"(?<![a-z0-9|])[0-9loi|]{1,4}(?:[./:-][0-9loi|]{1,4}){0,2}(?=(?:st|nd|rd|th)?(?![a-z0-9|']))"
)
_ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "-", "xi", "xii")
_ROMAN = re.compile(r"(?<=[0-9])(?P<gap>[ ./-])(?P<roman>i{1,3}|iv|vi{0,3}|ix|xii?)(?P=gap)(?=[0-9])")
_ISH = re.compile(r"(?<=[0-9])-?ish\b")
_ORDINAL = re.compile(
    r"(?<![0-9])([0-9]{1,2})(?:(?:st|nd|rd|th)| (?:st|nd|rd|th)(?![a-z])|(?:er|eme)(?![a-z]))"
)
_NEEDLESS_APOSTROPHE = re.compile(r"^'(?=[0-9]{1,2}[/. -][0-9])|'(?![0-9]{2}(?![0-9]))")
_GLUED = re.compile(r"(?<=[0-9])(?!th(?![a-z]))(?=[a-z])|(?<=[a-z])(?=['0-9])|(?<=[0-9]th)(?=[a-z])")
_CLOSE_UP = re.compile(r" ?([/,:-]) ?")
_DOUBLED = re.compile(r"(?<=[0-9])(?:/{2,}|-{2,}|\.{2,}|,{2,}|/[.,-]|[.,-]/)(?=[0-9])")
_STRAY_DOT = re.compile(r"(?<![0-9])\.|\.(?! ?[0-9])")
_STRAY_COLON = re.compile(r"(?<![0-9]):|:(?![0-9])")
_APART = re.compile(r"([()\[\]{}~])")
_WORD = re.compile(r"[a-z]+")
_FOOTNOTE_STARS = re.compile(r"(?<=[a-z0-9])\*+$")


@dataclass(frozen=True, slots=True)
class FairCopy:
    """`words` in the forms of words.py, single spaces, none beside "-", "/" or ","; `flags`: what changed."""

    words: str
    flags: frozenset[str]


def fair_copy(text: str) -> FairCopy:
    flags: set[str] = set()
    words = _one_alphabet(text)
    if _DITTO.fullmatch(words) or words.strip("- .") == "do":
        return FairCopy("ditto", frozenset())
    if _ONLY_BLANKS.fullmatch(words):
        return FairCopy("nothing", frozenset())
    words = _undoubled(words, flags)
    words = _BULLET.sub("", words).replace('"', " ")
    words = _ISH.sub(" ~", _ROMAN.sub(lambda match: _roman_month(match, flags), words))
    words = _NUMBERISH.sub(lambda match: _digits_for_letters(match.group(), flags), words)
    words = _GLUED.sub(" ", _NEEDLESS_APOSTROPHE.sub("", _ORDINAL.sub(r"\1th ", words)))
    words = _in_forms(_spaced(words, flags), flags)
    return FairCopy(words, frozenset(flags))


def _one_alphabet(text: str) -> str:
    """Small letters without accents; one kind of dash, quote and space; nothing invisible."""
    text = _BROKEN_WORD.sub(_rejoined, text)
    if not text.isascii():
        text = "".join(_plain_digit(letter) for letter in text)
        text = unicodedata.normalize("NFKC", text.translate(_ALIKE)).translate(_ALIKE)
        text = unicodedata.normalize("NFD", text.casefold())
        text = "".join(letter for letter in text if unicodedata.category(letter) not in ("Mn", "Cf"))
    text = "".join(letter if letter.isprintable() else " " for letter in text.lower().translate(_ALIKE))
    return " ".join(text.split())


def _plain_digit(letter: str) -> str:
    """Digits of every script count as digits; fractions and raised or circled numbers as none."""
    category = unicodedata.category(letter)
    if category == "Nd":
        return str(unicodedata.digit(letter))
    return _ODD if category == "No" else letter


def _rejoined(match: re.Match[str]) -> str:
    """A month's name broken over two lines is one word; any other hyphen at a line's end stays."""
    whole = (match[1] + match[2]).lower()
    return whole if WORD_FORMS.get(whole) in MONTHS else match.group()


def _undoubled(words: str, flags: set[str]) -> str:
    """Bold type in a PDF may come out with every letter twice: "0044 NNOOVVEEMMBBEERR 22001133"."""
    chunks = words.split()
    told = any(letter.isalpha() or letter in "/." for letter in words) and any(map(str.isdigit, words))
    if not told or not all(chunk[0::2] == chunk[1::2] for chunk in chunks):
        return words
    flags.add(MENDED)
    return " ".join(chunk[0::2] for chunk in chunks)


def _roman_month(match: re.Match[str], flags: set[str]) -> str:
    """ "14.vii.99" as doctors wrote it. A lone x is left: it is more often a blank than October."""
    flags.add(ROMAN)
    return f" {MONTHS[_ROMANS.index(match['roman'])]} "


def _digits_for_letters(chunk: str, flags: set[str]) -> str:
    mended = chunk.translate(str.maketrans("li|o", "1110"))
    if mended == chunk or not any(map(str.isdigit, chunk)):
        return chunk
    flags.add(MENDED)
    return mended


def _spaced(words: str, flags: set[str]) -> str:
    """Phrases in their forms; no full stop or colon but between digits; spaces where they tell."""
    words = words.replace(": ", " ")
    words = PHRASE.sub(phrase_form, _CLOSE_UP.sub(r"\1", " ".join(words.split())))
    undotted = _DOUBLED.sub(lambda match: match.group()[0], words)
    if undotted != words:
        flags.add(MENDED)
    starless = _FOOTNOTE_STARS.sub("", undotted)
    if starless != undotted:
        flags.add(ASIDE)
    return _STRAY_COLON.sub(" ", _STRAY_DOT.sub(" ", _APART.sub(r" \1 ", starless)))


def _in_forms(words: str, flags: set[str]) -> str:
    """Each word in its form; a misspelt month or weekday is mended only where a number stands in the text."""
    numbered = any(map(str.isdigit, words))
    foreign = any(word not in WORD_FORMS and word in FOREIGN_FORMS for word in _WORD.findall(words))

    def form(match: re.Match[str]) -> str:
        word = match.group()
        if foreign and word in FOREIGN_JOINS:
            return ""
        if word in WORD_FORMS:
            return WORD_FORMS[word]
        if word in FOREIGN_FORMS:
            flags.add(FOREIGN)
            return FOREIGN_FORMS[word]
        return _respelt(word, flags) if numbered else word

    whole = " ".join(re.sub(r"(?<![a-z'0-9])[a-z]+", form, words).split())
    return _CLOSE_UP.sub(r"\1", whole).strip(" ,:/")


def _respelt(word: str, flags: set[str]) -> str:
    month, weekday = misspelt_month(word), misspelt_weekday(word)
    if month is not None:
        flags.add(MENDED)
        return MONTHS[month - 1]
    if weekday is not None:
        flags.add(MENDED)
        return WEEKDAYS[weekday]
    return word
