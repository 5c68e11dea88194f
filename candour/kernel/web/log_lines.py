"""Lines of the log, which whoever keeps the machine reads: where something broke, and no word of a case."""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType

from django.core.exceptions import PermissionDenied

SECRET_ADDRESS = re.compile(r"(/(?:join|calendars|where-it-is)/)[^/\s?]+")
"""Addresses that are a secret themselves: whoever has one is let in."""
LEFT_OUT = "its words are left out: they may be of a case"
Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class LogLines(logging.Formatter):
    """Of an exception its kind and where it was raised, without what it says.

    A database quotes the row that it refuses, a reader the cell that it cannot read.
    """

    def format(self, record: logging.LogRecord) -> str:
        record.exc_text = None  # what another formatter kept of it
        return SECRET_ADDRESS.sub(r"\1…", super().format(record))

    def formatException(self, ei: Raised) -> str:
        error = ei[1]
        if error is None or isinstance(error, PermissionDenied):  # nothing broke: the record has the refusal
            return ""
        return "\n".join(_told(error, {id(error)}))


def _told(error: BaseException, seen: set[int]) -> list[str]:
    """The error and those that it came of, the first first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    lines: list[str] = []
    if before is not None and id(before) not in seen:
        lines = [*_told(before, {*seen, id(before)}), "Then, because of it or while it was dealt with:"]
    frames = "".join(traceback.format_tb(error.__traceback__)).rstrip()
    return [*lines, "Traceback (most recent call last):", frames, f"{_kind(error)}: {LEFT_OUT}"]


def _kind(error: BaseException) -> str:
    return f"{type(error).__module__}.{type(error).__qualname__}"
