"""The returns and the report's own text, read for names that the cast lacks; and what of it still waits."""

from __future__ import annotations

from bisect import bisect_right
from calendar import month_abbr, month_name
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from candour.domain.nets import Sign, suggest_cast
from candour.kernel.reviews.models import Review
from candour.stages.chronology.models import Entry
from candour.stages.report.models import CastReading, Kind, Report, SetAside
from candour.stages.report.one_source import cast_of, numbered_parts

SHOWN_PLACES = 3
AT_ONCE = 150_000
"""Characters that are read while one waits; more is the worker's."""
_MONTHS = frozenset(word.casefold() for word in (*month_name, *month_abbr) if word)
SIGNS = {
    Sign.TITLE: "a title stands before it",
    Sign.RELATION: "a word of kinship stands beside it",
    Sign.ROLE: "a role stands beside it",
    Sign.CAPITALS: "capitals, and no word that is known",
    Sign.ADDRESS: "written like an address",
    Sign.FORM: "by its form",
}


def texts_of(review: Review) -> list[tuple[str, str]]:
    """Where in words, and the words: each row of the chronology, each paragraph and gist."""
    return [(where, text) for where, text in (*_rows(review), *_paragraphs(review)) if text.strip()]


def found_in(review: Review, texts: Iterable[tuple[str, str]]) -> list[dict[str, Any]]:
    """Candidates as a reading keeps them, the most frequent first."""
    wheres, begins = list[str](), list[int]()
    pieces, at = list[str](), 0
    for where, text in texts:
        wheres.append(where)
        begins.append(at)
        pieces.append(text)
        at += len(text) + 2
    whole = "\n\n".join(pieces)
    return [
        {
            "words": one.words,
            "kind": str(one.kind),
            "sign": str(one.sign),
            "role": one.role,
            "times": one.times,
            "places": _first([wheres[bisect_right(begins, place) - 1] for place in one.places]),
        }
        for one in suggest_cast(whole, cast_of(review))
        if len(one.words) > 1 and one.words.casefold() not in _MONTHS
    ]


def still_suggested(reading: CastReading) -> list[dict[str, Any]]:
    """What is in the cast by now, or was set aside, is not asked about again."""
    review = reading.review
    decided = {name.casefold() for member in review.cast.all() for name in member.person.names}
    aside = SetAside.objects.filter(review=review, withdrawn_at=None).values_list("words", flat=True)
    decided |= {words.casefold() for words in aside}
    return [_told(one) for one in reading.found if one["words"].casefold() not in decided]


def reading_of(review: Review) -> CastReading | None:
    """The last one that was asked for."""
    return review.cast_readings.first()


def _told(one: Mapping[str, Any]) -> dict[str, Any]:
    role = f": {one['role']}" if one["role"] else ""
    return {**one, "kind_words": Kind(one["kind"]).label, "why": f"{SIGNS[Sign(one['sign'])]}{role}"}


def _rows(review: Review) -> Iterator[tuple[str, str]]:
    standing = Entry.objects.filter(review=review, withdrawn_at=None).select_related("in_return__paper")
    for entry in standing:
        body = entry.body
        yield str(entry), "\n".join((body["event"], body["action"], *body["people"], *_other_cells(body)))


def _other_cells(body: Mapping[str, Any]) -> list[str]:
    """Cells that hold words of their own, beside what was read into fields, the date too."""
    told = {body["event"], body["action"], *body["people"], body["when"]["text"]}
    return [words for words in body["cells"].values() if words not in told]


def _paragraphs(review: Review) -> Iterator[tuple[str, str]]:
    for report in Report.objects.filter(review=review):
        for part in numbered_parts(report):
            for number, row in part.paragraphs:
                where = f"paragraph {number}" if number else f"part {part.part.number}"
                yield where, "\n".join((row.text, row.gist))


def _first(places: list[str]) -> list[str]:
    return list(dict.fromkeys(places))[:SHOWN_PLACES]
