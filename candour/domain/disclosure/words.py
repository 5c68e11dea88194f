"""For whom a report is, and in which edition: words that are kept in files and never change their meaning."""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Whom a paragraph, or a report, is for."""

    OPEN = "open"
    CLOSED = "closed"


class Edition(StrEnum):
    """What is made of the one source: the whole report, or a short or plain telling of it."""

    WHOLE = "whole"
    SUMMARY = "summary"
    BRIEFING = "briefing"
    CHILD = "child"
    LETTER = "letter"
