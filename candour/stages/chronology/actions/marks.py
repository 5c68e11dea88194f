"""An entry is put under a line of enquiry or a theme, and taken off; the agency's row stays as it is."""

from __future__ import annotations

from django.utils import timezone

from candour.domain.access import Can
from candour.domain.trouble import Trouble
from candour.kernel.audit.acting import act
from candour.kernel.people.models import Person
from candour.stages.chronology.actions._fates import lock
from candour.stages.chronology.models import Entry, Mark

MOST_LETTERS = 200


def mark_entry(*, by: Person, entry: Entry, kind: str, words: str) -> Mark:
    """Put it there once: the mark that stands is given back where it is there already."""
    words = " ".join(words.split())
    with act("marked_entry", by=by, on=entry.review, needs=Can.SETTLE_CHRONOLOGY) as doing:
        lock(entry.review)
        if not words or len(words) > MOST_LETTERS:
            raise Trouble(
                f"A theme has 1 to {MOST_LETTERS} letters.", where=str(entry), do="Say it in a few words."
            )
        said = {"entry": entry, "kind": Mark.Kind(kind), "words": words}
        if (there := _standing(said)) is not None:
            return there
        return doing.made(
            Mark.objects.create(review=entry.review, **said, marked_at=timezone.now(), marked_by=by.username)
        )


def withdraw_mark(*, by: Person, mark: Mark) -> None:
    with act("withdrew_mark", by=by, on=mark, needs=Can.SETTLE_CHRONOLOGY):
        lock(mark.review)
        mark.refresh_from_db()
        if mark.withdrawn_at is None:
            mark.withdrawn_at, mark.withdrawn_by = timezone.now(), by.username
            mark.save(update_fields=["withdrawn_at", "withdrawn_by"])


def put_mark_back(*, by: Person, mark: Mark) -> None:
    """Take its withdrawal back; nothing is done where the same mark was made again meanwhile."""
    with act("put_mark_back", by=by, on=mark, needs=Can.SETTLE_CHRONOLOGY):
        lock(mark.review)
        mark.refresh_from_db()
        said = {"entry": mark.entry, "kind": mark.kind, "words": mark.words}
        if mark.withdrawn_at is not None and _standing(said) is None:
            mark.withdrawn_at, mark.withdrawn_by = None, ""
            mark.save(update_fields=["withdrawn_at", "withdrawn_by"])


def _standing(said: dict[str, object]) -> Mark | None:
    return Mark.objects.filter(**said, withdrawn_at=None).first()
