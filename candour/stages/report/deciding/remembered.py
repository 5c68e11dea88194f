"""Why were these words let stand before? A reason is offered again, and never taken for a decision."""

from __future__ import annotations

from candour.stages.report.models import Report, SetAside


def reason_before(report: Report, words: str) -> str:
    """Of an earlier decision that was undone, or of a suggestion for the cast that was set aside."""
    undone = report.allowed.filter(words=words).order_by("-allowed_at").first()
    if undone is not None:
        reason: str = undone.reason
        return reason
    aside = SetAside.objects.filter(review=report.review_id, words__iexact=words, withdrawn_at=None).first()
    return aside.reason if aside else ""
