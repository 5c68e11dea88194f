"""Which return took another's place, what that changed in a line, and whether it may be undone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from candour.stages.chronology.models import BeforeCorrection, Return, ReturnState
from candour.stages.chronology.resting import what_rests_on_each


def took_its_place(sent: Return) -> Return | None:
    """The return that was read as the correction of this one, and was not undone."""
    read = sent.corrected_by.filter(state=ReturnState.READ, before_correction__gone_back_at=None)
    return read.exclude(before_correction=None).select_related("paper").first()


def was_undone(sent: Return) -> bool:
    return Return.objects.filter(pk=sent.pk, before_correction__gone_back_at__isnull=False).exists()


def waiting_corrections(sent: Return) -> list[Return]:
    """Corrections of a return that stands: being read, or such as cannot be read."""
    return list(sent.corrected_by.filter(withdrawn_at=None).exclude(state=ReturnState.READ))


def said_in_words(changes: Mapping[str, Any]) -> str:
    counts = {"the same": changes["same"]}
    counts |= {word: len(changes[key]) for word, key in (("changed", "changed"), ("new", "new"))}
    counts["gone"] = len(changes["gone"])
    return ", ".join(f"{count:,} {word}" for word, count in counts.items())


def why_it_stays(sent: Return) -> str:
    """Why a correction cannot be undone any more, in a sentence; nothing where it can."""
    before = BeforeCorrection.objects.filter(in_return=sent).first()
    if before is None:
        return "it was not read in the place of another."
    if before.gone_back_at is not None:
        return "it was undone already."
    if sent.withdrawn_at is not None:
        return "it counts no longer."
    if sent.read_at != before.kept_at:
        return "its columns were corrected since."
    placed = sent.unplaced.filter(answered_at__gt=before.kept_at).first()
    if placed is not None:
        return f"{placed} was placed since."
    return _rests_on_new(sent, before)


def _rests_on_new(sent: Return, before: BeforeCorrection) -> str:
    """What was taken over stands in both returns: only what it brought into the chronology matters.

    An entry that it brought back may have been rested on all the while: only what came since is in the way.
    """
    taken_over = {int(pk) for pk, was in before.stood.items() if "withdrawn_at" not in was}
    new = sent.entries.filter(withdrawn_at=None)
    since = [
        entry
        for entry, rows in what_rests_on_each(new).items()
        if entry not in taken_over and set(rows) - set(before.rested.get(str(entry), ()))
    ]
    # Not by its name: an agency's author learns that something rests on the row, not what.
    return f"something rests on {new.get(pk=min(since))} since." if since else ""


def what_rested(sent: Return, stood: Mapping[str, Mapping[str, Any]]) -> dict[str, list[str]]:
    """What rests already on the entries that a return just read brought back, by their keys in the table."""
    brought_back = [int(pk) for pk, was in stood.items() if "withdrawn_at" in was]
    entries = sent.entries.filter(withdrawn_at=None, pk__in=brought_back)
    return {str(entry): sorted(rows) for entry, rows in what_rests_on_each(entries).items()}
