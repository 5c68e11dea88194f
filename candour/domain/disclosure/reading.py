"""The source out of its TOML shape: each `[[part]]` with its title and its `[[part.paragraph]]`s.

Under a paragraph each `[[part.paragraph.under]]` has a `kind`: quotation, figure or note.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, ParamSpec, TypeVar

from candour.domain.disclosure.source import Paragraph, Part, Source
from candour.domain.disclosure.under import Figure, Quotation, Reference, Under
from candour.domain.disclosure.words import Audience, Edition
from candour.domain.trouble import Trouble

P = ParamSpec("P")
T = TypeVar("T")

_SOURCE = ("title", "review_number", "invented", "part")
_PART = ("title", "paragraph", "level", "titles")
_PARAGRAPH = (
    "text",
    "audience",
    "reason",
    "gist",
    "rests_on",
    "under",
    "editions",
    "wordings",
    "phrase_reasons",
)
_CLOSING = ("kind", "audience", "reason", "gist")
_UNDER = {
    "quotation": (*_CLOSING, "text", "by"),
    "figure": (*_CLOSING, "title", "columns", "rows", "alt"),
    "note": (*_CLOSING, "text"),
}


def read_source(shape: Mapping[str, Any], *, where: str | None = None) -> Source:
    """The source of a parsed document. Raises Trouble: a key or an audience not known, words missing."""
    _known(shape, _SOURCE, where or "the report")
    number, read = 0, list[Part]()
    for part in _several(shape, "part", where or "the report"):
        place = f"part {len(read) + 1}"
        _known(part, _PART, place)
        paragraphs = list[Paragraph]()
        for paragraph in _several(part, "paragraph", place):
            number += 1
            paragraphs.append(_at(f"paragraph {number}", _paragraph, paragraph))
        read.append(_at(place, _part, part, tuple(paragraphs)))
    return Source(
        title=str(shape.get("title", "")),
        review_number=str(shape.get("review_number", "")),
        parts=tuple(read),
        invented=shape.get("invented") is True,
    )


def _part(shape: Mapping[str, Any], paragraphs: tuple[Paragraph, ...]) -> Part:
    level = shape.get("level", 1)
    return Part(
        str(shape.get("title", "")),
        paragraphs,
        level if isinstance(level, int) else 0,
        _by_edition(shape.get("titles", {})),
    )


def _paragraph(shape: Mapping[str, Any]) -> Paragraph:
    _known(shape, _PARAGRAPH, None)
    audience, reason, gist = _closing(shape)
    return Paragraph(
        text=str(shape.get("text", "")).strip(),
        audience=audience,
        reason=reason,
        gist=gist,
        rests_on=tuple(map(str, shape.get("rests_on", []))),
        under=tuple(map(_under, _several(shape, "under", None))),
        editions=tuple(map(_edition, shape.get("editions", [Edition.WHOLE]))),
        wordings=_by_edition(shape.get("wordings", {})),
        phrase_reasons=_by_words(shape.get("phrase_reasons", {})),
    )


def _under(shape: Mapping[str, Any]) -> Under:
    kind = shape.get("kind")
    if kind not in _UNDER:
        raise Trouble(f"“{kind}” cannot stand under a paragraph.", do=f"Write {', '.join(_UNDER)}.")
    _known(shape, _UNDER[kind], None)
    audience, reason, gist = _closing(shape)
    text = str(shape.get("text", "")).strip()
    if kind == "quotation":
        return Quotation(text, str(shape.get("by", "")).strip(), audience, reason, gist)
    if kind == "note":
        return Reference(text, audience, reason, gist)
    return Figure(
        title=str(shape.get("title", "")).strip(),
        columns=tuple(map(str, shape.get("columns", []))),
        rows=tuple(tuple(map(str, row)) for row in shape.get("rows", [])),
        alt=str(shape.get("alt", "")).strip(),
        audience=audience,
        reason=reason,
        gist=gist,
    )


def _closing(shape: Mapping[str, Any]) -> tuple[Audience, str, str]:
    word = shape.get("audience", Audience.OPEN)
    if word not in [*Audience]:
        raise Trouble(f"“{word}” is not an audience.", do="Write open or closed.")
    return Audience(word), str(shape.get("reason", "")).strip(), str(shape.get("gist", "")).strip()


def _by_edition(shape: Any) -> tuple[tuple[Edition, str], ...]:
    if not isinstance(shape, Mapping):
        raise Trouble("The words for editions are no table.", do='Write summary = "..".')
    return tuple((_edition(word), str(words).strip()) for word, words in shape.items())


def _by_words(shape: Any) -> tuple[tuple[str, str], ...]:
    if not isinstance(shape, Mapping):
        raise Trouble("The reasons of closed phrases are no table.", do='Write "the words" = "the reason".')
    return tuple((str(words).strip(), str(reason).strip()) for words, reason in shape.items())


def _edition(word: Any) -> Edition:
    if word not in [*Edition]:
        raise Trouble(f"“{word}” is not an edition.", do=f"The editions are: {', '.join(Edition)}.")
    return Edition(word)


def _several(shape: Mapping[str, Any], key: str, place: str | None) -> list[Mapping[str, Any]]:
    several = shape.get(key, [])
    if not isinstance(several, list) or not all(isinstance(one, Mapping) for one in several):
        raise Trouble(f"“{key}” is not a list of tables.", where=place, do=f"Begin each with [[..{key}]].")
    return several


def _known(shape: Mapping[str, Any], known: tuple[str, ...], place: str | None) -> None:
    for key in shape:
        if key not in known:
            raise Trouble(f"“{key}” is not known here.", where=place, do=f"The keys are: {', '.join(known)}.")


def _at(place: str, make: Callable[P, T], *args: P.args, **named: P.kwargs) -> T:
    """What is made there; a trouble without a place of its own gets this one."""
    try:
        return make(*args, **named)
    except Trouble as trouble:
        raise Trouble(trouble.what, where=trouble.where or place, do=trouble.do) from None
