"""Returns written on screen, invented: a draft saved, handed in, signed off."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse

from candour.stages.chronology.actions.drafts import hand_in_draft, save_draft, sign_off_draft
from candour.stages.chronology.models import Draft, Return

ROWS = [
    {"date": "5 March 2014", "time": "14:30", "event": "Call to the flat", "told": "Millbrook"},
    {"date": "12/6", "event": "Visit to the flat", "source": "Log 12"},
]
"""One that is placed, one that is held: it gives no year."""


def address(name: str, cast: Any, agency: Any = None) -> str:
    return reverse(f"chronology:{name}", args=[cast.review.in_address, (agency or cast.police).slug])


def draft_of(cast: Any, rows: Any = ROWS, **rest: Any) -> Draft:
    given: dict[str, Any] = {"by": cast.author, "review": cast.review, "agency": cast.police, **rest}
    return save_draft(rows=rows, **given)


def handed_in(cast: Any, rows: Any = ROWS) -> Draft:
    draft = draft_of(cast, rows)
    hand_in_draft(by=cast.author, draft=draft, version=draft.version)
    return draft


def signed_off(cast: Any, rows: Any = ROWS) -> Return:
    draft = handed_in(cast, rows)
    return sign_off_draft(by=cast.senior, draft=draft, version=draft.version, on=date(2014, 6, 4))


def posted(rows: Any, *, first: int = 0, had: int = 0, version: int = 0, **rest: Any) -> dict[str, Any]:
    """What a browser sends of the form with these rows in it."""
    cells = {f"row-{nth}-{key}": words for nth, row in enumerate(rows) for key, words in row.items()}
    numbers = {"first": first, "had": had, "shown": len(rows), "version": version, "last": "yes"}
    return {**numbers, "do": "save", **cells, **rest}
