"""The list that a bundle is signed by: its contents as canonical JSON, and back.

Canonical: keys sorted, no spaces, UTF-8. The same contents always give the same bytes.
"""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from candour.files.bundles.contents import (
    Action,
    Answer,
    AnswerState,
    Bundle,
    Finding,
    OpenFile,
    Paragraph,
    ParagraphKind,
    Withdrawal,
)

VERSION = 1
REPORT, WITHDRAWAL = "report", "withdrawal"

Listed = Mapping[str, Any]


def manifest_of(contents: Bundle | Withdrawal) -> bytes:
    """Of the files their path, kind, size and SHA-256; their bytes travel beside the manifest."""
    fields = {field.name: getattr(contents, field.name) for field in dataclasses.fields(contents)}
    kind = WITHDRAWAL if isinstance(contents, Withdrawal) else REPORT
    listed = {"version": VERSION, "kind": kind, **_plain(fields)}
    return json.dumps(listed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def seal_of(contents: Bundle | Withdrawal) -> str:
    """One mark for all that a bundle says: two bundles with the same seal say the same."""
    return hashlib.sha256(manifest_of(contents)).hexdigest()


def contents_from(listed: Listed, content_of: Callable[[str], bytes]) -> Bundle | Withdrawal:
    """The contents again. Raises KeyError, TypeError or ValueError for a list that is not in order."""
    if listed["kind"] == WITHDRAWAL:
        return Withdrawal(
            **_texts(listed, "review", "title", "board", "reason"),
            withdrawn_on=date.fromisoformat(listed["withdrawn_on"]),
            invented=_yes_or_no(listed["invented"]),
            edition=_whole(listed["edition"]),
        )
    if listed["kind"] != REPORT:
        raise ValueError(f"it is of a kind not known here ({listed['kind']!r})")
    return Bundle(
        **_texts(listed, "review", "title", "board", "method", "regime", "about", "changed"),
        released_on=date.fromisoformat(listed["released_on"]),
        invented=_yes_or_no(listed["invented"]),
        edition=_whole(listed["edition"]),
        files=tuple(OpenFile(one["path"], content_of(one["path"])) for one in listed["files"]),
        findings=tuple(map(_finding, listed["findings"])),
        paragraphs=tuple(map(_paragraph, listed["paragraphs"])),
        answers=tuple(map(_answer, listed["answers"])),
    )


def _finding(listed: Listed) -> Finding:
    return Finding(
        number=_whole(listed["number"]),
        questions=tuple(map(_text, listed["questions"])),
        **_texts(listed, "headline", "category"),
    )


def _paragraph(listed: Listed) -> Paragraph:
    finding = listed["finding"]
    return Paragraph(
        kind=ParagraphKind(listed["kind"]),
        finding=None if finding is None else _whole(finding),
        **_texts(listed, "number", "text", "part"),
    )


def _answer(listed: Listed) -> Answer:
    return Answer(
        finding=_whole(listed["finding"]),
        state=AnswerState(listed["state"]),
        actions=tuple(map(_action, listed["actions"])),
        answered_on=_day(listed["answered_on"]),
        **_texts(listed, "reason", "dissent", "dissent_by"),
    )


def _action(listed: Listed) -> Action:
    return Action(
        due=_day(listed["due"]),
        done_on=_day(listed["done_on"]),
        look_on=_day(listed["look_on"]),
        **_texts(listed, "text", "owner", "strength", "effect"),
    )


def _plain(value: Any) -> Any:
    """A value in words that JSON has."""
    if isinstance(value, OpenFile):
        size = len(value.content)
        return {"path": value.path, "kind": value.kind, "bytes": size, "sha256": value.sha256}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value


def _texts(listed: Listed, *names: str) -> dict[str, Any]:
    return {name: _text(listed[name]) for name in names}


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("words expected")
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise TypeError("a whole number expected")
    return value


def _yes_or_no(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError("true or false expected")
    return value


def _day(value: str | None) -> date | None:
    return None if value is None else date.fromisoformat(value)
