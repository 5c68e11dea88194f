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
    FileKind,
    Finding,
    OpenFile,
    Paragraph,
    ParagraphKind,
    Under,
    UnderKind,
    Withdrawal,
)

VERSION = 2
"""1 had no Word documents, figures or corrections. What could be said in it still is, byte for byte."""
SINCE_2 = ("corrected", "replaces", "under")
REPORT, WITHDRAWAL = "report", "withdrawal"

Listed = Mapping[str, Any]


def manifest_of(contents: Bundle | Withdrawal) -> bytes:
    """Of the files their path, kind, size and SHA-256; their bytes travel beside the manifest."""
    fields = _fields_of(contents)
    kind = WITHDRAWAL if isinstance(contents, Withdrawal) else REPORT
    listed = {"version": _version_of(contents), "kind": kind, **_plain(fields)}
    return json.dumps(listed, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _version_of(contents: Bundle | Withdrawal) -> int:
    """The first version that can say it, so that an older reading room reads what it can."""
    if isinstance(contents, Withdrawal):
        return 1
    is_new = any(one.kind is FileKind.DOCX for one in contents.files) or contents.corrected
    return 2 if is_new or any(one.under for one in contents.paragraphs) else 1


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
        corrected=_text(listed.get("corrected", "")),
        replaces=_day(listed.get("replaces")),
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
        under=tuple(map(_under, listed.get("under", []))),
        **_texts(listed, "number", "text", "part"),
    )


def _under(listed: Listed) -> Under:
    return Under(
        kind=UnderKind(listed["kind"]),
        number=_whole(listed["number"]),
        columns=tuple(map(_text, listed["columns"])),
        rows=tuple(tuple(map(_text, row)) for row in listed["rows"]),
        **_texts(listed, "text", "by", "alt"),
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


def _fields_of(value: Any) -> dict[str, Any]:
    """What came with version 2 is left out where nothing is said by it."""
    fields = {field.name: getattr(value, field.name) for field in dataclasses.fields(value)}
    return {name: one for name, one in fields.items() if one or name not in SINCE_2}


def _plain(value: Any) -> Any:
    """A value in words that JSON has."""
    if isinstance(value, OpenFile):
        size = len(value.content)
        return {"path": value.path, "kind": value.kind, "bytes": size, "sha256": value.sha256}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _plain(_fields_of(value))
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
