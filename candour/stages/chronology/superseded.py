"""Which return took another's place, and whether a correction was undone."""

from __future__ import annotations

from candour.stages.chronology.models import Return, ReturnState


def took_its_place(sent: Return) -> Return | None:
    """The return that was read as the correction of this one, and was not undone."""
    read = sent.corrected_by.filter(state=ReturnState.READ, before_correction__gone_back_at=None)
    return read.exclude(before_correction=None).select_related("paper").first()


def was_undone(sent: Return) -> bool:
    return Return.objects.filter(pk=sent.pk, before_correction__gone_back_at__isnull=False).exists()


def waiting_corrections(sent: Return) -> list[Return]:
    """Corrections of a return that stands: being read, or such as cannot be read."""
    return list(sent.corrected_by.filter(withdrawn_at=None).exclude(state=ReturnState.READ))
