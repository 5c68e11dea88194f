"""The words of boards' logs, read from their pack: headings, outcomes, kinds of harm, yes and no."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from candour.domain.logs.fields import LogField
from candour.domain.packs.opening import shared_words
from candour.domain.packs.tables import Table, read_pack
from candour.domain.rules import Answer

_PACK = "board_logs.toml"
_APART = re.compile(r"[,;/+&\n]| and | with | - ", re.I)


class Means(StrEnum):
    """What an outcome's word comes to."""

    REVIEW = "review"
    OTHER_REVIEW = "other_review"
    NO_REVIEW = "no_review"
    UNDECIDED = "undecided"


class OtherKind(StrEnum):
    """Which review by another name; the words are those that a decision keeps."""

    NONE = ""
    SINGLE_AGENCY = "single_agency"
    LOCAL_LEARNING = "local_learning"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Meaning:
    """An outcome of the field: under the law, by another name with its kind, none, or not decided."""

    means: Means
    kind: OtherKind = OtherKind.NONE
    instead: str = ""

    def __str__(self) -> str:
        return f"{self.means}:{self.kind}" if self.kind else str(self.means)

    @classmethod
    def read(cls, said: str) -> Meaning:
        """From an answer such as "no_review" or "other_review:local_learning". Raises ValueError."""
        means, _, kind = said.partition(":")
        meaning = cls(Means(means), OtherKind(kind))
        if (meaning.means is Means.OTHER_REVIEW) != bool(meaning.kind):
            raise ValueError(f"{said!r} is no outcome")
        return meaning


@dataclass(frozen=True, slots=True)
class LogWords:
    """Each by its folded word."""

    headings: Mapping[str, LogField]
    outcomes: Mapping[str, Meaning]
    harms: Mapping[str, Mapping[LogField, Answer]]
    answers: Mapping[str, Answer]

    def harm_in(self, words: str) -> dict[LogField, Answer]:
        """What a cell such as "Death - neglect" says of dying, harm and abuse; no more than is known."""
        found: dict[LogField, Answer] = {}
        for one in (words, *_APART.split(words)):
            found |= self.harms.get(fold(one), {})
        return found


def fold(words: str) -> str:
    """In lower case, with single spaces for punctuation; signs that stand alone stay as they are."""
    found = re.findall(r"[^\W_]+", words.casefold().replace("'", "").replace("’", ""))
    return " ".join(found) or words.strip()


@cache
def log_words() -> LogWords:
    """The words that are shipped. Raises Troubles, each with its key, for a pack with slips."""
    return read_log_words(shared_words(_PACK), _PACK)


def read_log_words(words: str, where: str) -> LogWords:
    """The same of any pack's text."""
    return read_pack(words, where, _shape)


def _shape(top: Table) -> LogWords:
    headings = top.table("headings")
    known = {LogField(name): headings.texts(name) for name in headings if _is_field(headings, name)}
    answers = top.table("answers")
    outcomes: dict[str, Meaning] = {}
    for one in top.tables("outcomes", 1):
        meaning = Meaning(
            one.choice("means", Means), one.choice("kind", OtherKind, OtherKind.NONE), one.text("instead", "")
        )
        if (meaning.means is Means.OTHER_REVIEW) != bool(meaning.kind):
            one.slip("kind", "belongs to a review by another name, and to that alone")
        for word in one.texts("words", 1):
            if outcomes.setdefault(fold(word), meaning) != meaning:
                one.slip("words", f"holds “{word}”, which has another meaning above")
    return LogWords(
        {fold(word): field for field, several in known.items() for word in several},
        outcomes,
        _harms(top),
        {fold(word): one for one in Answer for word in answers.texts(str(one), 1)},
    )


def _harms(top: Table) -> dict[str, dict[LogField, Answer]]:
    found: dict[str, dict[LogField, Answer]] = {}
    for one in top.tables("harms"):
        said = {field: one.choice(str(field), Answer) for field in HARMS if one.has(str(field))}
        for word in one.texts("words", 1):
            found.setdefault(fold(word), {}).update(said)
    return found


HARMS = (LogField.DIED, LogField.SERIOUSLY_HARMED, LogField.ABUSE_OR_NEGLECT)


def _is_field(headings: Table, name: str) -> bool:
    known = name in list(LogField)
    if not known:
        headings.slip(name, "is no column of a log", f"They are: {', '.join(LogField)}.")
    return known
