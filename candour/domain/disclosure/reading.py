"""The source out of its TOML shape: each `[[part]]` with its title and its `[[part.paragraph]]`s."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from candour.domain.disclosure.source import Audience, Paragraph, Part, Source
from candour.domain.trouble import Trouble

_SOURCE = ("title", "review_number", "invented", "part")
_PART = ("title", "paragraph")
_PARAGRAPH = ("text", "audience", "reason", "gist", "rests_on")


def read_source(shape: Mapping[str, Any], *, where: str | None = None) -> Source:
    """The source of a parsed document. Raises Trouble: a key or an audience not known, words missing."""
    _known(shape, _SOURCE, where or "the report")
    parts = shape.get("part", [])
    number, read = 0, list[Part]()
    for part in parts:
        place = f"part {len(read) + 1}"
        _known(part, _PART, place)
        paragraphs = list[Paragraph]()
        for paragraph in part.get("paragraph", []):
            number += 1
            paragraphs.append(_paragraph(paragraph, f"paragraph {number}"))
        read.append(Part(str(part.get("title", "")), tuple(paragraphs)))
    return Source(
        title=str(shape.get("title", "")),
        review_number=str(shape.get("review_number", "")),
        parts=tuple(read),
        invented=shape.get("invented") is True,
    )


def _paragraph(shape: Mapping[str, Any], place: str) -> Paragraph:
    _known(shape, _PARAGRAPH, place)
    word = shape.get("audience", Audience.OPEN)
    if word not in [*Audience]:
        raise Trouble(f"“{word}” is not an audience.", where=place, do="Write open or closed.")
    try:
        return Paragraph(
            text=str(shape.get("text", "")).strip(),
            audience=Audience(word),
            reason=str(shape.get("reason", "")).strip(),
            gist=str(shape.get("gist", "")).strip(),
            rests_on=tuple(map(str, shape.get("rests_on", []))),
        )
    except Trouble as trouble:
        raise Trouble(trouble.what, where=place, do=trouble.do) from None


def _known(shape: Mapping[str, Any], known: tuple[str, ...], place: str) -> None:
    for key in shape:
        if key not in known:
            raise Trouble(f"“{key}” is not known here.", where=place, do=f"The keys are: {', '.join(known)}.")
